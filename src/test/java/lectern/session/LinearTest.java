package lectern.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lectern.post.Query;
import lectern.ui.App;
import lectern.ui.Keymap;
import lectern.ui.Memory;
import lectern.ui.Preferences;
import lectern.ui.Size;
import org.junit.jupiter.api.Test;

/** The reader by words: one conversation, held against a file. */
class LinearTest {
  private static final Path TALK = Path.of("src/test/resources/flows/linear/talk.txt");

  private static String talk(String words) throws IOException {
    SampleDesk desk = new SampleDesk(Path.of("src/test/resources/flows/posts"));
    App app =
        App.of(
            new Size(72, 16),
            desk.reread(),
            Query.ALL,
            Keymap.standard(),
            Preferences.STANDARD.today(20_000),
            Memory.NONE);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(out, false, StandardCharsets.UTF_8);
    new Linear(new BufferedReader(new StringReader(words)), print, desk, app).run(List.of());
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aConversation() throws IOException {
    String words =
        "tags\n"
            + "1\n"
            + "list\n"
            + "clear\n"
            + "filter retries\n"
            + "1\n\n"
            + "outline\n"
            + "3\n"
            + "find budget\n"
            + "next-hit\n"
            + "1\n"
            + "links\n"
            + "back\n"
            + "back\n"
            + "copy code\n"
            + "back\n"
            + "help\n"
            + "back\n"
            + "nonsense\n"
            + "99\n"
            + "quit\n";
    String actual = talk(words);
    if (Boolean.getBoolean("golden.write")) Files.writeString(TALK, actual);
    else assertEquals(Files.readString(TALK), actual);
  }

  @Test
  void theEndOfInputLeaves() throws IOException {
    assertTrue(talk("1\n").contains("Retries that do not make things worse"));
  }

  @Test
  void noCursorIsMoved() throws IOException {
    String told = talk("1\n\n\n\n\n\n\n\nlist\ntags\nhelp\n");
    for (int i = 0; i < told.length(); i++) {
      char c = told.charAt(i);
      assertTrue(c == '\n' || c >= ' ' && c != 0x7f, "a control character at " + i);
    }
  }
}
