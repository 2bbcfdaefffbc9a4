package lectern.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lectern.library.Library;
import lectern.markdown.HeadingText;
import lectern.post.Entry;
import lectern.ui.Event;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveCatalogTest {
  @TempDir Path home;
  private Path posts;
  private final List<Event> events = new ArrayList<>();

  @BeforeEach
  void write() throws IOException {
    posts = Files.createDirectory(home.resolve("posts"));
    post("one", "title: One");
    post("hidden", "title: Hidden\ndraft: true");
  }

  private void post(String name, String frontMatter) throws IOException {
    Files.writeString(posts.resolve(name + ".md"), "---\n" + frontMatter + "\n---\n\nText.\n");
  }

  private LiveCatalog open(String title, boolean drafts) {
    return new LiveCatalog(
        Library.of(posts, null, HeadingText::of).confinedToFolder(), title, drafts);
  }

  private static List<String> names(LiveCatalog catalog) {
    return catalog.catalog().entries().stream().map(Entry::name).sorted().toList();
  }

  @Test
  void draftsAreShownOnlyWhenAskedFor() {
    assertEquals(List.of("one.md"), names(open(null, false)));
    LiveCatalog all = open(null, true);
    assertEquals(List.of("hidden.md", "one.md"), names(all));
    assertTrue(all.includesDrafts());
  }

  @Test
  void itsTitleIsTheFoldersOrTheOneGiven() {
    assertEquals("posts", open(null, false).catalog().name());
    assertEquals("The quiet room", open("The quiet room", false).catalog().name());
  }

  @Test
  void aChangeIsToldToSubscribers() throws IOException {
    LiveCatalog catalog = open(null, false);
    Runnable unsubscribe = catalog.subscribe(events::add);
    assertTrue(catalog.refresh());
    assertEquals(List.of(), events, "nothing has changed");
    post("two", "title: Two");
    assertTrue(catalog.refresh());
    assertEquals(List.of("one.md", "two.md"), names(catalog));
    assertEquals(List.of(new Event.CatalogLoaded(catalog.catalog(), false)), events);
    unsubscribe.run();
    post("three", "title: Three");
    assertTrue(catalog.refresh());
    assertEquals(1, events.size());
  }

  @Test
  void aSubscriberThatFailsDoesNotHinderTheOthers() throws IOException {
    LiveCatalog catalog = open(null, false);
    for (int i = 0; i < 2; i++)
      catalog.subscribe(
          event -> {
            events.add(event);
            throw new IllegalStateException("mine");
          });
    post("two", "title: Two");
    assertThrows(IllegalStateException.class, catalog::refresh);
    assertEquals(2, events.size());
    assertTrue(catalog.refresh());
  }

  @Test
  void aFolderThatIsGoneKeepsItsPostsInTheList() throws IOException {
    LiveCatalog catalog = open(null, false);
    Files.move(posts, home.resolve("away"));
    assertFalse(catalog.refresh());
    assertFalse(catalog.isAvailable());
    assertEquals(List.of("one.md"), names(catalog));
    Files.move(home.resolve("away"), posts);
    assertTrue(catalog.refresh());
    assertTrue(catalog.isAvailable());
  }

  @Test
  void nothingOutsideTheFolderIsResolved() throws IOException {
    LiveCatalog catalog = open(null, false);
    Path one = posts.resolve("one.md");
    assertEquals(one.toRealPath(), catalog.resolveInside(one));
    Path outside = Files.writeString(home.resolve("outside.md"), "# Outside\n");
    Files.delete(one);
    Files.createSymbolicLink(one, outside);
    IOException e = assertThrows(IOException.class, () -> catalog.resolveInside(one));
    assertEquals("is not in the folder that is served", e.getMessage());
    Path none = posts.resolve("none.md");
    e = assertThrows(IOException.class, () -> catalog.resolveInside(none));
    assertEquals("is not there any more", e.getMessage());
  }
}
