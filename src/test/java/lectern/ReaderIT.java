package lectern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The main flows on the built program, on a real pty. */
@DisabledOnOs(OS.WINDOWS)
class ReaderIT {
  private static final String ESC = "\033";

  @TempDir Path home;

  private Path posts;

  @BeforeEach
  void write() throws IOException {
    posts = Files.createDirectories(home.resolve("posts"));
    for (Path sample : Files.list(Path.of("src/test/resources/flows/posts")).toList())
      Files.copy(sample, posts.resolve(sample.getFileName()));
  }

  private Pty start(String words) throws Exception {
    return new Pty(home, 80, 24, Map.of(), words);
  }

  private Path config(String text) throws IOException {
    return Program.post(home, ".config/lectern/config.yaml", text);
  }

  @Test
  void tagsThenReadThenBack() throws Exception {
    try (Pty pty = start("posts")) {
      pty.until("Retries that do not make things worse", "Dead letters", "? help");
      pty.type("t").until("queues");
      pty.type("queues").type("\r").until("Dead letters", "queues");
      pty.gone("Retries that do not");
      pty.type("\r").until("A message that cannot be read is put aside");
      pty.type("q").until("1 of 5");
      pty.type(ESC).until("Retries that do not make things worse");
      pty.type("q");
      assertEquals("", pty.ends(0));
    }
  }

  @Test
  void searchOutlineAndLinks() throws Exception {
    try (Pty pty = start("posts/retries.md")) {
      pty.until("Building on a network");
      pty.type("/jitter\r").until("1 of ");
      pty.type("o").until("Why back-off", "A budget");
      pty.type("budget\r").until("Retries may be a tenth");
      pty.type("g").until("Building on a network");
      pty.type("\t").until("four-signals.md");
      pty.type("\r").until("How long it takes, for good answers");
      pty.type("H").until("See the four signals");
      pty.resize(50, 16);
      pty.until("Back-off, jitter", "6 sections");
      pty.type("Q");
      assertEquals("", pty.ends(0));
    }
  }

  @Test
  void thePlaceIsKeptOverAKill() throws Exception {
    Path state = home.resolve(".local/state/lectern/state");
    try (Pty pty = start("posts/retries.md")) {
      pty.until("Building on a network");
      pty.type("o").until("Why back-off").lines();
      pty.type("budget\r").gone("Building on a network");
      String before = Files.exists(state) ? Files.readString(state) : "";
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
      while (!Files.exists(state) || Files.readString(state).equals(before)) {
        assertTrue(System.nanoTime() < end, "nothing was kept");
        Thread.onSpinWait();
      }
      pty.signal("KILL");
    }
    try (Pty pty = start("posts/retries.md")) {
      String screen = pty.until("Where you left it");
      assertTrue(screen.contains("Retries may be a tenth"), screen);
      pty.type("g").until("Building on a network");
      pty.type("Q");
      pty.ends(0);
    }
  }

  /**
   * Not by its number among the blocks, which changes, nor by the time stamp, which says nothing.
   */
  @Test
  void textPutInAboveAndTouchedFilesChangeNothing() throws Exception {
    Path retries = posts.resolve("retries.md");
    try (Pty pty = start("posts")) {
      pty.until("Retries that do not make things worse");
      pty.type("\r").until("Building on a network");
      pty.type("o").until("Why back-off").lines();
      pty.type("budget\r").gone("Building on a network");
      String text = Files.readString(retries);
      Files.writeString(
          retries, text.replace("Building on", "New one.\n\nNew two.\n\nNew.\n\nBuilding on"));
      pty.until("83 %", "Retries may be a tenth");
      pty.type("Q");
      pty.ends(0);
    }
    Files.setLastModifiedTime(retries, FileTime.fromMillis(1_000_000_000_000L));
    String unread =
        Program.in(home, "list", "-C", posts.toString(), "--unread", "--tsv").run().out();
    assertFalse(unread.contains("retries"), unread);
    int some = 1 + (int) listed().lines().takeWhile(line -> !line.contains("retries")).count();
    assertEquals(some, listed("--unread", "-n", "" + some).lines().count(), "as many as asked for");
    try (Pty pty = start("posts/retries.md")) {
      pty.until("Where you left it", "Retries may be a tenth");
      pty.type("Q");
      pty.ends(0);
    }
  }

