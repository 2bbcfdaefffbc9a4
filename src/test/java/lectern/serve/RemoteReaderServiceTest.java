package lectern.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lectern.FakeTerminal;
import lectern.library.Library;
import lectern.markdown.HeadingText;
import lectern.post.Entry;
import lectern.ssh.Client;
import lectern.ssh.ReaderService;
import lectern.ui.Event;
import lectern.ui.ReaderHistory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemoteReaderServiceTest {
  private static final Map<String, String> ENV =
      Map.of("TERM", "xterm-256color", "LANG", "C.UTF-8");
  private static final Client UNKNOWN = new Client(1, "192.0.2.7", null, ENV);
  private static final Client KNOWN = new Client(2, "192.0.2.7", "SHA256:key", ENV);

  @TempDir Path home;
  private LiveCatalog catalog;
  private RemoteReaderService service;
  private final List<String> commands = new ArrayList<>();
  private final List<Throwable> errors = new ArrayList<>();

  @BeforeEach
  void open() throws IOException {
    Path posts = Files.createDirectory(home.resolve("posts"));
    Files.writeString(
        posts.resolve("one.md"),
        "---\ntitle: First\n---\n\n" + "A paragraph with words.\n\n".repeat(60));
    catalog =
        new LiveCatalog(Library.of(posts, null, HeadingText::of).confinedToFolder(), null, false);
    service = new RemoteReaderService(catalog, home.resolve("state"), runner);
  }

  private final CommandRunner runner =
      new CommandRunner() {
        @Override
        public List<String> commandNames() {
          return List.of("list", "show");
        }

        @Override
        public int run(
            List<String> args,
            RemoteReader reader,
            Map<String, String> env,
            int columns,
            OutputStream out,
            OutputStream err) {
          commands.add(
              args + " " + columns + " " + env.get("LANG") + " " + (reader.userFiles() != null));
          assertEquals(catalog.catalog(), reader.catalog());
          return 3;
        }
      };

  private FakeTerminal read(Client client, String keys) {
    FakeTerminal terminal = new FakeTerminal(80, 24).keys(keys);
    service.runScreen(client, terminal, errors::add);
    assertEquals(List.of(), errors);
    return terminal;
  }

  private static boolean shows(FakeTerminal terminal, String text) {
    return terminal.frames().stream()
        .anyMatch(frame -> frame.lines().stream().anyMatch(line -> line.text().contains(text)));
  }

  @Test
  void aReaderWithoutAKeyIsToldThatNothingIsKept() {
    FakeTerminal terminal = read(UNKNOWN, "Enter q q");
    assertTrue(shows(terminal, "A paragraph with words."));
    assertTrue(shows(terminal, "Nothing is kept between visits"));
    assertFalse(Files.exists(home.resolve("state/readers")));
  }

  @Test
  void theReadingPositionOfAKeyIsKept() {
    FakeTerminal first = read(KNOWN, "Enter Space Space q q");
    assertFalse(shows(first, "Nothing is kept"));
    assertTrue(Files.isDirectory(home.resolve("state/readers/key")));
    assertTrue(shows(read(KNOWN, "Enter q q"), "Where you left it"));
  }

  @Test
  void whyATerminalWasLostIsReturned() {
    FakeTerminal terminal = new FakeTerminal(80, 24).event(new Event.Disconnected("stopping"));
    assertEquals("stopping", service.runScreen(UNKNOWN, terminal, errors::add));
  }

  @Test
  void commandsAreRunForTheReader() {
    OutputStream none = OutputStream.nullOutputStream();
    assertEquals(3, service.runCommand(List.of("list"), UNKNOWN, 80, none, none));
    Client bare = new Client(3, "192.0.2.7", "SHA256:key", Map.of());
    service.runCommand(List.of("show", "one"), bare, 0, none, none);
    assertEquals(List.of("list", "show"), service.commandNames());
    assertEquals(List.of("[list] 80 C.UTF-8 false", "[show, one] 0 C.UTF-8 true"), commands);
  }

  @Test
  void itIsReadyAsLongAsThePostsCanBeRead() throws IOException {
    assertTrue(service.isReady());
    Files.move(home.resolve("posts"), home.resolve("away"));
    catalog.refresh();
    assertFalse(service.isReady());
  }

  @Test
  void aReaderOverSshHasOnlyThePosts() throws IOException {
    RemoteBackend backend = new RemoteBackend(catalog, null, errors::add);
    assertNotNull(backend.readBody(catalog.catalog().entries().getFirst()));
    assertEquals(catalog.catalog(), backend.reload());
    assertEquals(List.of(), backend.loadTheme("ansi").warnings());
    assertThrows(IOException.class, () -> backend.edit(home, 1));
    assertThrows(IOException.class, () -> backend.browse("https://example.org"));
    assertNull(backend.resolveFile("one.md"));
    backend.save(ReaderHistory.EMPTY);
    backend.suspend();
    List<Event> events = new ArrayList<>();
    Runnable end = backend.watch(events::add);
    Files.writeString(home.resolve("posts/two.md"), "# Two\n");
    catalog.refresh();
    end.run();
    assertEquals(1, events.size());
    Throwable error = new IllegalStateException();
    assertEquals("", backend.logError(error));
    assertEquals(List.of(error), errors);
    Files.delete(home.resolve("posts/one.md"));
    Entry one =
        catalog.catalog().entries().stream()
            .filter(entry -> entry.name().equals("one.md"))
            .findFirst()
            .orElseThrow();
    IOException gone = assertThrows(IOException.class, () -> backend.readBody(one));
    assertEquals("is not there any more", gone.getMessage());
  }

  @Test
  void warmingUpReadsOnScreensThatNobodySees() {
    List<String> runs = new ArrayList<>();
    new WarmUp(
            new ReaderService() {
              @Override
              public String runScreen(
                  Client client,
                  lectern.terminal.Terminal terminal,
                  java.util.function.Consumer<Throwable> failed) {
                runs.add("screen " + terminal.size() + " " + terminal.next(-1));
                return "";
              }

              @Override
              public int runCommand(
                  List<String> args,
                  Client client,
                  int columns,
                  OutputStream out,
                  OutputStream err) {
                runs.add(args + " " + columns);
                throw new IllegalStateException("is not told");
              }

              @Override
              public boolean isReady() {
                return true;
              }
            })
        .run();
    assertEquals(4, runs.size());
    assertTrue(runs.getFirst().contains("j"), runs.getFirst());
    assertEquals("[list] 80", runs.getLast());
  }
}
