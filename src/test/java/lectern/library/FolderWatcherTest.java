package lectern.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;
import lectern.markdown.HeadingText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Changes of folders that are links, or come and go themselves. */
@DisabledOnOs(OS.WINDOWS)
class FolderWatcherTest {
  private static final long LONGEST_SECONDS = 20;

  @TempDir Path folder;

  private final LinkedBlockingQueue<String> told = new LinkedBlockingQueue<>();
  private AutoCloseable watch;
  private Library library;

  @BeforeEach
  void write() throws IOException {
    post("one/a.md");
    post("two/b.md");
    post("two/c.md");
    post("aside/d.md");
  }

  private Path post(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "# " + name + "\n");
  }

  private void watch(Library what) throws Exception {
    library = what;
    watch = library.watch(() -> told.add("changed"), () -> told.add("lost"));
    assertEquals("changed", told.poll(LONGEST_SECONDS, TimeUnit.SECONDS), "once at first");
  }

  @AfterEach
  void end() {
    FolderWatcher.closeQuietly(watch);
  }

  /** Waits until it is told of changes that leave so many posts. */
  private void until(IntPredicate posts) throws Exception {
    while (true) {
      assertEquals("changed", told.poll(LONGEST_SECONDS, TimeUnit.SECONDS), "never told");
      if (posts.test(library.read().entries().size())) return;
    }
  }

  @Test
  void aLinkToAFolderThatIsTurnedElsewhere() throws Exception {
    Path current = Files.createSymbolicLink(folder.resolve("current"), folder.resolve("one"));
    watch(Library.of(current, null, HeadingText::of));
    post("one/new.md");
    until(n -> n == 2);
    Path next = Files.createSymbolicLink(folder.resolve("next"), folder.resolve("two"));
    Files.move(next, current, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    until(n -> n == 2 && library.read().entries().getFirst().name().equals("b.md"));
    post("two/new.md");
    until(n -> n == 3);
  }

  @Test
  void aFolderThatIsMovedAwayAndComesBack() throws Exception {
    Path one = folder.resolve("one");
    watch(Library.of(one, null, HeadingText::of));
    Files.move(one, folder.resolve("gone"));
    until(n -> n == 0);
    Files.move(folder.resolve("gone"), one);
    until(n -> n == 1);
    post("one/new.md");
    until(n -> n == 2);
    assertTrue(told.stream().noneMatch("lost"::equals));
  }

  @Test
  void foldersAndFilesThatAreLinkedTo() throws Exception {
    Files.createSymbolicLink(folder.resolve("one/linked"), folder.resolve("two"));
    Path file = Files.createSymbolicLink(folder.resolve("one/d.md"), folder.resolve("aside/d.md"));
    watch(Library.of(folder.resolve("one"), null, HeadingText::of));
    post("two/deep/new.md");
    until(n -> n == 5);
    post("two/deep/newer.md");
    until(n -> n == 6);
    told.clear();
    Files.writeString(folder.resolve("aside/d.md"), "# Changed\n");
    assertEquals("changed", told.poll(LONGEST_SECONDS, TimeUnit.SECONDS));
    FolderWatcher.closeQuietly(watch);
    told.clear();
    watch(Library.ofFile(file, folder.resolve("one"), HeadingText::of));
    Files.writeString(folder.resolve("aside/d.md"), "# Changed again\n");
    assertEquals("changed", told.poll(LONGEST_SECONDS, TimeUnit.SECONDS));
  }
}
