package lectern.userdata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import lectern.layout.ReadingPosition;
import lectern.ui.ReaderHistory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserFilesTest {
  @TempDir Path folder;

  private static ReaderHistory.ReadingRecord kept(String path, long at) {
    return new ReaderHistory.ReadingRecord(
        path,
        "00ff",
        10,
        20,
        true,
        new ReadingPosition(3, 44, -5, 0, 9),
        40,
        "A title\twith a tab\nand a line",
        at);
  }

  private static ReaderHistory memory(ReaderHistory.ReadingRecord... kept) {
    Map<String, ReaderHistory.ReadingRecord> posts = new java.util.HashMap<>();
    for (ReaderHistory.ReadingRecord one : kept) posts.put(one.path(), one);
    return new ReaderHistory(
        posts,
        Map.of("a", new ReaderHistory.Bookmark("a", "/x", new ReadingPosition(1, 2), 7)),
        List.of("retry"),
        "dark",
        5,
        "paper");
  }

  @Test
  void whatIsSavedIsLoaded() throws IOException {
    ReaderHistory memory = memory(kept("/a\\b.md", 1_795_466_279_248L), kept("/c\nd.md", -1));
    new UserFiles(folder, null).saveHistory(memory);
    UserFiles.LoadedHistory loaded = new UserFiles(folder, null).loadHistory();
    assertEquals(memory, loaded.history());
    assertEquals(List.of(), loaded.warnings());
  }

  @Test
  void whatIsNoFileIsSaidAndNotWaitedFor() throws Exception {
    Path pipe = folder.resolve("state");
    if (new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() != 0) return;
    UserFiles.LoadedHistory loaded = new UserFiles(folder, null).loadHistory();
    assertTrue(loaded.warnings().getFirst().startsWith("What was remembered cannot be read"));
    assertEquals(ReaderHistory.EMPTY, loaded.history());
  }

  @Test
  void twoLecternsLoseNothing() throws IOException {
    UserFiles one = new UserFiles(folder, null);
    UserFiles other = new UserFiles(folder, null);
    one.loadHistory();
    other.loadHistory();
    one.saveHistory(memory(kept("/a", 1)));
    other.saveHistory(memory(kept("/b", 2)));
    assertEquals(
        java.util.Set.of("/a", "/b"),
        new UserFiles(folder, null).loadHistory().history().records().keySet());
  }

  @Test
  void manyAtOnceLoseNothing() throws Exception {
    int many = 8;
    CountDownLatch done = new CountDownLatch(many);
    for (int i = 0; i < many; i++) {
      ReaderHistory memory = memory(kept("/p" + i, i));
      Thread.startVirtualThread(
          () -> {
            try {
              new UserFiles(folder, null).saveHistory(memory);
            } catch (IOException e) {
              throw new java.io.UncheckedIOException(e);
            } finally {
              done.countDown();
            }
          });
    }
    done.await();
    assertEquals(many, new UserFiles(folder, null).loadHistory().history().records().size());
  }

  @Test
  void theNewerWordWins() {
    ReaderHistory both = memory(kept("/a", 1)).mergeWith(memory(kept("/a", 9)));
    assertEquals(9, both.records().get("/a").changedAt());
    assertEquals(
        9, memory(kept("/a", 9)).mergeWith(memory(kept("/a", 1))).records().get("/a").changedAt());
  }

  @Test
  void damagedStateIsSetAside() throws IOException {
    Files.write(folder.resolve("state"), new byte[] {(byte) 0xff, 0, 1, 2});
    UserFiles.LoadedHistory loaded = new UserFiles(folder, null).loadHistory();
    assertEquals(ReaderHistory.EMPTY, loaded.history());
    assertEquals(1, loaded.warnings().size());
    assertTrue(Files.exists(folder.resolve("state.damaged")));
    assertFalse(Files.exists(folder.resolve("state")));
  }

  @Test
  void aDamagedLineCostsOnlyItself() throws IOException {
    new UserFiles(folder, null).saveHistory(memory(kept("/a", 1)));
    Files.writeString(
        folder.resolve("state"), Files.readString(folder.resolve("state")) + "post\tnonsense\n");
    UserFiles.LoadedHistory loaded = new UserFiles(folder, null).loadHistory();
    assertEquals(1, loaded.history().records().size());
    assertEquals(1, loaded.warnings().size());
    assertTrue(Files.exists(folder.resolve("state.damaged")));
  }

  @Test
  void stateOfANewerLecternIsLeftAlone() throws IOException {
    Files.writeString(folder.resolve("state"), "lectern state 2\nwhatever\n");
    UserFiles home = new UserFiles(folder, null);
    assertEquals(1, home.loadHistory().warnings().size());
    home.saveHistory(memory(kept("/a", 1)));
    assertEquals("lectern state 2\nwhatever\n", Files.readString(folder.resolve("state")));
  }

  @Test
  void whereNothingCanBeKeptItIsSaidOnce() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    UserFiles home = new UserFiles(file.resolve("below"), null);
    IOException said =
        assertThrows(IOException.class, () -> home.saveHistory(memory(kept("/a", 1))));
    assertTrue(said.getMessage().startsWith("Your place cannot be kept in "), said.getMessage());
    home.saveHistory(memory(kept("/a", 1)));
    assertEquals("", home.logError(new RuntimeException("x")));
  }

  @Test
  void withoutAHomeEverythingIsForgotten() throws IOException {
    UserFiles home = UserFiles.of(Map.of());
    assertEquals(ReaderHistory.EMPTY, home.loadHistory().history());
    home.saveHistory(memory(kept("/a", 1)));
    assertEquals(Config.DEFAULTS, home.readConfig());
    assertEquals(List.of(), home.userThemeNames());
  }

  @Test
  void foldersFollowTheEnvironment() throws IOException {
    UserFiles home = UserFiles.of(Map.of("HOME", folder.toString()));
    home.saveHistory(memory(kept("/a", 1)));
    assertTrue(Files.exists(folder.resolve(".local/state/lectern/state")));
    UserFiles named =
        UserFiles.of(Map.of("HOME", "/nowhere", "XDG_STATE_HOME", folder.resolve("s").toString()));
    named.saveHistory(memory(kept("/a", 1)));
    assertTrue(Files.exists(folder.resolve("s/lectern/state")));
  }

  @Test
  void anErrorIsLoggedWithItsTrace() throws IOException {
    String where = new UserFiles(folder, null).logError(new IllegalStateException("boom"));
    assertEquals(folder.resolve("lectern.log").toString(), where);
    assertTrue(Files.readString(Path.of(where)).contains("boom"));
    assertTrue(Files.readString(Path.of(where)).contains("at lectern.userdata.UserFilesTest"));
  }

  private UserFiles configured(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve("config").resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
    return new UserFiles(null, folder.resolve("config"));
  }

  private static String only(List<String> warnings) {
    assertEquals(1, warnings.size(), warnings.toString());
    return warnings.getFirst();
  }

  @Test
  void aConfigurationThatCannotBeReadIsSaid() throws IOException {
    byte[] binary = {(byte) 0xff, 0, 1};
    String said = only(configured("config.yaml", binary).readConfig().warnings());
    assertTrue(said.endsWith("config.yaml: cannot be read: it is not UTF-8 text"), said);
    byte[] huge = "width: 60\n".repeat(10_000).getBytes();
    said = only(configured("config.yaml", huge).readConfig().warnings());
    assertTrue(said.endsWith("cannot be read: it is longer than 64 KiB"), said);
    Files.delete(folder.resolve("config/config.yaml"));
    Files.createDirectory(folder.resolve("config/config.yaml"));
    said = only(new UserFiles(null, folder.resolve("config")).readConfig().warnings());
    assertTrue(said.endsWith("cannot be read: it is no file"), said);
  }

  @Test
  void themesOfOnesOwn() throws IOException {
    byte[] text = "\ufeffinherits: dark\r\nlink: red # mine\r\n".getBytes("UTF-8");
    UserFiles home = configured("themes/dark.theme", text);
    var read = home.loadTheme("dark");
    assertEquals(List.of(), read.warnings(), "one built in can be built on under its own name");
    assertEquals(lectern.theme.Theme.of("dark").defaultStyle(), read.theme().defaultStyle());
    assertTrue(home.hasTheme("dark") && home.hasTheme("paper") && !home.hasTheme("../dark"));
    home = configured("themes/odd.theme", new byte[] {(byte) 0xc3});
    read = home.loadTheme("odd");
    assertTrue(only(read.warnings()).endsWith("cannot be read: it is not UTF-8 text"));
    assertEquals("ansi", read.theme().name());
    assertEquals("odd", home.themeNames().getLast());
  }
}
