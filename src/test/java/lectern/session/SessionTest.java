package lectern.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import lectern.FakeTerminal;
import lectern.library.Library;
import lectern.markdown.HeadingText;
import lectern.post.Catalog;
import lectern.post.Entry;
import lectern.post.PostBody;
import lectern.post.Query;
import lectern.terminal.Capabilities;
import lectern.terminal.ScreenTerminal;
import lectern.theme.Theme;
import lectern.ui.Event;
import lectern.ui.Keymap;
import lectern.ui.Model;
import lectern.ui.OpenTarget;
import lectern.ui.Preferences;
import lectern.ui.ReaderHistory;
import lectern.ui.Size;
import lectern.ui.Step;
import lectern.ui.update.PostOpening;
import lectern.userdata.Config;
import lectern.userdata.UserFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One reader over a real folder and a real home. */
class SessionTest {
  private static final long TODAY = 20_800;

  @TempDir Path folder;
  private Path posts;
  private UserFiles home;

  @BeforeEach
  void someposts() throws IOException {
    posts = Files.createDirectory(folder.resolve("posts"));
    home = new UserFiles(folder.resolve("state"), null);
    StringBuilder body = new StringBuilder();
    for (int i = 1; i <= 40; i++)
      body.append("## Part ").append(i).append("\n\nWords of part ").append(i).append(".\n\n");
    Files.writeString(
        posts.resolve("long.md"), "---\ntitle: A long one\ndate: 2026-01-02\n---\n" + body);
    Files.writeString(
        posts.resolve("short.md"), "---\ntitle: A short one\ndate: 2026-01-01\n---\nNo more.\n");
  }

  private FakeTerminal play(FakeTerminal terminal) {
    return play(terminal, TODAY, desk());
  }

  private Backend desk() {
    Library library = Library.of(posts, null, HeadingText::of);
    return new LocalBackend(library, library.read(), home, Config.DEFAULTS, Map.of());
  }

