package lectern.ui.view;

import java.util.ArrayList;
import java.util.List;
import lectern.layout.LineBreaker;
import lectern.post.BrokenPost;
import lectern.post.Entry;
import lectern.post.Post;
import lectern.post.Query;
import lectern.post.Tag;
import lectern.text.DisplayWidth;
import lectern.text.Line;
import lectern.text.Role;
import lectern.text.RoleSet;
import lectern.text.Span;
import lectern.ui.Command;
import lectern.ui.Frame;
import lectern.ui.ListBanner;
import lectern.ui.Model;
import lectern.ui.Phrases;
import lectern.ui.Screen;
import lectern.ui.ScreenMetrics;
import lectern.ui.TagSelection;
import lectern.ui.update.ProgressUpdate;

/** The list of posts. */
public final class PostListView {
  private static final RoleSet SELECTION_BAR = RoleSet.of(Role.DECOR, Role.SELECTED);
  private static final RoleSet TITLE = RoleSet.of(Role.TITLE);
  private static final RoleSet UNREAD = RoleSet.of(Role.UNREAD);
  private static final RoleSet DRAFT = RoleSet.of(Role.DRAFT);
  private static final int MIN_COLUMNS_FOR_REASON = 40;
  private static final int DATE_WIDTH = 12;
  private static final int MINUTES_WIDTH = 9;

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
  private static final Command[] HINTS_NO_MATCH = {
    Command.BACK, Command.HELP, Command.FILTER, Command.TAGS, Command.DRAFTS, Command.QUIT
  };

  /** There are no posts at all. */
  private static final Command[] HINTS_NO_POSTS = {Command.REREAD, Command.HELP, Command.QUIT};

  private PostListView() {}

  public static Frame draw(Model app, Screen.PostList posts) {
    List<Line> body = body(app, posts);
    int total = app.posts().shown().size();
    String position = total == 0 ? "" : (posts.selected() + 1) + "/" + total;
    boolean typing = posts.filterPrompt() != null;
    Line footer =
        typing
            ? Chrome.promptLine(app, "/", posts.filterPrompt(), position)
            : Chrome.footer(app, position, footerCommands(app));
    String folder = app.posts().catalog().name();
    String name = folder.isEmpty() || app.size().columns() < 48 ? "lectern" : "lectern  " + folder;
    List<Line> lines = Chrome.frameLines(app, name, describeQuery(app), body, footer);
    if (!typing) return Frame.of(lines);
    return new Frame(
        lines, lines.size() - 1, Chrome.cursorColumn(app, "/", posts.filterPrompt(), position));
  }

  /** What helps here: with no post to act on, what may bring one. */
  private static Command[] footerCommands(Model app) {
    if (!app.posts().shown().isEmpty()) return HINTS;
    return app.posts().catalog().entries().isEmpty() ? HINTS_NO_POSTS : HINTS_NO_MATCH;
  }

  /** How many of how many, and what holds the others back. */
  static String describeQuery(Model app) {
    Query query = app.posts().query();
    int shown = app.posts().shown().size();
    int total = app.posts().countBeforeFilters();
    StringBuilder out = new StringBuilder();
    out.append(shown == total ? Phrases.pluralize(total, "post") : shown + " of " + total);
    List<String> parts = new ArrayList<>();
    if (!query.text().isBlank()) parts.add("“" + query.text().strip() + "”");
    addTagNames(app, query, parts);
    if (query.sort() == Query.Sort.TITLE) parts.add("by title");
    if (query.sort() == Query.Sort.UPDATED) parts.add("last changed first");
    if (query.since() != null) parts.add("since " + Phrases.shortDate(query.since()));
    if (query.reverse()) parts.add("reversed");
    if (query.includeDrafts()) parts.add("drafts too");
    if (!parts.isEmpty()) out.append(" ").append(app.preferences().glyphs().separator());
    for (String part : parts) out.append(' ').append(part);
    return out.toString();
  }

  private static void addTagNames(Model app, Query query, List<String> parts) {
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
    int banner = ListBanner.rowCount(app);
    if (banner > 0) {
      Role role = ListBanner.isProblem(app) ? Role.PROBLEM : Role.META;
      lines.add(
          new RowBuilder(app.size().columns(), ellipsis(app))
              .addLeft(" ")
              .addLeft(ListBanner.text(app), role)
              .build());
    }
    List<Entry> shown = app.posts().shown();
    if (shown.isEmpty()) lines.addAll(emptyMessage(app));
    int end = Math.min(shown.size(), posts.top() + geometry.visibleEntries(banner));
    for (int i = posts.top(); i < end; i++) {
      EntryRows rows = new EntryRows(app, i == posts.selected(), geometry.rowsPerEntry() == 2);
      lines.addAll(shown.get(i).accept(rows));
    }
    return lines;
  }

