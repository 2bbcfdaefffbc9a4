package lectern.ui.update;

import java.util.ArrayList;
import java.util.List;
import lectern.layout.Page;
import lectern.post.Entry;
import lectern.ui.Effect;
import lectern.ui.Event;
import lectern.ui.FocusTarget;
import lectern.ui.Key;
import lectern.ui.Model;
import lectern.ui.NavigationHistory;
import lectern.ui.Phrases;
import lectern.ui.ReaderHistory;
import lectern.ui.Screen;
import lectern.ui.ScreenMetrics;
import lectern.ui.Step;

/** What a reader takes away or sets: copies, marks, a theme. */
public final class Clipboard {
  /** Stand in for the keys of a sequence while the letter of a mark is awaited. */
  public static final String SET_MARK = "mark";

  public static final String JUMP_TO_MARK = "go";

  private Clipboard() {}

  /** Copies the block of code in view; of several, asks which. */
  static Step copyCode(Model app, Screen.ReaderScreen reader) {
    List<Page.CodeBlock> inView = codeBlocksInView(app, reader);
    if (inView.isEmpty()) return Step.of(app.message("No code in view"));
    if (inView.size() == 1) return copyCodeBlock(app, inView.getFirst());
    List<Screen.Choice> choices = new ArrayList<>();
    for (int i = 0; i < inView.size() && i < 26; i++)
      choices.add(codeChoice(inView.get(i), (char) ('a' + i)));
    return Step.of(
        app.push(Screen.Picker.of(Screen.PickerKind.CODE_BLOCKS, "copy which code?", choices, 0)));
  }

  private static Screen.Choice codeChoice(Page.CodeBlock code, char letter) {
    String first = code.literal().strip();
    int end = first.indexOf('\n');
    String label = letter + "  " + (end < 0 ? first : first.substring(0, end));
    return new Screen.Choice(label, code.language(), 0, Integer.toString(code.number()));
  }

  private static List<Page.CodeBlock> codeBlocksInView(Model app, Screen.ReaderScreen reader) {
    int bottom = reader.top() + new ScreenMetrics(app.size()).pageRows();
    List<Page.CodeBlock> codes = new ArrayList<>();
    for (Page.CodeBlock code : reader.page().codeBlocks()) {
      if (code.row() < bottom && code.row() + code.rowCount() > reader.top()) codes.add(code);
    }
    return codes;
  }

  static Step copyCodeBlock(Model app, Screen.ReaderScreen reader, int number) {
    for (Page.CodeBlock code : reader.page().codeBlocks())
      if (code.number() == number) return copyCodeBlock(app, code);
    return Step.of(app);
  }

  private static Step copyCodeBlock(Model app, Page.CodeBlock code) {
    int lines = 0;
    String literal = code.literal();
    for (int i = 0; i < literal.length(); i++) if (literal.charAt(i) == '\n') lines++;
    return Step.of(
        app, new Effect.Copy(literal, Phrases.pluralize(Math.max(1, lines), "line") + " of code"));
  }

  /** Copies where the link in focus points; without one, the file of the post. */
  static Step copyAddress(Model app, Screen.ReaderScreen reader) {
    List<FocusTarget> stops = FocusTarget.findAll(reader.page());
    boolean focused = reader.focusIndex() >= 0 && reader.focusIndex() < stops.size();
    if (focused && stops.get(reader.focusIndex()) instanceof FocusTarget.LinkTarget link) {
      String target = link.link().target();
      return Step.of(app, new Effect.Copy(target, "The address " + target));
    }
    Entry entry = reader.post().entry();
    String path = app.preferences().local() ? entry.path().toString() : entry.name();
    return Step.of(app, new Effect.Copy(path, "The post’s path " + path));
  }

  /** Where the terminal would not take a copy, the text is shown bare, to be selected by hand. */
  static Model showCopyResult(Model app, Event.CopyFinished copied) {
    if (copied.failureReason().isEmpty())
      return app.message(copied.description() + " sent to the clipboard");
    List<String> lines = List.of(copied.text().stripTrailing().split("\n", -1));
    return app.push(
        new Screen.TextScreen("not copied: select by hand", copied.failureReason(), lines, 0));
  }

  /** The letter after {@code m} or {@code '}. */
  public static Step handleMarkLetter(Model app, Key key) {
    Model ready = app.withPendingInput("", -1);
    String letter = key.typedText();
    if (letter.isBlank()) return Step.of(ready);
    if (!(ready.screen() instanceof Screen.ReaderScreen reader)) return Step.of(ready);
    return app.pendingKeys().equals(SET_MARK)
        ? Step.of(setBookmark(ready, reader, letter))
        : jumpToBookmark(ready, reader, letter);
  }

  private static Model setBookmark(Model app, Screen.ReaderScreen reader, String letter) {
    NavigationHistory.Location here = PostOpening.currentLocation(reader);
    ReaderHistory.Bookmark mark =
        new ReaderHistory.Bookmark(letter, here.path(), here.position(), app.now());
    return app.history(app.history().with(mark)).message("Mark " + letter + " is set");
  }

  private static Step jumpToBookmark(Model app, Screen.ReaderScreen reader, String letter) {
    ReaderHistory.Bookmark mark = app.history().bookmarks().get(letter);
    if (mark == null) return Step.of(app.message("There is no mark " + letter));
    NavigationHistory.Location stop =
        new NavigationHistory.Location(mark.path(), mark.position(), -1);
    return ReaderUpdate.goTo(
        app, reader, stop, app.navigation().leave(PostOpening.currentLocation(reader)));
  }

  static Step openThemePicker(Model app) {
    List<Screen.Choice> choices = new ArrayList<>();
    int at = 0;
    for (String name : app.preferences().themeNames()) {
      if (name.equals(app.preferences().theme())) at = choices.size();
      choices.add(new Screen.Choice(name, "", 0, name));
    }
    if (choices.isEmpty()) return Step.of(app.message("There is no theme to choose"));
    return Step.of(app.push(Screen.Picker.of(Screen.PickerKind.THEMES, "theme", choices, at)));
  }
}
