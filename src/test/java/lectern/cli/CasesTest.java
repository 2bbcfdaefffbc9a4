package lectern.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lectern.terminal.Capabilities;
import lectern.terminal.Terminal;
import lectern.theme.Theme;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What files of other people's blogs look like, and how they are shown. Every folder below {@code
 * cases/} that has a file {@code cmd} is a case: {@code cmd} has command lines, one a line, which
 * are run in that folder, and {@code expect.txt} what they print: the output, the errors, and the
 * exit code where it is not 0. With {@code -Dgolden.write=true} {@code expect.txt} is written anew,
 * for a person to read the difference.
 */
class CasesTest {
  private static final Path CASES = Path.of("src/test/resources/cases");

  @TempDir Path temporary;

  @TestFactory
  List<DynamicTest> cases() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path folder : folders())
      tests.add(DynamicTest.dynamicTest(CASES.relativize(folder).toString(), () -> check(folder)));
    return tests;
  }

  private void check(Path folder) throws IOException {
    String actual = run(folder);
    Path expected = folder.resolve("expect.txt");
    if (Boolean.getBoolean("golden.write")) Files.writeString(expected, actual);
    else assertEquals(Files.readString(expected), actual);
  }

  /** Everything that the command lines of a case print, run in a copy of its folder. */
  private String run(Path folder) throws IOException {
    Path copy = temporary.toRealPath().resolve(CASES.relativize(folder).toString());
    Transcript.copyHome(folder, copy);
    Files.delete(copy.resolve("cmd"));
    Files.deleteIfExists(copy.resolve("expect.txt"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (String line : Files.readAllLines(folder.resolve("cmd"))) {
      List<String> args = Transcript.split(line);
      assertEquals("lectern", args.removeFirst());
      ByteArrayOutputStream err = new ByteArrayOutputStream();
      int code = Cli.run(args, context(copy, out, err), CasesTest::openNoTerminal);
      out.writeBytes(err.toByteArray());
      if (code != 0) out.writeBytes(("exit " + code + "\n").getBytes(StandardCharsets.UTF_8));
    }
    return out.toString(StandardCharsets.UTF_8).replace(copy.toString(), ".");
  }

  private static CommandContext context(
      Path folder, ByteArrayOutputStream out, ByteArrayOutputStream err) {
    return new CommandContext(
        InputStream.nullInputStream(),
        out,
        err,
        Map.of("HOME", folder.toString(), "LANG", "C.UTF-8", "TERM", "xterm-256color"),
        folder,
        false,
        false,
        0,
        null);
  }

  private static Terminal openNoTerminal(Capabilities capabilities, Theme theme, boolean mouse)
      throws IOException {
    throw new IOException("no terminal");
  }

  private static List<Path> folders() throws IOException {
    try (Stream<Path> files = Files.walk(CASES)) {
      return files
          .filter(file -> file.getFileName().toString().equals("cmd"))
          .map(Path::getParent)
          .sorted()
          .toList();
    }
  }
}
