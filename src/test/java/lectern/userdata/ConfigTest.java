package lectern.userdata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lectern.post.Query;
import lectern.theme.Theme;
import lectern.ui.Command;
import lectern.ui.CommonCommand;
import lectern.ui.Movement;
import lectern.ui.PostListCommand;
import lectern.ui.ReaderCommand;
import org.junit.jupiter.api.Test;

class ConfigTest {
  private static Config read(String text) {
    return Config.parse("config.yaml", text);
  }

  @Test
  void everythingCanBeSet() {
    Config config =
        read(
            """
            posts: [~/blog, /srv/posts]
            width: 100
            theme: dark
            sort: title
            reverse: yes
            wrap-code: false
            mouse: on
            browser: firefox --new-tab
            editor: [code, --wait]
            keys:
              next-hit: [n, "C-n"]
              start: g g
              reader:
                outline: O
              sort: none
            """);
    assertEquals(List.of(), config.warnings());
    assertEquals(List.of("~/blog", "/srv/posts"), config.get(Setting.POSTS));
    assertEquals(100, config.get(Setting.WIDTH));
    assertEquals("dark", config.get(Setting.THEME));
    assertEquals(Query.Sort.TITLE, config.get(Setting.SORT));
    assertTrue(
        config.get(Setting.REVERSE) && config.get(Setting.MOUSE) && !config.get(Setting.WRAP_CODE));
    assertEquals(List.of("firefox", "--new-tab"), config.get(Setting.BROWSER));
    assertEquals(List.of("code", "--wait"), config.get(Setting.EDITOR));
    assertEquals(List.of("n", "C-n"), config.keymap().keysOf(ReaderCommand.NEXT_MATCH));
    assertEquals(List.of("g g"), config.keymap().keysOf(Movement.START));
    assertEquals(List.of("O"), config.keymap().keysOf(ReaderCommand.OUTLINE));
    assertEquals(List.of(), config.keymap().keysOf(PostListCommand.SORT));
    assertEquals("config.yaml:2", config.origins().get("width"));
  }

  @Test
  void whatIsNotUnderstoodIsSaidWithItsLine() {
    Config config =
        read(
            "widht: 3\n"
                + "width: wide\n"
                + "sort: size\n"
                + "keys:\n"
                + "  outlin: o\n"
                + "  outline: Strg-o\n"
                + "mouse: perhaps\n");
    assertEquals(
        List.of(
            "config.yaml:1: unknown setting \"widht\"; did you mean width?",
            "config.yaml:2: width takes a number from 0 to 1000, not \"wide\"",
            "config.yaml:3: sort takes date, title, updated or weight, not \"size\"",
            "config.yaml:5: unknown command \"outlin\"; did you mean outline?",
            "config.yaml:6: \"Strg-o\" is no key; keys are written like n, C-n, Space, \"g g\"",
            "config.yaml:7: mouse takes true or false, not \"perhaps\""),
        config.warnings());
    assertEquals(80, config.get(Setting.WIDTH));
  }

  @Test
  void keysThatClashAreSaid() {
    Config config = read("keys:\n  outline: x\n  search: x\n");
    assertEquals(1, config.warnings().size());
    assertTrue(
        config
            .warnings()
            .getFirst()
            .startsWith("config.yaml:3: the key x is taken by outline (line 2)"));
    assertEquals(List.of("x"), config.keymap().keysOf(ReaderCommand.OUTLINE));
    assertEquals(List.of("/"), config.keymap().keysOf(ReaderCommand.SEARCH));
  }

  @Test
  void aSequenceTakesTheKeyItBeginsWith() {
    Config config = read("keys:\n  read: [s s, g o]\n  filter: g\n  tags: s s x\n");
    assertEquals(List.of("s s", "g o"), config.keymap().keysOf(PostListCommand.OPEN));
    assertEquals(List.of(), config.keymap().keysOf(PostListCommand.SORT));
    assertEquals(2, config.warnings().size(), config.warnings().toString());
    assertTrue(config.warnings().getFirst().contains(":3: the key g begins g o"));
    assertTrue(config.warnings().getLast().contains(":4: the key s s x goes on from s s"));
    assertEquals(
        List.of(), read(ConfigPrinter.format(config, Theme.builtInNames(), "/here")).warnings());
  }

  @Test
  void aBrokenFileIsAWarning() {
    assertEquals(1, read("a: b: c").warnings().size());
    assertEquals(1, read("- just\n- a list").warnings().size());
    assertEquals(List.of(), read("").warnings());
    assertEquals(List.of(), read("# nothing\n").warnings());
    assertEquals(
        1,
        read("a: &x [1]\nb: *x").warnings().stream()
            .filter(w -> w.contains(":2:") || w.contains("alias"))
            .count());
  }

  @Test
  void whatIsPrintedReadsTheSame() {
    Config config = read("width: 72\nkeys:\n  outline: [O, \"\\\\\"]\n");
    Config again =
        Config.parse("again", ConfigPrinter.format(config, Theme.builtInNames(), "/here"));
    assertEquals(List.of(), again.warnings());
    assertEquals(config.get(Setting.WIDTH), again.get(Setting.WIDTH));
    assertEquals(
        config.keymap().keysOf(ReaderCommand.OUTLINE),
        again.keymap().keysOf(ReaderCommand.OUTLINE));
    for (Command command : Command.all()) {
      assertEquals(
          config.keymap().keysOf(command), again.keymap().keysOf(command), command.configName());
    }
  }

