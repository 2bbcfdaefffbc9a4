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
import lectern.ui.FocusTarget;
import lectern.ui.KeyContext;
import lectern.ui.Model;
import lectern.ui.Phrases;
import lectern.ui.Screen;
import lectern.ui.ScreenMetrics;
import lectern.ui.SearchState;
import lectern.ui.TagSelection;
import lectern.ui.update.ProgressUpdate;
import lectern.ui.view.ReaderView;

/** What is to be seen, in words alone. */
final class LinearView {
  private LinearView() {}

  static List<String> lines(Model app, boolean whole) {
    List<String> lines = new ArrayList<>();
    if (whole) {
      switch (app.screen()) {
        case Screen.PostList posts -> addList(app, posts, lines);
        case Screen.TagPicker tags -> addTags(app, tags, lines);
        case Screen.ReaderScreen reader -> page(app, reader, lines);
        case Screen.Picker chooser -> addChoices(app, chooser, lines);
        case Screen.HelpScreen _ -> addHelp(lines);
        case Screen.TextScreen text -> addText(text, lines);
      }
    }
    if (!app.message().isEmpty()) lines.add(Sanitizer.sanitize(app.message()));
    return lines;
  }

  private static void addList(Model app, Screen.PostList posts, List<String> lines) {
    List<Entry> shown = app.posts().shown();
    lines.add(Sanitizer.sanitize(describeQuery(app)));
    if (posts.unfinished() != null)
      lines.add(
          "continue goes on with “"
              + Sanitizer.sanitize(posts.unfinished().title())
              + "”, "
              + posts.unfinished().percentRead()
              + " percent read");
    for (Diagnostic problem : app.posts().catalog().diagnostics())
      lines.add(Sanitizer.sanitize(problem.path() + ": " + problem.messageWithLine()));
    int page = page(app);
    int from = Math.max(0, Math.min(posts.selected(), posts.selected() / page * page));
    int end = Math.min(shown.size(), from + page);
    for (int i = from; i < end; i++) lines.add(numberedEntry(app, i));
    if (end < shown.size()) lines.add("Enter for more, a number to read, help for help.");
    else
      lines.add(shown.isEmpty() ? "No post fits. Say clear." : "A number to read, help for help.");
  }

  /** Entries of the list told at once. */
  static int page(Model app) {
    return new ScreenMetrics(app.size()).visibleEntries(0);
  }

  /** The entry that is selected, alone: for a movement that leaves the list as it was told. */
  static List<String> describeSelected(Model app) {
    List<String> lines = new ArrayList<>();
    if (app.selectedEntry() != null) lines.add(numberedEntry(app, app.postList().selected()));
    if (!app.message().isEmpty()) lines.add(Sanitizer.sanitize(app.message()));
    return lines;
  }

  /** The hit that a search is at, with the row it is on. @param whole the page too, before it */
  static List<String> describeMatch(Model app, Screen.ReaderScreen reader, boolean whole) {
    List<String> lines = lines(app, whole);
    SearchState find = reader.search();
    if (find.currentIndex() < 0) return lines;
    int row = find.matches().get(find.currentIndex()).row();
    lines.add(
        ("Hit " + (find.currentIndex() + 1) + " of " + find.matches().size() + ": ")
            + reader.page().lines().get(row).textWithoutDecor().strip());
    return lines;
  }

  private static String numberedEntry(Model app, int index) {
    return (index + 1)
        + ". "
        + Sanitizer.sanitize(describeEntry(app, app.posts().shown().get(index)));
  }

  /** How many of how many, and what holds the others back. */
  private static String describeQuery(Model app) {
    Query query = app.posts().query();
    int shown = app.posts().shown().size();
    int total = app.posts().countBeforeFilters();
    StringBuilder out =
        new StringBuilder(
            shown == total ? Phrases.pluralize(total, "post") : shown + " of " + total + " posts");
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
    if (query.since() != null) out.append(", since ").append(Phrases.longDate(query.since()));
    if (query.reverse()) out.append(", reversed");
    if (query.includeDrafts()) out.append(", drafts too");
    return out.toString();
  }

  private static String describeEntry(Model app, Entry entry) {
    return switch (entry) {
      case Post post -> {
        StringBuilder out = new StringBuilder(post.title());
        if (post.date().isPresent())
          out.append(", ").append(Phrases.longDate(post.date().get().day()));
        out.append(", ").append(post.readingMinutes()).append(" min");
        if (post.draft()) out.append(", draft");
        if (!ProgressUpdate.isRead(app, post)) out.append(", unread");
        for (Tag tag : post.tags()) out.append(", ").append(tag.name());
        yield out.toString();
      }
      case BrokenPost broken -> broken.title() + ", broken: " + broken.reason().messageWithLine();
    };
  }

