package lectern.ui.linear;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lectern.layout.Page;
import lectern.post.BrokenPost;
import lectern.post.Diagnostic;
import lectern.post.Entry;
import lectern.post.Post;
import lectern.post.Query;
import lectern.post.Tag;
import lectern.text.Anchor;
import lectern.text.Line;
import lectern.text.Role;
import lectern.text.Sanitizer;
import lectern.ui.Command;
import lectern.ui.DisplayText;
import lectern.ui.FocusTarget;
import lectern.ui.Frame;
import lectern.ui.HelpScreen;
import lectern.ui.KeyContext;
import lectern.ui.Model;
import lectern.ui.Picker;
import lectern.ui.PostList;
import lectern.ui.ReaderScreen;
import lectern.ui.Screen;
import lectern.ui.SearchState;
import lectern.ui.TagPicker;
import lectern.ui.TextScreen;
import org.jspecify.annotations.Nullable;

/** The current screen as lines of text. */
public final class LinearView implements Screen.Visitor<List<String>> {
  private final Model model;
  private final List<String> lines = new ArrayList<>();

  private LinearView(Model model) {
    this.model = model;
  }

  /**
   * What is printed after a step: what was printed before is not repeated.
   *
   * @param before the model as it was last printed
   */
  public static Frame of(@Nullable Model before, Model model) {
    List<String> told = before == null ? lines(model, true) : changedLines(before, model);
    List<Line> lines = new ArrayList<>();
    for (String line : told) lines.add(Line.of(line));
    return Frame.of(lines);
  }

  private static List<String> changedLines(Model before, Model model) {
    boolean whole = !isSameView(before, model);
    if (before.screen() instanceof ReaderScreen a
        && model.screen() instanceof ReaderScreen b
        && b.search() != null
        && a.search() != b.search()) return new LinearView(model).matchLines(b, b.search(), whole);
    boolean listed = before.screen() instanceof PostList && model.screen() instanceof PostList;
    if (!listed || before.posts() != model.posts() || before.history() != model.history())
      return lines(model, whole);
    int page = pageLength(model);
    int was = before.postList().selection().index();
    int is = model.postList().selection().index();
    if (was / page != is / page) return lines(model, true);
    return was == is ? lines(model, false) : new LinearView(model).selectedLines();
  }

  /** Whether two states show the same thing, so that only a message is worth printing. */
  private static boolean isSameView(Model before, Model after) {
    if (before.screen() instanceof ReaderScreen a && after.screen() instanceof ReaderScreen b)
      return a.top() == b.top() && a.page() == b.page();
    if (before.screen() instanceof PostList a && after.screen() instanceof PostList b)
      return a.selection().equals(b.selection()) && before.posts() == after.posts();
    return before.screen() == after.screen();
  }

  /**
   * @param whole false: only the message
   */
  private static List<String> lines(Model model, boolean whole) {
    LinearView view = new LinearView(model);
    if (whole) model.screen().accept(view);
    return view.withMessage();
  }

  private List<String> withMessage() {
    if (!model.message().isEmpty()) lines.add(Sanitizer.sanitize(model.message()));
    return lines;
  }

  /** Entries of the list printed at once. */
  static int pageLength(Model model) {
    return model.metrics().visibleEntries(0);
  }

  /** The selected entry alone: for a movement that leaves the list as it was printed. */
  private List<String> selectedLines() {
    if (model.selectedEntry() != null)
      lines.add(numberedEntry(model.postList().selection().index()));
    return withMessage();
  }

  /**
   * The match that a search is at, with the row it is on.
   *
   * @param whole with the page before it
   */
  private List<String> matchLines(ReaderScreen reader, SearchState search, boolean whole) {
    if (whole) reader(reader);
    withMessage();
    if (search.currentIndex() < 0) return lines;
    Line row = reader.page().lines().get(search.currentMatch().row());
    lines.add(
        "Hit "
            + (search.currentIndex() + 1)
            + " of "
            + search.matches().size()
            + ": "
            + row.textWithoutDecor().strip());
    return lines;
  }