  @Test
  void whatAppearsAndChangesOnDiskShowsUpByItself() throws Exception {
    try (Pty pty = start("posts")) {
      pty.until("Retries that do not make things worse");
      Program.post(posts, "new.md", "---\ntitle: Brand new\ndate: 2026-11-20\n---\n\nFirst.\n");
      pty.until("Brand new");
      Files.delete(posts.resolve("new.md"));
      pty.gone("Brand new");
      pty.type("\r").until("Building on a network");
      Path retries = posts.resolve("retries.md");
      Files.writeString(
          retries,
          Files.readString(retries).replace("Building on a network", "Working over a wire"));
      pty.until("Working over a wire");
      pty.type("Q");
      pty.ends(0);
    }
  }

  @Test
  void codeIsCopiedExactly() throws Exception {
    try (Pty pty = start("posts/retries.md")) {
      pty.until("Building on a network");
      pty.type("y").until("lines of code sent to the clipboard");
      pty.type("Q");
      pty.ends(0);
      String copied =
          new String(
              Base64.getDecoder().decode(pty.emulator.clipboard.toString()),
              StandardCharsets.UTF_8);
      assertTrue(copied.startsWith("def fetch(url):\n    for attempt in range(5):\n"), copied);
    }
  }

  @Test
  void theThemeIsRemembered() throws Exception {
    try (Pty pty = start("posts")) {
      pty.until("Retries");
      pty.type("T").until("contrast");
      pty.type("dark\r").gone("contrast");
      pty.type("q");
      pty.ends(0);
      assertFalse(pty.bytes().contains("48;2;"), "no background was asked for");
    }
    try (Pty pty = new Pty(home, 80, 24, Map.of("COLORTERM", "truecolor"), "posts")) {
      pty.until("Retries");
      pty.type("q");
      pty.ends(0);
      assertTrue(pty.bytes().contains(";2;"), "no colour of the theme");
    }
  }

  @Test
  void ofTheThemeChosenAndTheOneConfiguredTheLaterWordWins() throws Exception {
    config("theme: light\n");
    try (Pty pty = start("posts")) {
      pty.until("Retries");
      pty.type("T").until("contrast");
      pty.type("paper\r").until("Theme: paper");
      pty.type("Q");
      pty.ends(0);
    }
    config("theme: light\nwidth: 70\n");
    assertEquals("paper", themeInUse());
    config("theme: dark\nwidth: 70\n");
    assertEquals("dark", themeInUse());
  }

  private String themeInUse() throws Exception {
    try (Pty pty = start("posts")) {
      pty.until("Retries");
      String screen = pty.type("T").until("contrast", "in use");
      pty.type("\033").until("Retries");
      pty.type("Q");
      pty.ends(0);
      for (String row : screen.split("\n"))
        if (row.contains("in use")) return row.replace("▌", "").strip().split(" ")[0];
      throw new AssertionError(screen);
    }
  }

  private String listed(String... more) throws Exception {
    List<String> words = new ArrayList<>(List.of("list", "-C", posts.toString(), "--tsv"));
    words.addAll(List.of(more));
    return Program.in(home, words.toArray(new String[0])).run().out();
  }

  /** The virtual machine would print all its threads. */
  @Test
  void aQuitSignalPrintsNothingOverTheScreen() throws Exception {
    try (Pty pty = start("posts")) {
      pty.until("Retries");
      pty.signal("QUIT");
      pty.type("?").until("half a page down");
      pty.type("Q");
      assertEquals("", pty.ends(0));
      assertFalse(pty.bytes().contains("thread dump"), pty.bytes());
    }
  }

  @Test
  void theEditorOpensAtTheLineAndTheNewTextIsThere() throws Exception {
    Path editor =
        Program.post(
            home,
            "vi",
            "#!/bin/sh\n"
                + "echo \"$@\" > asked\n"
                + "for file; do :; done\n"
                + "sed -i 's/Building on a network/Edited by hand/' \"$file\"\n");
    editor.toFile().setExecutable(true);
    try (Pty pty = new Pty(home, 80, 24, Map.of("VISUAL", editor.toString()), "posts/retries.md")) {
      pty.until("Building on a network");
      pty.type("e").until("Edited by hand");
      pty.type("Q");
      assertEquals("", pty.ends(0));
    }
    String asked = Files.readString(home.resolve("asked"));
    assertTrue(asked.contains("retries.md"), asked);
    assertTrue(asked.contains("+"), asked);
  }

