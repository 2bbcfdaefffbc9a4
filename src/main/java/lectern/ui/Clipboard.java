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
  static Step code(Model app, Screen.ReaderScreen reader) {
    List<Page.CodeBlock> inView = inView(app, reader);
    if (inView.isEmpty()) return Step.of(app.message("No code in view"));
    if (inView.size() == 1) return copy(app, inView.getFirst());
    List<Screen.Choice> choices = new ArrayList<>();
    for (int i = 0; i < inView.size() && i < 26; i++)
      choices.add(choice(inView.get(i), (char) ('a' + i)));
    return Step.of(app.push(Screen.Picker.of(Screen.PickerKind.CODES, "copy which code?", choices, 0)));
  }

  private static Screen.Choice choice(Page.CodeBlock code, char letter) {
    String first = code.literal().strip();
    int end = first.indexOf('\n');
    String label = letter + "  " + (end < 0 ? first : first.substring(0, end));
    return new Screen.Choice(label, code.language(), 0, Integer.toString(code.number()));
  }

  private static List<Page.CodeBlock> inView(Model app, Screen.ReaderScreen reader) {
    int bottom = reader.top() + new ScreenMetrics(app.size()).pageRows();
    List<Page.CodeBlock> codes = new ArrayList<>();
    for (Page.CodeBlock code : reader.page().codeBlocks()) {
      if (code.row() < bottom && code.row() + code.rowCount() > reader.top()) codes.add(code);
    }
    return codes;
  }

  static Step copy(Model app, Screen.ReaderScreen reader, int number) {
    for (Page.CodeBlock code : reader.page().codeBlocks())
      if (code.number() == number) return copy(app, code);
    return Step.of(app);
  }

  private static Step copy(Model app, Page.CodeBlock code) {
    int lines = 0;
    String literal = code.literal();
    for (int i = 0; i < literal.length(); i++) if (literal.charAt(i) == '\n') lines++;
    return Step.of(
        app, new Effect.Copy(literal, Phrases.count(Math.max(1, lines), "line") + " of code"));
  }

  /** Copies where the link in focus points; without one, the file of the post. */
  static Step address(Model app, Screen.ReaderScreen reader) {
    List<FocusTarget> stops = FocusTarget.of(reader.page());
    boolean focused = reader.focus() >= 0 && reader.focus() < stops.size();
    if (focused && stops.get(reader.focus()) instanceof FocusTarget.LinkTarget link) {
      String target = link.link().target();
      return Step.of(app, new Effect.Copy(target, "The address " + target));
    }
    Entry entry = reader.opened().entry();
    String path = app.preferences().local() ? entry.path().toString() : entry.name();
    return Step.of(app, new Effect.Copy(path, "The post’s path " + path));
  }

  /** Where the terminal would not take a copy, the text is shown bare, to be selected by hand. */
  static Model copied(Model app, Event.CopyFinished copied) {
    if (copied.refused().isEmpty()) return app.message(copied.what() + " sent to the clipboard");
    List<String> lines = List.of(copied.text().stripTrailing().split("\n", -1));
    return app.push(new Screen.TextScreen("not copied: select by hand", copied.refused(), lines, 0));
  }

  /** The letter after {@code m} or {@code '}. */
  static Step letter(Model app, Key key) {
    Model ready = app.pending("", -1);
    String letter = key.typed();
    if (letter.isBlank()) return Step.of(ready);
    if (!(ready.top() instanceof Screen.ReaderScreen reader)) return Step.of(ready);
    return app.keys().equals(SET) ? Step.of(set(ready, reader, letter)) : go(ready, reader, letter);
  }

  private static Model set(Model app, Screen.ReaderScreen reader, String letter) {
    NavigationHistory.Location here = PostOpening.here(reader);
    ReaderHistory.Bookmark mark = new ReaderHistory.Bookmark(letter, here.path(), here.place(), app.now());
    return app.memory(app.memory().with(mark)).message("Mark " + letter + " is set");
  }

  private static Step go(Model app, Screen.ReaderScreen reader, String letter) {
    ReaderHistory.Bookmark mark = app.memory().marks().get(letter);
    if (mark == null) return Step.of(app.message("There is no mark " + letter));
    NavigationHistory.Location stop = new NavigationHistory.Location(mark.path(), mark.place(), -1);
    return ReaderUpdate.go(app, reader, stop, app.trail().left(PostOpening.here(reader)));
  }

  static Step themes(Model app) {
    List<Screen.Choice> choices = new ArrayList<>();
    int at = 0;
    for (String name : app.preferences().themes()) {
      if (name.equals(app.preferences().theme())) at = choices.size();
      choices.add(new Screen.Choice(name, "", 0, name));
    }
    if (choices.isEmpty()) return Step.of(app.message("There is no theme to choose"));
    return Step.of(app.push(Screen.Picker.of(Screen.PickerKind.THEMES, "theme", choices, at)));
  }
}
