package lectern.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lectern.post.Query;
import lectern.terminal.AnsiWriter;
import lectern.terminal.Capabilities;
import lectern.terminal.LineTerminal;
import lectern.ui.Keymap;
import lectern.ui.Model;
import lectern.ui.Preferences;
import lectern.ui.ReaderHistory;
import lectern.ui.Size;
import org.junit.jupiter.api.Test;

/** The reader by words: one conversation, held against a file. */
class LinearTest {
  private static final Path TALK = Path.of("src/test/resources/flows/linear/talk.txt");

  private static String talk(String words) throws IOException {
    return talk(words, true);
  }

  private static String talk(String words, boolean unicode) throws IOException {
    return talk(words, unicode, new SampleBackend(Path.of("src/test/resources/flows/posts")));
  }

  private static String talk(String words, boolean unicode, SampleBackend desk) throws IOException {
    Model model =
        Model.of(
            new Size(72, 16),
            desk.reload(),
            Query.ALL,
            Keymap.defaults(),
            Preferences.DEFAULTS,
            ReaderHistory.EMPTY);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    AnsiWriter writer = new AnsiWriter(out, null, Capabilities.plain(unicode), 0);
    BufferedReader in = new BufferedReader(new StringReader(words));
    LineTerminal terminal = new LineTerminal(in, writer, () -> new Size(72, 16));
    new Session(terminal, desk, model, Runnable::run, Presentation.LINES).run(List.of());
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

  @Test
  void onlyWhatMovedIsTold() throws IOException {
    String told = talk("next-unread\nnext-unread\nstart\nend\n\n");
    String after = told.substring(told.indexOf("> "));
    assertTrue(after.startsWith("> 2. The four signals"), after);
    assertEquals(6, after.lines().count(), after);
    assertTrue(after.contains("End of the list"), after);
  }

  @Test
  void signsAreWords() throws IOException {
    String told = talk("without ops\n1\n\nlist\nwithout ops\nclear\n1\n");
    assertTrue(told.contains("without the tag ops"), told);
    assertTrue(told.contains("(link 1, link 2, link 3)"), told);
    assertTrue(told.contains("Code block 1, python:"), told);
    assertFalse(told.contains("|python") || told.contains("-----"), told);
  }

  @Test
  void aWordNearlyRightNamesTheRightOne() throws IOException {
    assertTrue(talk("filtr\n").contains("did you mean filter?"));
    assertTrue(talk("1\nj\n").lines().count() > 10, "a key does what it does elsewhere");
  }

  @Test
  void withoutUnicodeItIsAscii() throws IOException {
    String told = talk("nonsense\nfilter café\n1\n", false);
    assertTrue(told.chars().allMatch(c -> c < 0x7f), told);
  }

  @Test
  void aBrokenPostIsEditedWhereItIsBroken() throws IOException {
    SampleBackend desk = new SampleBackend(Path.of("src/test/resources/flows/posts"));
    talk("end\nedit\nstart\nedit\n", true, desk);
    assertEquals(List.of("half-written.md:4", "retries.md:1"), desk.edited);
  }
}