  @Test
  void theMouseOpensFollowsAndScrolls() throws Exception {
    config("mouse: true\n");
    try (Pty pty = start("posts")) {
      String screen = pty.until("Retries that do not make things worse");
      click(pty, screen, "Dead letters");
      screen = pty.until("A message that cannot be read");
      click(pty, screen, "Retries that do not make");
      pty.until("Building on a network");
      pty.type((ESC + "[<65;10;10M").repeat(3)).gone("Building on a network");
      pty.type("Q");
      pty.ends(0);
    }
  }

  private static void click(Pty pty, String screen, String text) throws IOException {
    String[] lines = screen.split("\n");
    for (int row = 0; row < lines.length; row++) {
      int column = lines[row].indexOf(text);
      if (column < 0) continue;
      String at = (column + 2) + ";" + (row + 1);
      pty.type(ESC + "[<0;" + at + "M" + ESC + "[<0;" + at + "m");
      return;
    }
    throw new AssertionError(text + " is not on the screen");
  }

  @Test
  void aPasteIsTextInTheFilterAndKeysNowhereElse() throws Exception {
    try (Pty pty = start("posts")) {
      pty.until("Retries that do not make things worse");
      pty.type("/").type(ESC + "[200~dead\nletters" + ESC + "[201~");
      pty.gone("Retries that do not");
      pty.until("Dead letters");
      pty.type(ESC).until("Retries that do not make things worse");
      pty.type(ESC + "[200~zzz\nQ" + ESC + "[201~").until("No post fits");
      pty.type(ESC).until("Retries that do not make things worse");
      pty.type("Q");
      pty.ends(0);
    }
  }

  @Test
  void stoppedAndContinuedItIsWhereItWas() throws Exception {
    try (Pty pty = start("posts/retries.md")) {
      pty.until("Building on a network");
      pty.type(" ").gone("Building on a network");
      pty.type("\032");
      pty.awaitStopped();
      pty.type("\n");
      pty.type("g").until("Building on a network");
      pty.type("Q");
      pty.ends(0);
    }
  }

  @Test
  void signalsLeaveTheTerminalAsItWas() throws Exception {
    for (String signal : new String[] {"TERM", "INT", "HUP"}) {
      try (Pty pty = start("posts/retries.md")) {
        pty.until("Building on a network");
        pty.signal(signal);
        String said = pty.ends(Map.of("TERM", 143, "INT", 130, "HUP", 129).get(signal));
        assertTrue(said.lines().count() <= 1, said);
      }
    }
  }

  @Test
  void aTerminalThatIsClosedEndsIt() throws Exception {
    try (Pty pty = start("posts/retries.md")) {
      pty.until("Building on a network");
      ProcessHandle program = ProcessHandle.of(pty.pid()).orElseThrow();
      pty.hangUp();
      program.onExit().get(20, TimeUnit.SECONDS);
      assertFalse(program.isAlive());
    }
    assertTrue(Files.readString(home.resolve(".local/state/lectern/state")).contains("retries"));
  }

  /** The first frame is on the screen before the first key is read. */
  @Test
  void aHangUpAtTheVeryFirstFrameKeepsThePlace() throws Exception {
    Path state = home.resolve(".local/state/lectern/state");
    for (int i = 0; i < 4; i++) {
      try (Pty pty = start("posts/retries.md")) {
        pty.until("Building on a network");
        pty.signal("HUP");
        pty.ends(129);
      }
      assertTrue(Files.readString(state).contains("retries"));
      Files.delete(state);
    }
  }

  @Test
  void keysOfTheConfigAndItsMistakes() throws Exception {
    config("keys:\n  read: [x, 'g o']\nwidht: 60\n");
    try (Pty pty = start("posts")) {
      String first = pty.until("Retries that do not make things worse", "width");
      assertTrue(first.contains("widht") || first.contains("line 3"), first);
      pty.type("go").until("Building on a network");
      pty.type("q").until("Dead letters");
      pty.type("x").until("Building on a network");
      pty.type("Q");
      pty.ends(0);
    }
  }

  @Test
  void aDumbTerminalGetsLines() throws Exception {
    for (String words : new String[] {"", "--linear"}) {
      try (Pty pty =
          new Pty(
              home, 80, 24, Map.of("TERM", words.isEmpty() ? "dumb" : "xterm"), "posts " + words)) {
        while (!pty.bytes().contains("Dead letters")) pty.line();
        assertFalse(pty.bytes().contains(ESC), pty.bytes());
        pty.type("3\r");
        while (!pty.bytes().contains("A message that cannot be read")) pty.line();
        pty.type("quit\r");
        pty.type("quit\r");
        pty.ends(0);
        assertFalse(pty.bytes().contains(ESC + "["), pty.bytes());
      }
    }
  }
}
