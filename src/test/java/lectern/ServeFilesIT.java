package lectern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lectern.Program.Said;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an owner runs a server with: alerts, runbooks, the unit, the container file. */
class ServeFilesIT {
  private static final Path FILES = Program.ROOT.resolve("scripts/serve");

  @TempDir Path home;

  private static List<String> all(String pattern, String text) {
    List<String> out = new ArrayList<>();
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    while (matcher.find()) out.add(matcher.group(1));
    return out;
  }

  @Test
  void everyAlertNamesARunbookThatSaysWhatToDo() throws IOException {
    String alerts = Files.readString(FILES.resolve("alerts.yaml"));
    List<String> runbooks = all("runbook: (\\S+)", alerts);
    assertEquals(all("alert: (\\S+)", alerts).size(), runbooks.size());
    String guide = Files.readString(Program.ROOT.resolve("posts/reading-over-ssh.md"));
    for (String runbook : runbooks) {
      String text = Files.readString(Program.ROOT.resolve(runbook));
      for (String part : new String[] {"means", "How to look", "What to do", "When to wake"})
        assertTrue(text.contains(part), runbook + ": " + part);
      assertTrue(guide.contains(runbook.replace("posts/", "")), runbook + " stands in the guide");
    }
  }

  @Test
  void promtoolTakesTheAlertsAndTheyFire() throws Exception {
    assumeTrue(Program.has("promtool"), "there is no promtool here");
    Said rules = Program.shell(FILES, "promtool check rules alerts.yaml").run();
    assertEquals(0, rules.code(), rules.out() + rules.err());
    Said tests = Program.shell(FILES, "promtool test rules alerts.test.yaml").run();
    assertEquals(0, tests.code(), tests.out() + tests.err());
    String tried = Files.readString(FILES.resolve("alerts.test.yaml"));
    for (String alert : all("alert: (\\S+)", Files.readString(FILES.resolve("alerts.yaml"))))
      assertTrue(tried.contains("alertname: " + alert + "\n"), alert + " is tried");
  }

  @Test
  void systemdTakesTheUnit() throws Exception {
    assumeTrue(Program.has("systemd-analyze"), "there is no systemd here");
    String unit = Files.readString(FILES.resolve("lectern.service"));
    Files.writeString(
        home.resolve("lectern.service"),
        unit.replace("/opt/lectern/scripts/lectern", Program.LAUNCHER.toString()));
    Said verified = Program.shell(home, "systemd-analyze verify ./lectern.service 2>&1").run();
    assertFalse(verified.out().contains("lectern.service"), verified.out());
    Said judged =
        Program.shell(
                home, "systemd-analyze security --offline=true ./lectern.service 2>&1 | tail -1")
            .run();
    if (judged.out().contains("exposure level"))
      assertTrue(judged.out().matches("(?s).*: [01]\\.\\d .*"), judged.out());
  }

  @Test
  void unitAndContainerAskForOptionsThatThereAre() throws Exception {
    String help = Program.in(home, "help", "serve").run().out();
    for (String file : new String[] {"lectern.service", "Containerfile"}) {
      String text = Files.readString(FILES.resolve(file));
      String start =
          text.substring(Math.max(text.indexOf("\"serve\""), text.indexOf("lectern serve")));
      for (String option : all("[ \"](--[a-z-]+)", start.split("\n")[0]))
        assertTrue(help.contains(option + " "), file + ": " + option);
    }
    for (String option :
        all(
            "(--[a-z]+[a-z-]*)",
            Files.readString(Program.ROOT.resolve("posts/reading-over-ssh.md"))))
      assertTrue(
          help.contains(option + " ")
              || List.of("--tag", "--json", "--code", "--now").contains(option)
              || List.of("--read-only", "--tmpfs", "--system", "--create-home", "--shell")
                  .contains(option),
          "the guide: " + option);
  }
}