  @Override
  public List<String> postList(PostList list) {
    List<Entry> shown = model.posts().shown();
    lines.add(Sanitizer.sanitize(describeQuery()));
    if (list.unfinished() != null)
      lines.add(
          "continue goes on with “"
              + Sanitizer.sanitize(list.unfinished().title())
              + "”, "
              + list.unfinished().percentRead()
              + " percent read");
    for (Diagnostic problem : model.posts().catalog().diagnostics())
      lines.add(Sanitizer.sanitize(problem.path() + ": " + problem.messageWithLine()));
    int page = pageLength(model);
    int selected = list.selection().index();
    int from = Math.max(0, selected / page * page);
    int end = Math.min(shown.size(), from + page);
    for (int i = from; i < end; i++) lines.add(numberedEntry(i));
    if (end < shown.size()) lines.add("Enter for more, a number to read, help for help.");
    else
      lines.add(shown.isEmpty() ? "No post fits. Say clear." : "A number to read, help for help.");
    return lines;
  }

  private String numberedEntry(int index) {
    return (index + 1) + ". " + Sanitizer.sanitize(describeEntry(model.posts().shown().get(index)));
  }

  /** How many of how many, and what holds the others back. */
  private String describeQuery() {
    Query query = model.posts().query();
    int shown = model.posts().shown().size();
    int total = model.posts().countBeforeFilters();
    StringBuilder out =
        new StringBuilder(
            shown == total
                ? DisplayText.pluralize(total, "post")
                : shown + " of " + total + " posts");
    if (!query.text().isBlank()) out.append(", with “").append(query.text().strip()).append('”');
    for (List<Tag> group : query.anyOf()) {
      String or = ", with the tag ";
      for (Tag tag : group) {
        out.append(or).append(tag.name());
        or = " or ";
      }
    }
    for (Tag tag : query.noneOf()) out.append(", without the tag ").append(tag.name());
    if (query.sort() == Query.Sort.TITLE) out.append(", by title");
    if (query.sort() == Query.Sort.UPDATED) out.append(", last changed first");
    if (query.sort() == Query.Sort.WEIGHT) out.append(", by weight");
    if (query.since() != null) out.append(", since ").append(DisplayText.longDate(query.since()));
    if (query.reverse()) out.append(", reversed");
    if (query.includeDrafts()) out.append(", drafts too");
    return out.toString();
  }

  private String describeEntry(Entry entry) {
    return switch (entry) {
      case Post post -> {
        StringBuilder out = new StringBuilder(post.title());
        if (post.date().isPresent())
          out.append(", ").append(DisplayText.longDate(post.date().get().day()));
        out.append(", ").append(post.readingMinutes()).append(" min");
        if (post.draft()) out.append(", draft");
        if (!model.history().isRead(post)) out.append(", unread");
        for (Tag tag : post.tags()) out.append(", ").append(tag.name());
        yield out.toString();
      }
      case BrokenPost broken -> broken.title() + ", broken: " + broken.reason().messageWithLine();
    };
  }

  @Override
  public List<String> tagPicker(TagPicker picker) {
    Query query = model.posts().query();
    lines.add(
        model.posts().shown().size() + " of " + model.posts().countBeforeFilters() + " posts");
    List<Tag> tags = picker.tags().matching();
    for (int i = 0; i < tags.size(); i++) {
      Tag tag = tags.get(i);
      String name = (i + 1) + ". " + Sanitizer.sanitize(tag.name()) + ", ";
      String state = query.includes(tag) ? ", with" : query.excludes(tag) ? ", without" : "";
      lines.add(name + picker.remainingPosts().getOrDefault(tag, 0) + state);
    }
    lines.add(
        "A number turns a tag: with, without, either. list shows the posts, clear takes all away.");
    return lines;
  }

