package lectern.ui;

import java.util.ArrayList;
import java.util.List;
import lectern.post.BrokenPost;
import lectern.post.Entry;
import lectern.post.Post;
import lectern.post.Query;
import lectern.post.Tag;
import lectern.text.DisplayWidth;
import lectern.text.Line;
import lectern.text.Role;
import lectern.text.RoleSet;

/** The list of posts. */
final class PostListView {
  private static final RoleSet BAR = RoleSet.of(Role.DECOR, Role.SELECTED);
  private static final RoleSet SELECTED_TITLE = RoleSet.of(Role.TITLE);
  private static final RoleSet UNREAD = RoleSet.of(Role.UNREAD);
  private static final RoleSet DRAFT = RoleSet.of(Role.DRAFT);
  private static final int TWO_COLUMNS = 40;
  private static final int DATE = 12;
  private static final int MINUTES = 9;

  private static final Command[] HINTS = {
    Command.READ,
    Command.HELP,
    Command.FILTER,
    Command.TAGS,
    Command.SORT,
    Command.QUIT,
    Command.NEXT_UNREAD
  };

  /** Posts there are, but none fits. */
  private static final Command[] HINTS_NOTHING = {
    Command.BACK, Command.HELP, Command.FILTER, Command.TAGS, Command.DRAFTS, Command.QUIT
  };

  /** There are no posts at all. */
  private static final Command[] HINTS_NOWHERE = {Command.REREAD, Command.HELP, Command.QUIT};

  private PostListView() {}

  static Frame frame(Model app, Screen.PostList posts) {
    List<Line> body = body(app, posts);
    int total = app.shelf().shown().size();
    String position = total == 0 ? "" : (posts.selected() + 1) + "/" + total;
    boolean typing = posts.typing() != null;
    Line footer =
        typing
            ? Chrome.prompt(app, "/", posts.typing(), position)
            : Chrome.footer(app, position, hints(app));
    String folder = app.shelf().catalog().name();
    String name = folder.isEmpty() || app.size().columns() < 48 ? "lectern" : "lectern  " + folder;
    List<Line> lines = Chrome.framed(app, name, state(app), body, footer);
    if (!typing) return Frame.of(lines);
    return new Frame(lines, lines.size() - 1, Chrome.cursor(app, "/", posts.typing(), position));
  }

  /** What helps here: with no post to act on, what may bring one. */
  private static Command[] hints(Model app) {
    if (!app.shelf().shown().isEmpty()) return HINTS;
    return app.shelf().catalog().entries().isEmpty() ? HINTS_NOWHERE : HINTS_NOTHING;
  }

  /** How many of how many, and what holds the others back. */
  static String state(Model app) {
    Query query = app.shelf().query();
    int shown = app.shelf().shown().size();
    int total = app.shelf().total();
    StringBuilder out = new StringBuilder();
    out.append(shown == total ? Phrases.count(total, "post") : shown + " of " + total);
    List<String> parts = new ArrayList<>();
    if (!query.text().isBlank()) parts.add("“" + query.text().strip() + "”");
    tags(app, query, parts);
    if (query.sort() == Query.Sort.TITLE) parts.add("by title");
    if (query.sort() == Query.Sort.UPDATED) parts.add("last changed first");
    if (query.since() != null) parts.add("since " + Phrases.shortDate(query.since()));
    if (query.reverse()) parts.add("reversed");
    if (query.includeDrafts()) parts.add("drafts too");
    if (!parts.isEmpty()) out.append(" ").append(app.preferences().glyphs().separator());
    for (String part : parts) out.append(' ').append(part);
    return out.toString();
  }

  private static void tags(Model app, Query query, List<String> parts) {
    for (List<Tag> group : query.anyOf()) {
      StringBuilder names = new StringBuilder();
      for (Tag tag : group) names.append(names.isEmpty() ? "" : "/").append(tag.name());
      parts.add(names.toString());
    }
    for (Tag tag : query.noneOf()) parts.add(app.preferences().glyphs().minus() + tag.name());
  }

  private static List<Line> body(Model app, Screen.PostList posts) {
    List<Line> lines = new ArrayList<>();
    ScreenMetrics geometry = new ScreenMetrics(app.size());
    int banner = ListBanner.rows(app);
    if (banner > 0) {
      Role role = ListBanner.isProblem(app) ? Role.PROBLEM : Role.META;
      lines.add(
          new RowBuilder(app.size().columns(), ellipsis(app))
              .left(" ")
              .left(ListBanner.words(app), role)
              .line());
    }
    List<Entry> shown = app.shelf().shown();
    if (shown.isEmpty()) lines.addAll(nothing(app));
    int end = Math.min(shown.size(), posts.top() + geometry.entries(banner));
    for (int i = posts.top(); i < end; i++) {
      entry(app, shown.get(i), i == posts.selected(), geometry.entryRows() == 2, lines);
    }
    return lines;
  }