  private static void addTags(Model app, Screen.TagPicker tags, List<String> lines) {
    lines.add(app.posts().shown().size() + " of " + app.posts().countBeforeFilters() + " posts");
    for (int i = 0; i < tags.matchingTags().size(); i++) {
      Tag tag = tags.matchingTags().get(i);
      String chosen =
          TagSelection.isIncluded(app.posts().query(), tag)
              ? ", with"
              : TagSelection.isExcluded(app.posts().query(), tag) ? ", without" : "";
      lines.add(
          (i + 1)
              + ". "
              + Sanitizer.sanitize(tag.name())
              + ", "
              + tags.remainingPosts().getOrDefault(tag, 0)
              + chosen);
    }
    lines.add(
        "A number turns a tag: with, without, either. list shows the posts, clear takes all away.");
  }

  private static void page(Model app, Screen.ReaderScreen reader, List<String> lines) {
    List<Line> visible = ReaderView.visibleLines(app, reader);
    Map<Integer, List<String>> links = linkNumbersByRow(reader);
    for (int i = 0; i < visible.size(); i++) {
      Line line = visible.get(i);
      switch (line.anchor()) {
        case Anchor.HeadingStart heading ->
            lines.add("Heading " + heading.level() + ": " + line.textWithoutDecor().strip());
        case Anchor.CodeBlockStart code -> addCode(line, code, lines);
        case Anchor.DetailsStart details ->
            lines.add(
                line.textWithoutDecor().strip()
                    + (details.open() ? " (details, shown)" : " (details, folded)"));
        case Anchor.None _, Anchor.BlockStart _, Anchor.FootnoteStart _ -> addRow(line, lines);
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
  }

  /** A label says no more than these words; without one the row is the first of the code. */
  private static void addCode(Line line, Anchor.CodeBlockStart code, List<String> lines) {
    String language = code.language().isEmpty() ? "" : ", " + code.language();
    lines.add("Code block " + code.number() + language + ":");
    boolean label = !line.spans().isEmpty() && line.spans().getFirst().roles().has(Role.CODE_LABEL);
    if (!label) lines.add(line.text().stripTrailing());
  }

  /** A line that is only drawn is nothing to be heard; of empty rows one is enough. */
  private static void addRow(Line line, List<String> lines) {
    boolean drawn = line.textWithoutDecor().isBlank() && line.width() > 8;
    boolean empty = line.isBlank() || drawn;
    if (!empty) lines.add(line.text().stripTrailing());
    else if (lines.isEmpty() || !lines.getLast().isEmpty()) lines.add("");
  }

  /** What stands for the underline of links: their numbers, by the row on which each ends. */
  private static Map<Integer, List<String>> linkNumbersByRow(Screen.ReaderScreen reader) {
    Map<Integer, List<String>> rows = new HashMap<>();
    List<FocusTarget> stops = FocusTarget.findAll(reader.page());
    for (int i = 0; i < stops.size(); i++) {
      int row =
          stops.get(i) instanceof FocusTarget.LinkTarget link
              ? link.link().ranges().getLast().row()
              : stops.get(i).row();
      String what = stops.get(i) instanceof FocusTarget.LinkTarget ? "link " : "fold ";
      rows.computeIfAbsent(row, _ -> new ArrayList<>()).add(what + (i + 1));
    }
    return rows;
  }

  private static void addChoices(Model app, Screen.Picker chooser, List<String> lines) {
    lines.add(chooser.title() + ":");
    for (int i = 0; i < chooser.matchingChoices().size(); i++) {
      Screen.Choice choice = chooser.matchingChoices().get(i);
      String level =
          chooser.kind() == Screen.PickerKind.OUTLINE
              ? ", heading " + headingLevel(app, choice)
              : "";
      String here = choice == chooser.current() ? ", current" : "";
      lines.add((i + 1) + ". " + Sanitizer.sanitize(choice.label()) + level + here);
    }
    lines.add("A number chooses, back goes back.");
  }

  private static int headingLevel(Model app, Screen.Choice heading) {
    int row = Integer.parseInt(heading.value());
    for (Page.Heading one : app.readerScreen().headings()) if (one.row() == row) return one.level();
    return heading.indent() + 1;
  }

  private static void addText(Screen.TextScreen text, List<String> lines) {
    if (!text.note().isEmpty()) lines.add(text.note() + ".");
    for (String line : text.lines()) lines.add(Sanitizer.sanitize(line.replace("\t", "    ")));
    lines.add("back goes back.");
  }

  private static void addHelp(List<String> lines) {
    lines.add("Enter goes on. A number reads a post, follows a link, or chooses.");
    lines.add("list. links. filter WORDS. tag NAME, without NAME, tags, clear. quit.");
    lines.add("In a post: find WORDS, percent N, mark LETTER, go LETTER, and the words below.");
    for (KeyContext where : KeyContext.values()) {
      StringBuilder words =
          new StringBuilder("For ")
              .append(where == KeyContext.COMMON ? "everything" : "the " + where.title())
              .append(":");
      for (Command command : Command.values()) {
        if (command.context() == where) words.append(' ').append(command.configName()).append(',');
      }
      words.setLength(words.length() - 1);
      lines.add(words + ".");
    }
    lines.add("back goes back.");
  }
}
