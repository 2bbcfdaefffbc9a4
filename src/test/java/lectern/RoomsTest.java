package lectern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The plan of the packages, read from class files: the build fails where the code leaves it. */
class RoomsTest {
  private static final Path SOURCES = Path.of("src/main/java/lectern");

  /** The most classes of a package that may know each other in a circle. */
  private static final int MAX_CIRCLE = 6;

  private static final Set<String> EVERYTHING =
      Set.of(
          "text",
          "post",
          "markdown",
          "markdown.dialect",
          "code",
          "theme",
          "layout",
          "links",
          "ui",
          "ui.update",
          "ui.view",
          "ui.linear",
          "data",
          "library",
          "userdata",
          "terminal",
          "session",
          "check",
          "ssh",
          "serve");

  private static final Map<String, Set<String>> MAY_USE =
      Map.ofEntries(
          Map.entry("text", Set.of()),
          Map.entry("post", Set.of("text")),
          Map.entry("markdown.dialect", Set.of("text")),
          Map.entry("markdown", Set.of("text", "markdown.dialect")),
          Map.entry("code", Set.of("text")),
          Map.entry("theme", Set.of("text")),
          Map.entry("layout", Set.of("text", "markdown", "code")),
          Map.entry("links", Set.of("text", "post")),
          Map.entry("ui", Set.of("text", "post", "markdown", "layout", "theme", "links")),
          Map.entry(
              "ui.update", Set.of("ui", "text", "post", "markdown", "layout", "theme", "links")),
          Map.entry(
              "ui.view", Set.of("ui", "text", "post", "markdown", "layout", "theme", "links")),
          Map.entry(
              "ui.linear",
              Set.of(
                  "ui",
                  "ui.update",
                  "ui.view",
                  "text",
                  "post",
                  "markdown",
                  "layout",
                  "theme",
                  "links")),
          Map.entry("data", Set.of("text")),
          Map.entry("library", Set.of("text", "post", "data")),
          Map.entry("userdata", Set.of("text", "post", "layout", "theme", "data", "ui")),
          Map.entry("terminal", Set.of("text", "theme", "ui")),
          Map.entry(
              "session",
              Set.of(
                  "text",
                  "post",
                  "layout",
                  "theme",
                  "ui",
                  "ui.update",
                  "ui.view",
                  "ui.linear",
                  "terminal",
                  "library",
                  "userdata")),
          Map.entry("check", Set.of("text", "post", "library", "links", "markdown")),
          Map.entry("ssh", Set.of("text", "ui", "session", "terminal")),
          Map.entry(
              "serve",
              Set.of(
                  "text",
                  "post",
                  "layout",
                  "theme",
                  "ui",
                  "terminal",
                  "library",
                  "userdata",
                  "session",
                  "ssh")),
          Map.entry("cli", EVERYTHING),
          Map.entry("", Set.of("cli")));

  private static final Map<String, Set<String>> OWNERS =
      Map.ofEntries(
          Map.entry("org.commonmark.", Set.of("markdown", "markdown.dialect")),
          Map.entry("org.jsoup.", Set.of("markdown")),
          Map.entry("org.yaml.", Set.of("data")),
          Map.entry("org.tomlj.", Set.of("data")),
          Map.entry("com.googlecode.lanterna.", Set.of("terminal")),
          Map.entry("org.jline.", Set.of("terminal")),
          Map.entry("sun.misc.Signal", Set.of("terminal")),
          Map.entry("org.apache.sshd.", Set.of("ssh")),
          Map.entry("io.prometheus.", Set.of("serve")),
          Map.entry("com.sun.management.", Set.of("serve")),
          Map.entry("com.sun.net.httpserver.", Set.of("serve")),
          Map.entry("org.jspecify.", Set.copyOf(MAY_USE.keySet())));

  private static final Set<String> QUIET =
      Set.of(
          "text",
          "post",
          "markdown",
          "markdown.dialect",
          "code",
          "theme",
          "layout",
          "links",
          "ui",
          "ui.update",
          "ui.view",
          "ui.linear");

  /**
   * Reads what the program itself brings and what never changes while it runs; and the width of
   * ambiguous characters, which is set once at the start; and languages, read once and kept.
   */
  private static final Set<String> EXCUSED =
      Set.of("text.Resources", "text.DisplayWidth", "code.Languages");

  private static final Rooms ROOMS =
      new Rooms(
          new ClassFileImporter().importPath(Path.of("target/classes")),
          new Rooms.Plan("lectern", MAY_USE, OWNERS, QUIET, EXCUSED));

  @Test
  void thePlanIsKept() {
    Map<String, Set<String>> offenders = new TreeMap<>();
    offenders.putAll(ROOMS.strangers());
    offenders.putAll(ROOMS.foreignLibraries());
    offenders.putAll(ROOMS.loudRooms());
    offenders.putAll(ROOMS.circles(MAX_CIRCLE));
    assertEquals("", text(offenders));
  }

  @Test
  void thePlanHasNoCycle() {
    assertEquals(Map.of(), ROOMS.cyclesOfThePlan());
  }

  @Test
  void everyPackageIsInThePlanAndSaysWhatItIs() throws IOException {
    assertEquals(Map.of(), ROOMS.unplanned());
    for (String room : MAY_USE.keySet()) {
      Path folder = SOURCES.resolve(room.replace('.', '/'));
      assertTrue(
          room.isEmpty() || Files.exists(folder.resolve("package-info.java")),
          folder + " has no package-info.java");
    }
  }

  /**
   * The compiler copies constants into the class that uses them, and ArchUnit does not read the
   * labels of a pattern switch: the import shows both.
   */
  @Test
  void importsAreFromPackagesThatMayBeUsed() throws IOException {
    Set<String> strangers = new TreeSet<>();
    for (Path file : sources()) {
      String room = room(file);
      for (String line : Files.readAllLines(file)) {
        if (!line.startsWith("import ") || !line.contains(" lectern.")) continue;
        String other = line.replaceFirst(".* lectern\\.", "").replaceFirst("\\.?[A-Z].*", "");
        if (!other.equals(room) && !MAY_USE.get(room).contains(other))
          strangers.add(file + ": " + line);
      }
    }
    assertEquals(Set.of(), strangers);
  }

  /** Javadoc takes a tag in the middle of a line for prose, and doclint says nothing. */
  @Test
  void tagsBeginTheirLines() throws IOException {
    Set<String> prose = new TreeSet<>();
    for (Path file : sources())
      for (String line : Files.readAllLines(file))
        if (line.matches(".*[^ *] @(param|return|throws) .*")) prose.add(file + ": " + line);
    assertEquals(Set.of(), prose);
  }

  /** The launcher looks for newer sources so deep, and no deeper. */
  @Test
  void packagesAreNoDeeperThanTheLauncherLooks() throws IOException {
    assertEquals(List.of(), sources().stream().filter(f -> f.getNameCount() > 7).toList());
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files.filter(f -> f.toString().endsWith(".java")).toList();
    }
  }

  private static String room(Path file) {
    Path below = SOURCES.relativize(file);
    return below.getNameCount() == 1 ? "" : below.getParent().toString().replace('/', '.');
  }

  /** The offenders, each with the first of its places. */
  private static String text(Map<String, Set<String>> offenders) {
    return offenders.entrySet().stream()
        .map(
            e ->
                e.getKey()
                    + "\n    "
                    + e.getValue().stream().limit(20).collect(Collectors.joining("\n    ")))
        .collect(Collectors.joining("\n"));
  }
}
