package lectern.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Command lines and what they print, as files: {@code cli/*.txt}. With {@code -Dgolden.write=true}
 * they are written anew, for a person to read the difference.
 */
class CliTest {
  private static final Path TRANSCRIPTS = Path.of("src/test/resources/cli");

  @TempDir Path temporary;

  @TestFactory
  List<DynamicTest> transcripts() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path file : files())
      tests.add(DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
    return tests;
  }

  private void check(Path file) throws IOException {
    String expected = Files.readString(file);
    String actual = transcript(file).play(expected);
    if (Boolean.getBoolean("golden.write")) Files.writeString(file, actual);
    else assertEquals(expected, actual);
  }

  private Transcript transcript(Path file) throws IOException {
    Path home = temporary.toRealPath().resolve(file.getFileName().toString());
    Transcript.copyHome(TRANSCRIPTS.resolve("home"), home);
    return new Transcript(home);
  }

  private static List<Path> files() throws IOException {
    List<Path> all = new ArrayList<>();
    try (var files = Files.newDirectoryStream(TRANSCRIPTS, "*.txt")) {
      files.forEach(all::add);
    }
    all.sort(null);
    return all;
  }

  @Test
  void everyOptionOfEveryCommandIsInATranscript() throws IOException {
    Set<String> missing = new TreeSet<>();
    for (Subcommand command : Subcommand.values())
      for (CliOption option : CliOption.values())
        if (option.isFor(command)) missing.add(command.commandName + " --" + option.longName);
    for (Path file : files())
      for (String line : Files.readAllLines(file))
        if (line.startsWith("$ lectern")) missing.removeAll(optionsGivenIn(line));
    assertEquals(Set.of(), missing);
  }

  private static CommandContext nowhere() {
    return new CommandContext(
        InputStream.nullInputStream(),
        OutputStream.nullOutputStream(),
        OutputStream.nullOutputStream(),
        Map.of(),
        Path.of("").toAbsolutePath(),
        false,
        false,
        0,
        null);
  }

  /** {@code list --json} for each option of a command line that can be understood. */
  private static Set<String> optionsGivenIn(String line) {
    Set<String> given = new TreeSet<>();
    List<String> args = Transcript.split(line).subList(2, Transcript.split(line).size());
    try {
      Invocation invocation = new Invocation(args, nowhere());
      for (CliOption option : CliOption.values())
        if (invocation.hasOption(option))
          given.add(invocation.command.commandName + " --" + option.longName);
    } catch (UsageException wrong) {
      // a transcript of an error
    }
    return given;
  }
}
