package lectern.ui.view;

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
import lectern.ui.Command;
import lectern.ui.CommonCommand;
import lectern.ui.DisplayText;
import lectern.ui.Frame;
import lectern.ui.ListBanner;
import lectern.ui.Model;
import lectern.ui.PostList;
import lectern.ui.PostListCommand;
import lectern.ui.ScreenMetrics;
import lectern.ui.Selection;

/** The list of posts. */
final class PostListView {
  private static final RoleSet TITLE = RoleSet.of(Role.TITLE);
  private static final RoleSet UNREAD = RoleSet.of(Role.UNREAD);
  private static final RoleSet DRAFT = RoleSet.of(Role.DRAFT);
  private static final int MIN_COLUMNS_FOR_REASON = 40;
  private static final int DATE_WIDTH = 12;
  private static final int MINUTES_WIDTH = 9;

  private static final Command[] HINTS = {
    PostListCommand.OPEN,
    CommonCommand.HELP,
    PostListCommand.FILTER,
    PostListCommand.TAGS,
    PostListCommand.SORT,
    CommonCommand.CLOSE,
    PostListCommand.NEXT_UNREAD
  };

  /** There are posts, but none matches. */
  private static final Command[] HINTS_NO_MATCH = {
    CommonCommand.BACK,
    CommonCommand.HELP,
    PostListCommand.FILTER,
    PostListCommand.TAGS,
    PostListCommand.TOGGLE_DRAFTS,
    CommonCommand.CLOSE
  };

  /** There are no posts at all. */
  private static final Command[] HINTS_NO_POSTS = {
    PostListCommand.RELOAD, CommonCommand.HELP, CommonCommand.CLOSE
  };

  private PostListView() {}

  static Frame draw(Model model, PostList list) {
    int total = model.posts().shown().size();
    String position = total == 0 ? "" : (list.selection().index() + 1) + "/" + total;
    String folder = model.posts().catalog().name();
    boolean narrow = folder.isEmpty() || model.size().columns() < 48;
    String name = narrow ? "lectern" : "lectern  " + folder;
    List<Line> rows = Chrome.frameLines(model, name, describeQuery(model), body(model, list));
    return list.filter() == null
        ? Chrome.withFooter(model, rows, position, footerCommands(model))
        : Chrome.withPrompt(model, rows, "/", list.filter().prompt(), position);
  }

  /** Hints shown in the footer; others when the list is empty. */
  private static Command[] footerCommands(Model model) {
    if (!model.posts().shown().isEmpty()) return HINTS;
    return model.posts().catalog().entries().isEmpty() ? HINTS_NO_POSTS : HINTS_NO_MATCH;
  }

  /** How many posts of how many match, and the query. */
  static String describeQuery(Model model) {
    Query query = model.posts().query();
    int shown = model.posts().shown().size();
    int total = model.posts().countBeforeFilters();
    StringBuilder out = new StringBuilder();
    out.append(shown == total ? DisplayText.pluralize(total, "post") : shown + " of " + total);
    List<String> parts = new ArrayList<>();
    if (!query.text().isBlank()) parts.add("“" + query.text().strip() + "”");
    addTagNames(model, query, parts);
    if (query.sort() == Query.Sort.TITLE) parts.add("by title");
    if (query.sort() == Query.Sort.UPDATED) parts.add("last changed first");
    if (query.sort() == Query.Sort.WEIGHT) parts.add("by weight");
    if (query.since() != null) parts.add("since " + DisplayText.shortDate(query.since()));
    if (query.reverse()) parts.add("reversed");
    if (query.includeDrafts()) parts.add("drafts too");
    if (!parts.isEmpty()) out.append(" ").append(model.glyphs().separator());
    for (String part : parts) out.append(' ').append(part);
    return out.toString();
  }

  private static void addTagNames(Model model, Query query, List<String> parts) {
    for (List<Tag> group : query.anyOf()) {
      StringBuilder names = new StringBuilder();
      for (Tag tag : group) names.append(names.isEmpty() ? "" : "/").append(tag.name());
      parts.add(names.toString());
    }
    for (Tag tag : query.noneOf()) parts.add(model.glyphs().minus() + tag.name());
  }