  private static List<Line> emptyMessage(Model app) {
    Query query = app.posts().query();
    String esc = app.keymap().firstKeyLabel(Command.BACK);
    String drafts = app.keymap().firstKeyLabel(Command.DRAFTS);
    String words;
    if (app.posts().catalog().entries().isEmpty()) {
      words = "There are no posts here. Posts are files ending in .md, .markdown or .mdx.";
    } else if (!query.text().isEmpty() || TagSelection.hasTagFilter(query)) {
      words = "No post fits. " + esc + " takes the filter away.";
    } else {
      words = "All posts here are drafts. " + drafts + " shows them.";
    }
    List<Line> lines = wrapIndented(words, app.size().columns() - 3);
    if (lines.size() <= new ScreenMetrics(app.size()).listRows()) return lines;
    return wrapIndented(words.substring(0, words.indexOf('.') + 1), app.size().columns() - 3);
  }

  /** Text without a list to show it in, indented by two columns. */
  static List<Line> wrapIndented(String text, int columns) {
    List<Line> lines = new ArrayList<>();
    for (Line line : LineBreaker.wrap(text, RoleSet.NONE, Math.max(1, columns)))
      lines.add(line.withPrefix(List.of(Span.of("  "))));
    return lines;
  }

  /**
   * The rows of an entry.
   *
   * @param two whether there are two rows for each entry, or one
   */
  private record EntryRows(Model app, boolean selected, boolean two)
      implements Entry.Visitor<List<Line>> {
    @Override
    public List<Line> visit(Post post) {
      Line title = titleLine(app, post, selected);
      return two ? List.of(title, descriptionLine(app, post, selected)) : List.of(title);
    }

    @Override
    public List<Line> visit(BrokenPost broken) {
      Line title = brokenLine(app, broken, selected, !two);
      return two ? List.of(title, reasonLine(app, broken, selected)) : List.of(title);
    }
  }

  private static RowBuilder startRow(Model app, boolean selected) {
    String bar = app.preferences().glyphs().selected();
    RowBuilder row = new RowBuilder(app.size().columns() - 1, ellipsis(app));
    return selected
        ? row.addLeft(" ").addLeft(bar, SELECTION_BAR)
        : row.addLeft(" ").addLeft(RowBuilder.spaces(DisplayWidth.of(bar)));
  }

  private static Line titleLine(Model app, Post post, boolean selected) {
    int columns = app.size().columns();
    RowBuilder row = startRow(app, selected).addLeft(post.title(), TITLE);
    boolean unread = !ProgressUpdate.isRead(app, post);
    if (post.draft()) row.addRight("  draft", DRAFT);
    if (columns >= 30) row.addRight(padLeft(Phrases.shortDateOf(post), DATE_WIDTH, 1), Role.META);
    if (columns >= 56)
      row.addRight(padLeft(post.readingMinutes() + " min", MINUTES_WIDTH, 2), Role.META);
    String mark = app.preferences().glyphs().unread();
    return row.addRight(columns >= 56 ? "   " : " ", RoleSet.NONE)
        .addRight(
            unread ? mark : RowBuilder.spaces(DisplayWidth.of(mark)),
            unread ? UNREAD : RoleSet.NONE)
        .build();
  }

  private static Line descriptionLine(Model app, Post post, boolean selected) {
    int columns = app.size().columns();
    RowBuilder row = startRow(app, selected).addLeft(post.description(), Role.DESCRIPTION);
    String tags =
        fittingTags(post.tags(), post.description().isEmpty() ? columns - 6 : columns / 2 - 3);
    return row.addRight(tags, Role.TAG).addRight("    ", RoleSet.NONE).build();
  }

  /** As many whole tags as there is room for. */
  private static String fittingTags(List<Tag> tags, int room) {
    StringBuilder out = new StringBuilder();
    for (Tag tag : tags) {
      String next = (out.isEmpty() ? "#" : " #") + tag.name();
      if (DisplayWidth.of(out + next) > room) break;
      out.append(next);
    }
    return out.toString();
  }

  private static Line brokenLine(Model app, BrokenPost broken, boolean selected, boolean alone) {
    RowBuilder row =
        startRow(app, selected)
            .addLeft(app.preferences().glyphs().warning() + " ", Role.PROBLEM)
            .addLeft(broken.title(), RoleSet.of(Role.TITLE));
    if (alone && app.size().columns() >= MIN_COLUMNS_FOR_REASON) {
      String reason = broken.reason().messageWithLine();
      row.addRight(
          "  " + DisplayWidth.truncate(reason, app.size().columns() / 2, ellipsis(app)),
          Role.PROBLEM);
    }
    return row.build();
  }

  private static Line reasonLine(Model app, BrokenPost broken, boolean selected) {
    return startRow(app, selected)
        .addLeft("  ")
        .addLeft(broken.reason().messageWithLine(), Role.PROBLEM)
        .build();
  }

  /** Against the right of a column, with a least gap before it. */
  private static String padLeft(String text, int width, int gap) {
    return RowBuilder.spaces(Math.max(gap, width - DisplayWidth.of(text))) + text;
  }

  private static String ellipsis(Model app) {
    return app.preferences().glyphs().ellipsis();
  }
}