  @Test
  void aKeyOfOnesOwnForEverywhereTakesItOnEveryScreen() {
    Config config = read("keys:\n  down: n\n  page-down: [x]\n  previous-hit: [x, p]\n");
    assertEquals(List.of(), config.warnings());
    assertEquals(List.of("n"), config.keymap().keysOf(Movement.DOWN));
    assertEquals(List.of(), config.keymap().keysOf(ReaderCommand.NEXT_MATCH));
    assertEquals(List.of(), config.keymap().keysOf(PostListCommand.NEXT_UNREAD));
    assertEquals(
        List.of("x", "p"), config.keymap().keysOf(ReaderCommand.PREVIOUS_MATCH), "its own");
  }

  @Test
  void keysAreWrittenAsPeopleDo() {
    Config config =
        read(
            "keys:\n  down: [^D, ↓, ctrl-n, Alt-X, space, pageDown, S-Tab, shift-a, C-M-S-left, -,"
                + " C--]\n");
    assertEquals(List.of(), config.warnings());
    assertEquals(
        List.of(
            "C-d", "Down", "C-n", "M-X", "Space", "PgDn", "S-Tab", "A", "C-M-S-Left", "-", "C--"),
        config.keymap().keysOf(Movement.DOWN));
  }

  @Test
  void digitsAndStrangeScreensAreNoKeys() {
    Config config = read("keys:\n  read: [5]\n  reader:\n    down: z\n  start: [g 1]\n");
    assertEquals(
        List.of(
            "config.yaml:2: \"5\" begins with a digit; digits are the number before a key",
            "config.yaml:4: down is a command of everywhere, not of \"reader\""),
        config.warnings());
    assertEquals(List.of("g 1"), config.keymap().keysOf(Movement.START));
    assertEquals(
        Config.DEFAULTS.keymap().keysOf(PostListCommand.OPEN),
        config.keymap().keysOf(PostListCommand.OPEN));
  }

  @Test
  void nobodyIsLockedIn() {
    Config config = read("keys:\n  quit: none\n  leave: []\n  back: none\n");
    assertEquals(2, config.warnings().size(), config.warnings().toString());
    assertEquals(List.of("C-c"), config.keymap().keysOf(CommonCommand.QUIT));
    assertEquals(List.of("Esc"), config.keymap().keysOf(CommonCommand.BACK));
    assertEquals(List.of(), read("keys:\n  leave: none\n  back: none\n").warnings());
  }

  @Test
  void valuesOfTheWrongKindAreSaidAndTheStandardStays() {
    Config config =
        read(
            """
            width: [1, 2]
            keys: foo
            posts: {a: b}
            browser: [[firefox]]
            mouse: TRUE
            sort: Title
            sort: date
            """);
    assertEquals(
        List.of(
            "config.yaml:1: width takes one value",
            "config.yaml:2: keys takes lines below it, of the form \"command: key\"",
            "config.yaml:3: posts takes a value, and nothing below it",
            "config.yaml:4: browser takes a value, or a list of values",
            "config.yaml:7: sort was set on line 6 already; this one counts"),
        config.warnings());
    assertTrue(config.get(Setting.MOUSE));
    assertEquals(null, config.origins().get("width"), "what was not taken came from nowhere");
  }

  @Test
  void aProgramIsWrittenAsInAShell() {
    assertEquals(
        List.of("code", "--wait", "a b", "c\"d", "", "e f"),
        read("editor: |-\n  code --wait 'a b' \"c\\\"d\" '' e\\ f\n").get(Setting.EDITOR));
    assertEquals(List.of("vim", "$(touch", "x)"), ProgramLine.parse("vim $(touch x)"));
    assertEquals(List.of("unclosed quote"), ProgramLine.parse("'unclosed quote"));
    assertEquals(List.of(), ProgramLine.parse(" \t "));
  }

  @Test
  void nothingPrintedCanBeObeyed() {
    Config config = read("browser: \"x\\e[31m\\ny\"\nposts: [\"a\\e]0;t\\ab\\\"c\"]\n");
    String printed = ConfigPrinter.format(config, List.of("a\033b"), "/h\033[1m");
    for (int i = 0; i < printed.length(); i++)
      assertTrue(printed.charAt(i) == '\n' || printed.charAt(i) >= ' ', "at " + i);
    assertEquals(config.get(Setting.POSTS), Config.parse("again", printed).get(Setting.POSTS));
  }

  @Test
  void aThemeThatIsNoneNamesTheNearest() {
    Config config = read("# c\ntheme: drak\n").withoutTheme(Theme.builtInNames());
    assertEquals(
        List.of("config.yaml:2: there is no theme \"drak\"; did you mean dark?"),
        config.warnings());
    assertEquals("ansi", config.get(Setting.THEME));
    assertEquals(null, config.origins().get("theme"));
  }
}