  private static List<Line> body(Model model, PostList list) {
    List<Line> lines = new ArrayList<>();
    ScreenMetrics metrics = model.metrics();
    int banner = ListBanner.rowCount(model);
    if (banner > 0) {
      Role role = ListBanner.isProblem(model) ? Role.PROBLEM : Role.META;
      lines.add(
          new RowBuilder(model.size().columns(), model.glyphs().ellipsis())
              .addLeft(" ")
              .addLeft(ListBanner.text(model), role)
              .build());
    }
    List<Entry> shown = model.posts().shown();
    if (shown.isEmpty()) lines.addAll(emptyMessage(model));
    Selection selection = list.selection();
    int end = Math.min(shown.size(), selection.top() + metrics.visibleEntries(banner));
    for (int i = selection.top(); i < end; i++) {
      boolean two = metrics.rowsPerEntry() == 2;
      lines.addAll(shown.get(i).accept(new EntryRows(model, i == selection.index(), two)));
    }
    return lines;
  }

  private static List<Line> emptyMessage(Model model) {
    Query query = model.posts().query();
    String esc = model.keymap().firstKeyLabel(CommonCommand.BACK);
    String drafts = model.keymap().firstKeyLabel(PostListCommand.TOGGLE_DRAFTS);
    String words;
    if (model.posts().catalog().entries().isEmpty()) {
      words = "There are no posts here. Posts are files ending in .md, .markdown or .mdx.";
    } else if (!query.text().isEmpty() || query.hasTags()) {
      words = "No post fits. " + esc + " takes the filter away.";
    } else {
      words = "All posts here are drafts. " + drafts + " shows them.";
    }
    List<Line> lines = Chrome.sentence(model, words);
    if (lines.size() <= model.metrics().listRows()) return lines;
    return Chrome.sentence(model, words.substring(0, words.indexOf('.') + 1));
  }

  /**
   * The rows of an entry.
   *
   * @param two whether there are two rows for each entry, or one
   */
  private record EntryRows(Model model, boolean selected, boolean two)
      implements Entry.Visitor<List<Line>> {
    @Override
    public List<Line> visit(Post post) {
      Line title = titleLine(model, post, selected);
      return two ? List.of(title, descriptionLine(model, post, selected)) : List.of(title);
    }

    @Override
    public List<Line> visit(BrokenPost broken) {
      Line title = brokenLine(model, broken, selected, !two);
      return two ? List.of(title, reasonLine(model, broken, selected)) : List.of(title);
    }
  }

  private static Line titleLine(Model model, Post post, boolean selected) {
    int columns = model.size().columns();
    RowBuilder row =
        Chrome.startRow(model, model.size().columns() - 1, selected).addLeft(post.title(), TITLE);
    boolean unread = !model.history().isRead(post);
    if (post.draft()) row.addRight("  draft", DRAFT);
    if (columns >= 30)
      row.addRight(padLeft(DisplayText.shortDateOf(post), DATE_WIDTH, 1), Role.META);
    if (columns >= 56)
      row.addRight(padLeft(post.readingMinutes() + " min", MINUTES_WIDTH, 2), Role.META);
    String mark = model.glyphs().unread();
    return row.addRight(columns >= 56 ? "   " : " ", RoleSet.NONE)
        .addRight(
            unread ? mark : RowBuilder.spaces(DisplayWidth.of(mark)),
            unread ? UNREAD : RoleSet.NONE)
        .build();
  }

  private static Line descriptionLine(Model model, Post post, boolean selected) {
    int columns = model.size().columns();
    RowBuilder row =
        Chrome.startRow(model, model.size().columns() - 1, selected)
            .addLeft(post.description(), Role.DESCRIPTION);
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

  private static Line brokenLine(Model model, BrokenPost broken, boolean selected, boolean alone) {
    RowBuilder row =
        Chrome.startRow(model, model.size().columns() - 1, selected)
            .addLeft(model.glyphs().warning() + " ", Role.PROBLEM)
            .addLeft(broken.title(), RoleSet.of(Role.TITLE));
    if (alone && model.size().columns() >= MIN_COLUMNS_FOR_REASON) {
      String reason = broken.reason().messageWithLine();
      row.addRight(
          "  "
              + DisplayWidth.truncate(
                  reason, model.size().columns() / 2, model.glyphs().ellipsis()),
          Role.PROBLEM);
    }
    return row.build();
  }

  private static Line reasonLine(Model model, BrokenPost broken, boolean selected) {
    return Chrome.startRow(model, model.size().columns() - 1, selected)
        .addLeft("  ")
        .addLeft(broken.reason().messageWithLine(), Role.PROBLEM)
        .build();
  }

  /** Against the right of a column, with a least gap before it. */
  private static String padLeft(String text, int width, int gap) {
    return RowBuilder.spaces(Math.max(gap, width - DisplayWidth.of(text))) + text;
  }
}
