package lectern.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lectern.post.Query;
import lectern.ui.Command;
import org.junit.jupiter.api.Test;

class ConfigTest {
  private static Config read(String text) {
    return Config.read("config.yaml", text);
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
    assertEquals(List.of("~/blog", "/srv/posts"), config.folders());
    assertEquals(100, config.width());
    assertEquals("dark", config.theme());
    assertEquals(Query.Sort.TITLE, config.sort());
    assertTrue(config.reverse() && config.mouse() && !config.wrapCode());
    assertEquals(List.of("firefox", "--new-tab"), config.browser());
    assertEquals(List.of("code", "--wait"), config.editor());
    assertEquals(List.of("n", "C-n"), config.keymap().keys(Command.NEXT_HIT));
    assertEquals(List.of("g g"), config.keymap().keys(Command.START));
    assertEquals(List.of("O"), config.keymap().keys(Command.OUTLINE));
    assertEquals(List.of(), config.keymap().keys(Command.SORT));
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
            "config.yaml:3: sort takes date, title or updated, not \"size\"",
            "config.yaml:5: unknown command \"outlin\"; did you mean outline?",
            "config.yaml:6: \"Strg-o\" is no key; keys are written like n, C-n, Space, \"g g\"",
            "config.yaml:7: mouse takes true or false, not \"perhaps\""),
        config.warnings());
    assertEquals(80, config.width());
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
    assertEquals(List.of("x"), config.keymap().keys(Command.OUTLINE));
    assertEquals(List.of("/"), config.keymap().keys(Command.SEARCH));
  }

  @Test
  void aSequenceTakesTheKeyItBeginsWith() {
    Config config = read("keys:\n  read: [s s, g o]\n  filter: g\n  tags: s s x\n");
    assertEquals(List.of("s s", "g o"), config.keymap().keys(Command.READ));
    assertEquals(List.of(), config.keymap().keys(Command.SORT));
    assertEquals(2, config.warnings().size(), config.warnings().toString());
    assertTrue(config.warnings().getFirst().contains(":3: the key g begins g o"));
    assertTrue(config.warnings().getLast().contains(":4: the key s s x goes on from s s"));
    assertEquals(List.of(), read(config.print()).warnings());
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
    Config again = Config.read("again", config.print());
    assertEquals(List.of(), again.warnings());
    assertEquals(config.width(), again.width());
    assertEquals(config.keymap().keys(Command.OUTLINE), again.keymap().keys(Command.OUTLINE));
    for (Command command : Command.values()) {
      assertEquals(config.keymap().keys(command), again.keymap().keys(command), command.word());
    }
  }
}
