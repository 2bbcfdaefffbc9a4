package lectern.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditorTest {
  private static final Path FILE = Path.of("/posts/a b.md");

  @TempDir Path folder;

  private static String command(String words) throws IOException {
    return String.join("|", Editor.of(List.of(), Map.of("VISUAL", words)).commandFor(FILE, 12));
  }

  @Test
  void eachIsToldTheLineInItsOwnWay() throws IOException {
    assertEquals("vim|-u|NONE|+12|/posts/a b.md", command("vim -u NONE"));
    assertEquals("/usr/bin/vim.basic|+12|/posts/a b.md", command("/usr/bin/vim.basic"));
    assertEquals("emacs|-nw|+12|/posts/a b.md", command("emacs -nw"));
    assertEquals("nano|+12|/posts/a b.md", command("nano"));
    assertEquals("code|--wait|--goto|/posts/a b.md:12", command("code"));
    assertEquals("code|-w|--goto|/posts/a b.md:12", command("code -w"));
    assertEquals("hx|/posts/a b.md:12", command("hx"));
    assertEquals("subl|--wait|/posts/a b.md:12", command("subl"));
    assertEquals("kate|--block|--line|12|/posts/a b.md", command("kate"));
    assertEquals("/opt/My Editor/ed|-x|/posts/a b.md", command("'/opt/My Editor/ed' -x"));
    assertEquals("ed|/posts/a b.md", command("ed"));
  }

  @Test
  void theOneConfiguredGoesBeforeThoseOfTheEnvironment() throws IOException {
    Map<String, String> env = Map.of("VISUAL", " ", "EDITOR", "nano");
    assertEquals(List.of("vim"), Editor.of(List.of("vim"), env).commandLine());
    assertEquals(List.of("nano"), Editor.of(List.of(), env).commandLine());
    String none =
        assertThrows(IOException.class, () -> Editor.of(List.of(), Map.of())).getMessage();
    assertTrue(none.contains("$VISUAL"), none);
  }

  private Path script(String text) throws IOException {
    Path script = Files.writeString(folder.resolve("an editor"), "#!/bin/sh\n" + text + "\n");
    script.toFile().setExecutable(true);
    return script;
  }

  @Test
  void howItEndedIsSaid() throws IOException {
    Path script = script("exit 0");
    Editor editor = Editor.of(List.of(), Map.of("EDITOR", script.toString()));
    assertEquals("", editor.run(FILE, 1), "a path with a space is one word");
    script("exit 3");
    assertEquals("The editor ended with code 3", editor.run(FILE, 1));
    script("kill -9 $$");
    assertEquals("The editor was ended by signal 9", editor.run(FILE, 1));
  }

  @Test
  void oneThatCannotBeStartedIsSaid() {
    String said =
        assertThrows(IOException.class, () -> new Editor(List.of("/no/such/editor")).run(FILE, 1))
            .getMessage();
    assertTrue(said.contains("/no/such/editor (there is no such program)"), said);
    said =
        assertThrows(IOException.class, () -> new Editor(List.of(folder + "")).run(FILE, 1))
            .getMessage();
    assertTrue(said.contains("(it may not be run)"), said);
  }
}
