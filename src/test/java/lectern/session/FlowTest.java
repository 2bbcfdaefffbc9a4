package lectern.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lectern.FakeTerminal;
import lectern.post.Query;
import lectern.ui.Event;
import lectern.ui.Keymap;
import lectern.ui.Model;
import lectern.ui.Preferences;
import lectern.ui.ReaderHistory;
import lectern.ui.Size;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Keystrokes and the screens after them, as files: {@code flows/*.txt}. With {@code
 * -Dgolden.write=true} the screens are written anew, for a person to read the difference.
 */
class FlowTest {
  private static final Path FLOWS = Path.of("src/test/resources/flows");
  private static final String MARGIN = "|";

  @TestFactory
  List<DynamicTest> flows() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    try (var files = Files.newDirectoryStream(FLOWS, "*.txt")) {
      for (Path file : files)
        tests.add(DynamicTest.dynamicTest(file.getFileName().toString(), () -> play(file)));
    }
    return tests;
  }

  private static void play(Path file) throws IOException {
    String expected = Files.readString(file);
    String actual = new Flow().play(expected);
    if (Boolean.getBoolean("golden.write")) Files.writeString(file, actual);
    else assertEquals(expected, actual);
  }

  /** One playing of one file. */
  private static final class Flow {
    private final SampleBackend desk = new SampleBackend(FLOWS.resolve("posts"));
    private final StringBuilder out = new StringBuilder();
    private final List<Event> events = new ArrayList<>();
    private Size size = new Size(80, 24);

    String play(String script) {
      for (String line : script.split("\n")) {
        if (line.startsWith(MARGIN)) continue;
        out.append(line).append('\n');
        int space = line.indexOf(' ');
        String word = space < 0 ? line : line.substring(0, space);
        String rest = space < 0 ? "" : line.substring(space + 1);
        step(word, rest);
      }
      return out.toString();
    }

    private void step(String word, String rest) {
      switch (word) {
        case "size" -> size = sizeOf(rest);
        case "keys" -> {
          for (String key : rest.split(" "))
            if (!key.isEmpty()) events.add(new Event.KeyPressed(lectern.ui.Key.of(key)));
        }
        case "resize" -> events.add(new Event.Resized(sizeOf(rest)));
        case "paste" -> events.add(new Event.Pasted(rest.replace("\\n", "\n")));
        case "wheel" -> events.add(new Event.MousePressed(rest.equals("up") ? 64 : 65, 1, 1));
        case "click" -> {
          String[] at = rest.split(" ");
          events.add(new Event.MousePressed(0, Integer.parseInt(at[0]), Integer.parseInt(at[1])));
        }
        case "screen" -> print(run().screen());
        case "copied" -> print(String.join("\n", run().copied()) + "\n");
        case "#", "" -> {}
        default -> throw new IllegalArgumentException("unknown step " + word);
      }
    }

    /** Everything so far, from the beginning: a flow is a story, and each screen a page of it. */
    private FakeTerminal run() {
      FakeTerminal terminal = new FakeTerminal(size.columns(), size.rows());
      for (Event event : events) terminal.event(event);
      Preferences preferences = Preferences.DEFAULTS;
      Model model =
          Model.of(
              size, desk.reload(), Query.ALL, Keymap.defaults(), preferences, ReaderHistory.EMPTY);
      new Session(terminal, desk, model, Runnable::run, Presentation.SCREEN).run(List.of());
      return terminal;
    }

    private void print(String text) {
      for (String line : text.split("\n", -1)) out.append(MARGIN).append(line).append('\n');
      out.setLength(out.length() - MARGIN.length() - 1);
    }

    private static Size sizeOf(String text) {
      int x = text.indexOf('x');
      return new Size(
          Integer.parseInt(text.substring(0, x)), Integer.parseInt(text.substring(x + 1)));
    }
  }
}