  @Override
  public List<String> reader(ReaderScreen reader) {
    List<Line> visible = reader.visibleLines(model.metrics().pageRows());
    Map<Integer, List<String>> links = linkNumbersByRow(reader);
    for (int i = 0; i < visible.size(); i++) {
      Line line = visible.get(i);
      switch (line.anchor()) {
        case Anchor.HeadingStart heading ->
            lines.add("Heading " + heading.level() + ": " + line.textWithoutDecor().strip());
        case Anchor.CodeBlockStart code -> addCode(line, code);
        case Anchor.DetailsStart details ->
            lines.add(
                line.textWithoutDecor().strip()
                    + (details.open() ? " (details, shown)" : " (details, folded)"));
        case Anchor.None _, Anchor.BlockStart _, Anchor.FootnoteStart _ -> addRow(line);
      }
      List<String> signs = links.getOrDefault(reader.top() + i, List.of());
      if (!signs.isEmpty())
        lines.set(lines.size() - 1, lines.getLast() + " (" + String.join(", ", signs) + ")");
    }
    int end = reader.top() + visible.size();
    boolean last = end >= reader.page().lines().size();
    int percent = (int) (end * 100L / Math.max(1, reader.page().lines().size()));
    lines.add(
        last
            ? "End of the post. list goes back."
            : percent + " percent. Enter goes on, help for help.");
    return lines;
  }

  /** Skips a label that repeats the announcement. */
  private void addCode(Line line, Anchor.CodeBlockStart code) {
    String language = code.language().isEmpty() ? "" : ", " + code.language();
    lines.add("Code block " + code.number() + language + ":");
    boolean label = !line.spans().isEmpty() && line.spans().getFirst().roles().has(Role.CODE_LABEL);
    if (!label) lines.add(line.text().stripTrailing());
  }

  /** Skips decoration rows; collapses blank rows. */
  private void addRow(Line line) {
    boolean drawn = line.textWithoutDecor().isBlank() && line.width() > 8;
    boolean empty = line.isBlank() || drawn;
    if (!empty) lines.add(line.text().stripTrailing());
    else if (lines.isEmpty() || !lines.getLast().isEmpty()) lines.add("");
  }

  /** What stands for the underline of links: their numbers, by the row on which each ends. */
  private static Map<Integer, List<String>> linkNumbersByRow(ReaderScreen reader) {
    Map<Integer, List<String>> rows = new HashMap<>();
    List<FocusTarget> targets = reader.focusTargets();
    for (int i = 0; i < targets.size(); i++) {
      int row =
          targets.get(i) instanceof FocusTarget.LinkTarget link
              ? link.link().ranges().getLast().row()
              : targets.get(i).row();
      String what = targets.get(i) instanceof FocusTarget.LinkTarget ? "link " : "fold ";
      rows.computeIfAbsent(row, _ -> new ArrayList<>()).add(what + (i + 1));
    }
    return rows;
  }

  @Override
  public List<String> picker(Picker picker) {
    lines.add(picker.title() + ":");
    List<Picker.Choice> choices = picker.choices().matching();
    for (int i = 0; i < choices.size(); i++) {
      Picker.Choice choice = choices.get(i);
      boolean heading = picker.kind() == Picker.Kind.OUTLINE;
      String level = heading ? ", heading " + headingLevel(choice) : "";
      String here = choice == picker.choices().current() ? ", current" : "";
      lines.add((i + 1) + ". " + Sanitizer.sanitize(choice.label()) + level + here);
    }
    lines.add("A number chooses, back goes back.");
    return lines;
  }

  private int headingLevel(Picker.Choice choice) {
    for (Page.HeadingRow heading : model.openReader().headings())
      if (heading.row() == choice.number()) return heading.level();
    return choice.indent() + 1;
  }

  @Override
  public List<String> text(TextScreen text) {
    if (!text.note().isEmpty()) lines.add(text.note() + ".");
    for (String line : text.lines()) lines.add(Sanitizer.sanitize(line.replace("\t", "    ")));
    lines.add("back goes back.");
    return lines;
  }

  @Override
  public List<String> help(HelpScreen help) {
    lines.add("Enter goes on. A number reads a post, follows a link, or chooses.");
    lines.add("list. links. filter WORDS. tag NAME, without NAME, tags, clear. quit.");
    lines.add("In a post: find WORDS, percent N, mark LETTER, go LETTER, and the words below.");
    for (KeyContext context : KeyContext.values()) {
      List<String> names = new ArrayList<>();
      for (Command command : Command.all())
        if (command.context() == context) names.add(command.configName());
      String group = context == KeyContext.COMMON ? "everything" : "the " + context.title();
      lines.add("For " + group + ": " + String.join(", ", names) + ".");
    }
    lines.add("back goes back.");
    return lines;
  }
}