  private static List<Line> nothing(Model app) {
    Query query = app.shelf().query();
    String esc = app.keymap().key(Command.BACK);
    String drafts = app.keymap().key(Command.DRAFTS);
    String words;
    if (app.shelf().catalog().entries().isEmpty()) {
      words = "There are no posts here. Posts are files ending in .md, .markdown or .mdx.";
    } else if (!query.text().isEmpty() || TagSelection.any(query)) {
      words = "No post fits. " + esc + " takes the filter away.";
    } else {
      words = "All posts here are drafts. " + drafts + " shows them.";
    }
    List<Line> lines = wrapped(words, app.size().columns() - 3);
    if (lines.size() <= new ScreenMetrics(app.size()).listRows()) return lines;
    return wrapped(words.substring(0, words.indexOf('.') + 1), app.size().columns() - 3);
  }

  static List<Line> wrapped(String words, int columns) {
    List<Line> lines = new ArrayList<>();
    StringBuilder row = new StringBuilder();
    for (String each : words.split(" ")) {
      String word = each;
      if (!row.isEmpty() && DisplayWidth.of(row + " " + word) > columns) {
        lines.add(Line.of("  " + row));
        row.setLength(0);
      }
      while (columns > 1 && DisplayWidth.of(word) > columns) {
        int end = DisplayWidth.indexAtWidth(word, columns);
        lines.add(Line.of("  " + word.substring(0, end)));
        word = word.substring(end);
      }
      row.append(row.isEmpty() ? "" : " ").append(word);
    }
    lines.add(Line.of("  " + DisplayWidth.truncate(row.toString(), columns, "")));
    return lines;
  }

  private static void entry(Model app, Entry entry, boolean selected, boolean two, List<Line> lines) {
    // instanceof, not a pattern switch: the first one costs milliseconds, and this is the first
    // frame
    if (entry instanceof Post post) {
      lines.add(title(app, post, selected));
      if (two) lines.add(description(app, post, selected));
    } else if (entry instanceof BrokenPost broken) {
      lines.add(broken(app, broken, selected, !two));
      if (two) lines.add(reason(app, broken, selected));
    }
  }

  private static RowBuilder row(Model app, boolean selected) {
    String bar = app.preferences().glyphs().selected();
    RowBuilder row = new RowBuilder(app.size().columns() - 1, ellipsis(app));
    return selected
        ? row.left(" ").left(bar, BAR)
        : row.left(" ").left(RowBuilder.blanks(DisplayWidth.of(bar)));
  }

  private static Line title(Model app, Post post, boolean selected) {
    int columns = app.size().columns();
    RowBuilder row = row(app, selected).left(post.title(), SELECTED_TITLE);
    boolean unread = !ProgressUpdate.isRead(app, post);
    if (post.draft()) row.right("  draft", DRAFT);
    if (columns >= 30) row.right(pad(Phrases.dateOf(post), DATE, 1), Role.META);
    if (columns >= 56) row.right(pad(post.readingMinutes() + " min", MINUTES, 2), Role.META);
    String mark = app.preferences().glyphs().unread();
    return row.right(columns >= 56 ? "   " : " ", RoleSet.NONE)
        .right(unread ? mark : RowBuilder.blanks(DisplayWidth.of(mark)), unread ? UNREAD : RoleSet.NONE)
        .line();
  }

  private static Line description(Model app, Post post, boolean selected) {
    int columns = app.size().columns();
    RowBuilder row = row(app, selected).left(post.description(), Role.DESCRIPTION);
    String tags =
        fitting(post.tags(), post.description().isEmpty() ? columns - 6 : columns / 2 - 3);
    return row.right(tags, Role.TAG).right("    ", RoleSet.NONE).line();
  }

  /** As many whole tags as there is room for. */
  private static String fitting(List<Tag> tags, int room) {
    StringBuilder out = new StringBuilder();
    for (Tag tag : tags) {
      String next = (out.isEmpty() ? "#" : " #") + tag.name();
      if (DisplayWidth.of(out + next) > room) break;
      out.append(next);
    }
    return out.toString();
  }

  private static Line broken(Model app, BrokenPost broken, boolean selected, boolean alone) {
    RowBuilder row =
        row(app, selected)
            .left(app.preferences().glyphs().warning() + " ", Role.PROBLEM)
            .left(broken.title(), RoleSet.of(Role.TITLE));
    if (alone && app.size().columns() >= TWO_COLUMNS) {
      String reason = broken.reason().messageWithLine();
      row.right(
          "  " + DisplayWidth.truncate(reason, app.size().columns() / 2, ellipsis(app)),
          Role.PROBLEM);
    }
    return row.line();
  }

  private static Line reason(Model app, BrokenPost broken, boolean selected) {
    return row(app, selected)
        .left("  ")
        .left(broken.reason().messageWithLine(), Role.PROBLEM)
        .line();
  }

  /** Against the right of a column, with a least gap before it. */
  private static String pad(String text, int width, int gap) {
    return RowBuilder.blanks(Math.max(gap, width - DisplayWidth.of(text))) + text;
  }

  private static String ellipsis(Model app) {
    return app.preferences().glyphs().ellipsis();
  }
}
