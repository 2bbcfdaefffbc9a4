package lectern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may know whom: the house stays as its plan says, or the build fails. */
class RoomsTest {
  private static final Path SOURCES = Path.of("src/main/java/lectern");

  /** Every room may use {@code text}. */
  private static final Map<String, Set<String>> MAY =
      Map.ofEntries(
          Map.entry("text", Set.of()),
          Map.entry("post", Set.of()),
          Map.entry("markdown", Set.of()),
          Map.entry("code", Set.of()),
          Map.entry("theme", Set.of()),
          Map.entry("layout", Set.of("markdown", "code")),
          Map.entry("links", Set.of("post")),
          Map.entry("ui", Set.of("post", "markdown", "layout", "theme", "links")),
          Map.entry("data", Set.of()),
          Map.entry("library", Set.of("post", "data")),
          Map.entry("userdata", Set.of("post", "layout", "theme", "ui", "data")),
          Map.entry("terminal", Set.of("theme", "ui")),
          Map.entry(
              "session",
              Set.of("post", "layout", "theme", "ui", "terminal", "library", "userdata")),
          Map.entry("check", Set.of("post", "library", "links", "markdown", "layout")),
          Map.entry("ssh", Set.of("session", "terminal", "theme", "ui")),
          Map.entry(
              "serve",
              Set.of(
                  "post",
                  "layout",
                  "theme",
                  "ui",
                  "terminal",
                  "library",
                  "userdata",
                  "session",
                  "ssh")),
          Map.entry(
              "cli",
              Set.of(
                  "post",
                  "markdown",
                  "code",
                  "layout",
                  "theme",
                  "links",
                  "ui",
                  "library",
                  "userdata",
                  "terminal",
                  "session",
                  "check",
                  "ssh",
                  "serve")),
          Map.entry("aot", Set.of("theme", "ui", "terminal", "cli")),
          Map.entry("", Set.of("cli")));

  /** A third-party library is known in one room only. */
  private static final Map<String, String> OWNERS =
      Map.ofEntries(
          Map.entry("org.commonmark", "markdown"),
          Map.entry("org.jsoup", "markdown"),
          Map.entry("org.yaml", "data"),
          Map.entry("org.tomlj", "data"),
          Map.entry("com.googlecode.lanterna", "terminal"),
          Map.entry("org.jline", "terminal"),
          Map.entry("org.apache.commons.cli", "cli"),
          Map.entry("org.apache.sshd", "ssh"),
          Map.entry("io.prometheus", "serve"),
          Map.entry("com.sun.management", "serve"),
          Map.entry("com.sun.net.httpserver", "serve"));

  /** Rooms without files, clocks, threads or streams. */
  private static final Set<String> QUIET =
      Set.of("text", "post", "markdown", "layout", "theme", "links", "ui", "code");

  private static final List<String> LOUD =
      List.of(
          "java.io.File",
          "java.nio.file.Files",
          "java.lang.Process",
          "java.net.",
          "java.util.concurrent.Executor",
          "java.util.Timer");

  /** Reads what the program itself brings and what never changes while it runs. */
  private static final String OWN_TEXTS = "Resources.java";

  private record Import(String room, String file, String name) {}

  @Test
  void roomsKnowOnlyWhomTheyMay() throws IOException {
    Set<String> strangers = new TreeSet<>();
    for (Import one : imports()) {
      if (!one.name.startsWith("lectern.")) continue;
      String[] parts = one.name.split("\\.");
      String other = parts.length > 2 && Character.isLowerCase(parts[1].charAt(0)) ? parts[1] : "";
      boolean may =
          other.equals(one.room) || other.equals("text") || MAY.get(one.room).contains(other);
      if (!may) strangers.add(one.file + " imports " + one.name);
    }
    assertEquals(Set.of(), strangers);
  }

  @Test
  void aLibraryHasOneRoom() throws IOException {
    Set<String> strangers = new TreeSet<>();
    for (Import one : imports()) {
      if (one.name.startsWith("lectern.")
          || one.name.startsWith("java.")
          || one.name.startsWith("sun.misc.")) continue;
      String owner = null;
      for (Map.Entry<String, String> entry : OWNERS.entrySet()) {
        if (one.name.startsWith(entry.getKey() + ".")) owner = entry.getValue();
      }
      if (!one.room.equals(owner)) strangers.add(one.file + " imports " + one.name);
    }
    assertEquals(Set.of(), strangers);
  }

  @Test
  void quietRoomsAreQuiet() throws IOException {
    Set<String> loud = new TreeSet<>();
    for (Import one : imports()) {
      if (!QUIET.contains(one.room) || one.file.endsWith(OWN_TEXTS)) continue;
      for (String name : LOUD)
        if (one.name.startsWith(name)) loud.add(one.file + " imports " + one.name);
    }
    assertEquals(Set.of(), loud);
  }

  /** The launcher looks for newer sources so deep, and no deeper. */
  @Test
  void roomsHaveNoRoomsInside() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
      assertEquals(
          List.of(), files.filter(f -> Files.isRegularFile(f) && f.getNameCount() > 7).toList());
    }
  }

  @Test
  void thereAreNoCycles() {
    Map<String, Integer> height = new TreeMap<>();
    for (String room : MAY.keySet()) assertTrue(height(room, height, new ArrayList<>()) >= 0, room);
  }

  private static int height(String room, Map<String, Integer> known, List<String> path) {
    assertTrue(!path.contains(room), () -> "a cycle: " + path + " " + room);
    if (known.containsKey(room)) return known.get(room);
    List<String> further = new ArrayList<>(path);
    further.add(room);
    int height = 0;
    for (String other : MAY.get(room)) height = Math.max(height, 1 + height(other, known, further));
    known.put(room, height);
    return height;
  }

  @Test
  void everyRoomHasItsDoorPlate() throws IOException {
    try (Stream<Path> rooms = Files.list(SOURCES)) {
      for (Path room : rooms.filter(Files::isDirectory).toList()) {
        assertTrue(
            Files.exists(room.resolve("package-info.java")), room + " has no package-info.java");
        assertTrue(MAY.containsKey(room.getFileName().toString()), room + " is in no plan");
      }
    }
  }

  /** Imports, and full names in the text: both are ways to know somebody. */
  private static List<Import> imports() throws IOException {
    List<Import> out = new ArrayList<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        Path below = SOURCES.relativize(file);
        String room = below.getNameCount() > 1 ? below.getName(0).toString() : "";
        for (String line : Files.readAllLines(file)) {
          if (!line.startsWith("import ")) continue;
          String name = line.substring(7).replace("static ", "").replace(";", "").strip();
          out.add(new Import(room, below.toString(), name));
        }
      }
    }
    return out;
  }
}