  private FakeTerminal play(FakeTerminal terminal, long today, Backend desk) {
    try {
      Model model =
          Model.of(
                  terminal.size(),
                  desk.reload(),
                  Query.ALL,
                  Keymap.defaults(),
                  Preferences.DEFAULTS,
                  home.loadHistory().history())
              .offerUnfinished(today);
      new Session(terminal, desk, model, Runnable::run, Presentation.SCREEN).run(List.of());
      return terminal;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static FakeTerminal terminal() {
    return new FakeTerminal(60, 12);
  }

  @Test
  void aPostOpensAgainWhereItWasLeftEvenWhenTheLineIsCut() {
    play(terminal().keys("Enter ] ] ] ] ]").event(new Event.Disconnected("the line was cut")));
    String again = play(terminal().keys("Enter")).screen();
    assertTrue(again.startsWith("  Part 5\n"), again);
    assertTrue(again.contains("Where you left it"), again);
  }

  @Test
  void thePlaceStaysWithTheBlockWhenTheFileIsEdited() throws IOException {
    play(terminal().keys("Enter ] ] ] ] ] Q"));
    Path file = posts.resolve("long.md");
    Files.writeString(file, Files.readString(file) + "\n## One more\n\nAt the end.\n");
    assertTrue(play(terminal().keys("Enter")).screen().startsWith("  Part 5\n"));
  }

  /** Saving is for another thread; the end waits for what it has not done yet. */
  @Test
  void noKeyWaitsForTheDiskAndTheEndDoes() throws IOException {
    List<Runnable> later = new java.util.ArrayList<>();
    Backend desk = desk();
    Model model =
        Model.of(
            new Size(60, 12),
            desk.reload(),
            Query.ALL,
            Keymap.defaults(),
            Preferences.DEFAULTS,
            ReaderHistory.EMPTY);
    Path state = folder.resolve("state/state");
    FakeTerminal terminal = terminal().keys("Enter ]").event(new Event.Tick());
    terminal.keys("]").event(new Event.Disconnected("the line was cut"));
    new Session(terminal, desk, model, later::add, Presentation.SCREEN).run(List.of());
    assertTrue(Files.readString(state).contains("long.md"));
    for (Runnable each : later) each.run();
    assertTrue(Files.readString(state).contains("long.md"));
  }

  /** Files made from one template, or copied: to have read one is not to have read them all. */
  @Test
  void aFileOfTheSameTextBesideOneThatWasReadIsUnread() throws IOException {
    Path copy = posts.resolve("copy.md");
    Files.writeString(copy, "---\ntitle: A copied one\ndate: 2026-01-01\n---\nNo more.\n");
    play(terminal().keys("j Enter Q"));
    String screen = play(terminal()).screen();
    assertTrue(screen.matches("(?s).*A copied one [^●\n]*\n.*"), screen);
    assertTrue(screen.matches("(?s).*A short one [^\n]*●\n.*"), screen);
    Files.move(copy, posts.resolve("moved.md"));
    screen = play(terminal()).screen();
    assertTrue(screen.matches("(?s).*A copied one [^●\n]*\n.*"), screen);
  }

  @Test
  void onAnotherDayTheListOffersToContinue() {
    play(terminal().keys("Enter ] ] ] ] ] Q"));
    long now = System.currentTimeMillis() / 86_400_000L;
    assertTrue(play(terminal(), now + 1, desk()).screen().contains("c  continue “A long one” at "));
    String there = play(terminal().keys("c"), now + 1, desk()).screen();
    assertTrue(there.startsWith("  Part 5\n"), there);
  }

  @Test
  void readIsAMatterOfContentNotOfTheFile() throws IOException {
    play(terminal().keys("Enter Q"));
    Path file = posts.resolve("long.md");
    Files.setLastModifiedTime(
        file, java.nio.file.attribute.FileTime.fromMillis(1_000_000_000_000L));
    assertEquals(1, unread(play(terminal())), "touched, but the same");
    Files.move(file, posts.resolve("renamed.md"));
    assertEquals(1, unread(play(terminal())), "moved, but the same");
    Files.writeString(
        posts.resolve("renamed.md"),
        Files.readString(posts.resolve("renamed.md")) + "New words.\n");
    assertEquals(2, unread(play(terminal())), "changed");
  }

  private static int unread(FakeTerminal terminal) {
    int n = 0;
    for (char c : terminal.screen().toCharArray()) if (c == '●') n++;
    return n;
  }

  @Test
  void aPostThatIsGoneIsASentence() throws IOException {
    Backend desk = desk();
    Backend stale =
        new Wrapped(desk) {
          @Override
          public Catalog reload() {
            return catalog;
          }
        };
    Files.delete(posts.resolve("long.md"));
    assertTrue(
        play(terminal().keys("Enter"), TODAY, stale)
            .screen()
            .contains("long.md cannot be shown: there is no such file"));
  }

  @Test
  void anErrorInsideIsLoggedAndSaidAndReadingGoesOn() {
    Backend broken =
        new Wrapped(desk()) {
          @Override
          public PostBody readBody(Entry entry) {
            throw new IllegalStateException("a defect");
          }
        };
    String screen = play(terminal().keys("Enter"), TODAY, broken).screen();
    assertTrue(screen.contains("Something went wrong inside lectern; the details are in"), screen);
    assertTrue(Files.exists(folder.resolve("state/lectern.log")));
    String next = play(terminal().keys("Enter j"), TODAY, broken).screen();
    assertTrue(next.contains("▌A short one"), next);
  }

  @Test
  void theFileNamedIsOpenAtOnce() throws IOException {
    Backend desk = desk();
    FakeTerminal terminal = terminal();
    Model model =
        Model.of(
            new Size(60, 12),
            desk.reload(),
            Query.ALL,
            Keymap.defaults(),
            Preferences.DEFAULTS,
            ReaderHistory.EMPTY);
    Step first =
        PostOpening.requestPost(
            model,
            desk.reload().entries().getFirst(),
            OpenTarget.LAST_POSITION,
            model.navigation());
    new Session(terminal, desk, first.model(), Runnable::run, Presentation.SCREEN)
        .run(first.effects());
    assertTrue(terminal.frames().getFirst().lines().getFirst().text().contains("A long one"));
  }

  @Test
  void aChangeOfTheFolderIsTold() throws Exception {
    LinkedBlockingQueue<Event> told = new LinkedBlockingQueue<>();
    Library library = Library.of(posts, null, HeadingText::of);
    LocalBackend desk = new LocalBackend(library, library.read(), home, Config.DEFAULTS, Map.of());
    Runnable end = desk.watch(told::add);
    Event event = null;
    // the watch begins on a thread of its own: change until it notices
    for (int i = 0; i < 40 && event == null; i++) {
      Files.writeString(posts.resolve("new-" + i + ".md"), "---\ntitle: New\n---\nText.\n");
      event = told.poll(500, TimeUnit.MILLISECONDS);
    }
    end.run();
    assertNotNull(event, "no change was noticed");
    Catalog now = ((Event.CatalogLoaded) event).catalog();
    assertTrue(now.entries().size() > 2);
  }

  @Test
  void theOpenPostFollowsItsFile() throws IOException {
    Catalog before = Library.of(posts, null, HeadingText::of).read();
    Files.writeString(
        posts.resolve("long.md"),
        "---\ntitle: A long one\ndate: 2026-01-02\n---\nQuite short now.\n");
    Catalog after = Library.of(posts, null, HeadingText::of).read();
    Backend desk =
        new Wrapped(desk()) {
          @Override
          public Catalog reload() {
            return before;
          }
        };
    FakeTerminal terminal = terminal().keys("Enter").event(new Event.CatalogLoaded(after, false));
    assertTrue(play(terminal, TODAY, desk).screen().contains("Quite short now."));
  }

  @Test
  void howTheEditorEndedIsSaid() throws IOException {
    Backend desk =
        new Wrapped(desk()) {
          @Override
          public String edit(Path file, int line) {
            return "The editor ended with code 3";
          }
        };
    assertTrue(
        play(terminal().keys("Enter e"), TODAY, desk)
            .screen()
            .contains("The editor ended with code 3"));
  }

  @Test
  void whatIsWrongWithAThemeIsSaidWhereItIsChosen() throws IOException {
    Backend desk =
        new Wrapped(desk()) {
          @Override
          public lectern.theme.Theme.Loaded loadTheme(String name) {
            return Theme.read(name, "link: blu", n -> null);
          }
        };
    assertTrue(
        play(terminal().keys("T Down"), TODAY, desk)
            .screen()
            .contains("dark.theme:1: neither a colour nor an attribute"));
  }

  @Test
  void aRequestToStopFromOutsideIsNoKey() throws IOException {
    int[] stopped = new int[1];
    Backend desk =
        new Wrapped(desk()) {
          @Override
          public void suspend() {
            stopped[0]++;
          }
        };
    FakeTerminal terminal = terminal().keys("/").event(new Event.SuspendRequested()).keys("x");
    assertTrue(play(terminal, TODAY, desk).screen().contains("/x"));
    assertEquals(1, stopped[0]);
  }

  /** A desk with one thing changed. */
  private abstract static class Wrapped implements Backend {
    final Backend inner;
    final Catalog catalog;

    Wrapped(Backend inner) {
      this.inner = inner;
      try {
        this.catalog = inner.reload();
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }

    @Override
    public PostBody readBody(Entry entry) throws IOException {
      return inner.readBody(entry);
    }

    @Override
    public Catalog catalog() {
      return inner.catalog();
    }

    @Override
    public Catalog reload() throws IOException {
      return inner.reload();
    }

    @Override
    public void save(ReaderHistory memory) throws IOException {
      inner.save(memory);
    }

    @Override
    public lectern.theme.Theme.Loaded loadTheme(String name) {
      return inner.loadTheme(name);
    }

    @Override
    public String edit(Path file, int line) throws IOException {
      return inner.edit(file, line);
    }

    @Override
    public void browse(String address) throws IOException {
      inner.browse(address);
    }

    @Override
    public void suspend() {
      inner.suspend();
    }

    @Override
    public long now() {
      return inner.now();
    }

    @Override
    public String logError(Throwable error) {
      return inner.logError(error);
    }
  }

  @Test
  void anEmptyFolderIsSaidOnTheSmallestScreen() throws IOException {
    try (var files = Files.list(posts)) {
      for (Path file : files.toList()) Files.delete(file);
    }
    String small = play(new FakeTerminal(20, 5)).screen();
    assertTrue(small.contains("  There are no\n  posts here.\n"), small);
    String large = play(new FakeTerminal(40, 10)).screen();
    assertTrue(large.contains(".mdx."), large);
  }

  /** A clock that stands still: the time of another picture never comes while keys are there. */
  @Test
  void picturesBetweenKeysThatAreThereAlreadyAreNotDrawn() {
    List<byte[]> writes = new java.util.ArrayList<>();
    ScreenTerminal terminal =
        new ScreenTerminal(
            writes::add,
            Capabilities.of(Map.of("TERM", "xterm-256color", "LANG", "C.UTF-8"), true, "auto"),
            Theme.of("ansi"),
            new Size(80, 24),
            false,
            1);
    SampleBackend desk = new SampleBackend(posts);
    Model model =
        Model.of(
            terminal.size(),
            desk.reload(),
            Query.ALL,
            Keymap.defaults(),
            Preferences.DEFAULTS,
            ReaderHistory.EMPTY);
    byte[] keys = ("jk".repeat(300) + "Q").getBytes(StandardCharsets.US_ASCII);
    terminal.feed(keys, 0, keys.length);
    new Session(terminal, desk, model, Runnable::run, Presentation.SCREEN).run(List.of());
    assertTrue(writes.size() < 8, "pictures: " + writes.size());
  }
}
