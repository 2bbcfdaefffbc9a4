package lectern.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lectern.ui.Keymap;
import org.junit.jupiter.api.Test;

/** README says what the program does: its tables are made from the program's own. */
class ReadmeTest {
  private static final Path README = Path.of("README.md");

  @Test
  void theKeyTableIsTheKeymap() throws IOException {
    assertSectionIs("keys", Keymap.defaults().toMarkdown());
  }

  @Test
  void theOptionTableIsTheParsers() throws IOException {
    StringBuilder table = new StringBuilder("| option | meaning |\n| --- | --- |\n");
    for (CliOption flag : CliOption.values()) {
      table
          .append("| `")
          .append(flag.usage.strip())
          .append("` | ")
          .append(flag.description.replace("|", "\\|"))
          .append(" |\n");
    }
    assertSectionIs("options", table.toString());
  }

  @Test
  void theCommandsAreTheParsers() throws IOException {
    StringBuilder text = new StringBuilder("```text\n");
    for (Subcommand verb : Subcommand.values()) {
      String name =
          ("lectern "
                  + (verb == Subcommand.READ ? "" : verb.commandName + " ")
                  + verb.argumentSyntax)
              .strip();
      text.append(name)
          .append(" ".repeat(Math.max(1, 34 - name.length())))
          .append(verb.description)
          .append('\n');
    }
    assertSectionIs("commands", text.append("```\n").toString());
  }

  @Test
  void everyOptionBelongsToACommand() {
    for (CliOption flag : CliOption.values()) {
      boolean used = false;
      for (Subcommand verb : Subcommand.values()) used |= flag.isFor(verb);
      assertTrue(used, flag.longName);
    }
  }

  /**
   * What stands between {@code <!-- name -->} and {@code <!-- end -->} is the program's word;
   * written with golden.write.
   */
  private static void assertSectionIs(String name, String expected) throws IOException {
    String readme = Files.readString(README);
    String begin = "<!-- " + name + " -->\n";
    int from = readme.indexOf(begin);
    assertTrue(from >= 0, "README has no " + begin);
    from += begin.length();
    int to = readme.indexOf("<!-- end -->", from);
    String wanted = expected.strip() + "\n";
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(README, readme.substring(0, from) + wanted + readme.substring(to));
    } else assertEquals(wanted, readme.substring(from, to));
  }
}
