package lectern.ui;

import java.util.ArrayList;
import java.util.List;
import lectern.layout.Page;
import lectern.post.Entry;

/** What a reader takes away or sets: copies, marks, a theme. */
final class Clipboard {
  /** Stand in for the keys of a sequence while the letter of a mark is awaited. */
  static final String SET = "mark";

  static final String GO = "go";

  private Clipboard() {}

  /** Copies the block of code in view; of several, asks which. */
  static Next code(App app, Screen.Reader reader) {
    List<Page.CodeBlock> inView = inView(app, reader);
    if (inView.isEmpty()) return Next.of(app.message("No code in view"));
    if (inView.size() == 1) return copy(app, inView.getFirst());
    List<Screen.Choice> choices = new ArrayList<>();
    for (int i = 0; i < inView.size() && i < 26; i++)
      choices.add(choice(inView.get(i), (char) ('a' + i)));
    return Next.of(app.push(Screen.Chooser.of(Screen.Kind.CODES, "copy which code?", choices, 0)));
  }

  private static Screen.Choice choice(Page.CodeBlock code, char letter) {
    String first = code.literal().strip();
    int end = first.indexOf('\n');
    String label = letter + "  " + (end < 0 ? first : first.substring(0, end));
    return new Screen.Choice(label, code.language(), 0, Integer.toString(code.number()));
  }

  private static List<Page.CodeBlock> inView(App app, Screen.Reader reader) {
    int bottom = reader.top() + new Geometry(app.size()).pageRows();
    List<Page.CodeBlock> codes = new ArrayList<>();
    for (Page.CodeBlock code : reader.page().codeBlocks()) {
      if (code.row() < bottom && code.row() + code.rowCount() > reader.top()) codes.add(code);
    }
    return codes;
  }

  static Next copy(App app, Screen.Reader reader, int number) {
    for (Page.CodeBlock code : reader.page().codeBlocks())
      if (code.number() == number) return copy(app, code);
    return Next.of(app);
  }

  private static Next copy(App app, Page.CodeBlock code) {
    int lines = 0;
    String literal = code.literal();
    for (int i = 0; i < literal.length(); i++) if (literal.charAt(i) == '\n') lines++;
    return Next.of(
        app, new Effect.Copy(literal, Phrases.count(Math.max(1, lines), "line") + " of code"));
  }

  /** Copies where the link in focus points; without one, the file of the post. */
  static Next address(App app, Screen.Reader reader) {
    List<FocusTarget> stops = FocusTarget.of(reader.page());
    boolean focused = reader.focus() >= 0 && reader.focus() < stops.size();
    if (focused && stops.get(reader.focus()) instanceof FocusTarget.LinkTarget link) {
      String target = link.link().target();
      return Next.of(app, new Effect.Copy(target, "The address " + target));
    }
    Entry entry = reader.opened().entry();
    String path = app.preferences().local() ? entry.path().toString() : entry.name();
    return Next.of(app, new Effect.Copy(path, "The post’s path " + path));
  }

  /** Where the terminal would not take a copy, the text is shown bare, to be selected by hand. */
  static App copied(App app, Event.Copied copied) {
    if (copied.refused().isEmpty()) return app.message(copied.what() + " sent to the clipboard");
    List<String> lines = List.of(copied.text().stripTrailing().split("\n", -1));
    return app.push(new Screen.Text("not copied: select by hand", copied.refused(), lines, 0));
  }

  /** The letter after {@code m} or {@code '}. */
  static Next letter(App app, Key key) {
    App ready = app.pending("", -1);
    String letter = key.typed();
    if (letter.isBlank()) return Next.of(ready);
    if (!(ready.top() instanceof Screen.Reader reader)) return Next.of(ready);
    return app.keys().equals(SET) ? Next.of(set(ready, reader, letter)) : go(ready, reader, letter);
  }

  private static App set(App app, Screen.Reader reader, String letter) {
    Trail.Stop here = Reading.here(reader);
    Memory.Bookmark mark = new Memory.Bookmark(letter, here.path(), here.place(), app.now());
    return app.memory(app.memory().with(mark)).message("Mark " + letter + " is set");
  }

  private static Next go(App app, Screen.Reader reader, String letter) {
    Memory.Bookmark mark = app.memory().marks().get(letter);
    if (mark == null) return Next.of(app.message("There is no mark " + letter));
    Trail.Stop stop = new Trail.Stop(mark.path(), mark.place(), -1);
    return ReaderUpdate.go(app, reader, stop, app.trail().left(Reading.here(reader)));
  }

  static Next themes(App app) {
    List<Screen.Choice> choices = new ArrayList<>();
    int at = 0;
    for (String name : app.preferences().themes()) {
      if (name.equals(app.preferences().theme())) at = choices.size();
      choices.add(new Screen.Choice(name, "", 0, name));
    }
    if (choices.isEmpty()) return Next.of(app.message("There is no theme to choose"));
    return Next.of(app.push(Screen.Chooser.of(Screen.Kind.THEMES, "theme", choices, at)));
  }
}
