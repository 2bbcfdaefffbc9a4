package lectern.ui;

import java.util.ArrayList;
import java.util.List;
import lectern.post.BrokenPost;
import lectern.post.Entry;
import lectern.post.Post;
import lectern.post.Tag;
import lectern.text.Clean;
import lectern.text.Line;
import lectern.text.Mark;

/** What is to be seen, in words alone. */
final class Telling {
  private Telling() {}

  static List<String> lines(App app, boolean whole) {
    List<String> lines = new ArrayList<>();
    if (whole) {
      switch (app.top()) {
        case Screen.Posts posts -> list(app, posts, lines);
        case Screen.Tags tags -> tags(app, tags, lines);
        case Screen.Reader reader -> page(app, reader, lines);
        case Screen.Chooser chooser -> choices(app, chooser, lines);
        case Screen.Help _ -> help(lines);
        case Screen.Text text -> text(text, lines);
      }
    }
    if (!app.message().isEmpty()) lines.add(Clean.text(app.message()));
    return lines;
  }

  private static void list(App app, Screen.Posts posts, List<String> lines) {
    List<Entry> shown = app.shelf().shown();
    lines.add(Clean.text(ListView.state(app)));
    int page = new Geometry(app.size()).entries(Banner.rows(app));
    int from = Math.max(0, Math.min(posts.selected(), posts.selected() / page * page));
    int end = Math.min(shown.size(), from + page);
    for (int i = from; i < end; i++)
      lines.add((i + 1) + ". " + Clean.text(entry(app, shown.get(i))));
    if (end < shown.size()) lines.add("Enter for more, a number to read, help for help.");
    else
      lines.add(shown.isEmpty() ? "No post fits. Say clear." : "A number to read, help for help.");
  }

  private static String entry(App app, Entry entry) {
    return switch (entry) {
      case Post post -> {
        StringBuilder out = new StringBuilder(post.title());
        if (post.date().isPresent())
          out.append(", ").append(Words.longDate(post.date().get().day()));
        out.append(", ").append(post.minutes()).append(" min");
        if (post.draft()) out.append(", draft");
        if (!Keeping.isRead(app, post)) out.append(", unread");
        for (Tag tag : post.tags()) out.append(", ").append(tag.name());
        yield out.toString();
      }
      case BrokenPost broken -> broken.title() + ", broken: " + broken.reason().brief();
    };
  }

  private static void tags(App app, Screen.Tags tags, List<String> lines) {
    lines.add(app.shelf().shown().size() + " of " + app.shelf().total() + " posts");
    for (int i = 0; i < tags.shown().size(); i++) {
      Tag tag = tags.shown().get(i);
      String chosen =
          Picks.isWith(app.shelf().query(), tag)
              ? ", with"
              : Picks.isWithout(app.shelf().query(), tag) ? ", without" : "";
      lines.add(
          (i + 1)
              + ". "
              + Clean.text(tag.name())
              + ", "
              + tags.counts().getOrDefault(tag, 0)
              + chosen);
    }
    lines.add(
        "A number turns a tag: with, without, either. list shows the posts, clear takes all away.");
  }

  private static void page(App app, Screen.Reader reader, List<String> lines) {
    List<Line> visible = ReaderView.visible(app, reader);
    for (Line line : visible) {
      switch (line.mark()) {
        case Mark.Heading heading ->
            lines.add("Heading " + heading.level() + ": " + line.words().strip());
        case Mark.Code code -> {
          lines.add(
              "Code block "
                  + code.number()
                  + (code.language().isEmpty() ? "" : ", " + code.language())
                  + ":");
          lines.add(line.text().stripTrailing());
        }
        case Mark.Details details ->
            lines.add(
                line.words().strip()
                    + (details.open() ? " (details, shown)" : " (details, folded)"));
        case Mark.None _, Mark.Block _, Mark.Footnote _ -> lines.add(line.text().stripTrailing());
      }
    }
    int end = reader.top() + visible.size();
    boolean last = end >= reader.page().lines().size();
    int percent = (int) (end * 100L / Math.max(1, reader.page().lines().size()));
    lines.add(
        last
            ? "End of the post. list goes back."
            : percent + " percent. Enter goes on, help for help.");
  }

  private static void choices(App app, Screen.Chooser chooser, List<String> lines) {
    lines.add(chooser.title() + ":");
    for (int i = 0; i < chooser.shown().size(); i++) {
      Screen.Choice choice = chooser.shown().get(i);
      String level =
          chooser.kind() == Screen.Kind.OUTLINE ? ", level " + (choice.indent() + 1) : "";
      String here = choice == chooser.current() ? ", current" : "";
      lines.add((i + 1) + ". " + Clean.text(choice.label()) + level + here);
    }
    lines.add("A number chooses, back goes back.");
  }

  private static void text(Screen.Text text, List<String> lines) {
    if (!text.note().isEmpty()) lines.add(text.note() + ".");
    for (String line : text.lines()) lines.add(Clean.text(line.replace("\t", "    ")));
    lines.add("back goes back.");
  }

  private static void help(List<String> lines) {
    lines.add("Enter goes on. A number reads a post, follows a link, or chooses.");
    lines.add("list. links. filter WORDS. tag NAME, without NAME, tags, clear. quit.");
    lines.add("In a post: find WORDS, percent N, mark LETTER, go LETTER, and the words below.");
    for (Where where : Where.values()) {
      StringBuilder words =
          new StringBuilder("For ")
              .append(where == Where.EVERYWHERE ? "everything" : "the " + where.title())
              .append(":");
      for (Command command : Command.values()) {
        if (command.group() == where) words.append(' ').append(command.word()).append(',');
      }
      words.setLength(words.length() - 1);
      lines.add(words + ".");
    }
    lines.add("back goes back.");
  }
}
