package lectern.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import lectern.text.Role;
import lectern.text.RoleSet;
import org.junit.jupiter.api.Test;

class ThemeTest {
  private static Theme read(String text) {
    return Theme.read("mine", text, name -> null).theme();
  }

  @Test
  void everyBuiltInThemeReadsWithoutAWarningAndForgetsNoRole() {
    for (String name : Theme.builtInNames()) {
      String text = Theme.builtInText(name);
      assertEquals(List.of(), Theme.read(name, text, n -> null).warnings(), name);
      for (Role role : Role.values()) {
        String key = role.name().toLowerCase().replace('_', '-') + ":";
        assertTrue(text.lines().anyMatch(l -> l.startsWith(key)), name + " forgets " + key);
      }
    }
  }

  @Test
  void theIndexNamesEveryThemeFile() {
    String[] files = new File("src/main/resources/lectern/theme").list();
    List<String> names = new ArrayList<>();
    for (String name : Theme.builtInNames()) names.add(name + ".theme");
    names.add("names");
    assertEquals(new TreeSet<>(List.of(files)), new TreeSet<>(names));
  }

  @Test
  void anUnknownNameNamesThoseThereAre() {
    var e = assertThrows(IllegalArgumentException.class, () -> Theme.of("../x"));
    assertTrue(e.getMessage().contains("ansi, dark, light, paper, contrast, mono"));
  }

  @Test
  void laterRolesGoOverEarlierOnes() {
    Theme theme =
        read("link: blue underline\nmatch: black on yellow bold\nselected: no-underline on 17");
    Style style = theme.style(RoleSet.of(Role.LINK, Role.MATCH));
    assertEquals(
        new Style(Color.indexed(0), Color.indexed(3), Style.UNDERLINE | Style.BOLD), style);
    assertEquals(
        new Style(Color.indexed(4), Color.indexed(17), 0),
        theme.style(RoleSet.of(Role.LINK, Role.SELECTED)));
    assertEquals(theme.style(RoleSet.of(Role.LINK)), theme.style(RoleSet.of(Role.LINK)));
  }

  @Test
  void missingRolesFallBack() {
    Theme theme = read("heading-3: red\ncode-block: #abc\nmatch: cyan\ninherits: dark");
    assertEquals(Color.indexed(1), theme.style(RoleSet.of(Role.HEADING_6)).foreground());
    assertEquals(Color.rgb(170, 187, 204), theme.style(RoleSet.of(Role.CODE_STRING)).foreground());
    assertEquals(Color.indexed(6), theme.style(RoleSet.of(Role.MATCH_CURRENT)).foreground());
    assertEquals(Theme.of("dark").style(RoleSet.of(Role.LINK)), theme.style(RoleSet.of(Role.LINK)));
    assertEquals(Theme.of("dark").defaultStyle(), theme.defaultStyle());
    assertEquals(Style.REVERSE, read("").style(RoleSet.of(Role.MATCH)).attributes());
  }

  @Test
  void whatIsWrongInAFileIsSaidWithItsLineAndNothingIsFatal() {
    String text =
        "# mine\n"
            + "heding-1: red\n"
            + "link: blu\n"
            + "nonsense\n"
            + "inherits: nobody\n"
            + "tag: #12 on\n"
            + "code: no-bold 999";
    Theme.Loaded read = Theme.read("mine", text, n -> null);
    assertEquals(
        List.of(
            "mine.theme:2: unknown role \"heding-1\"; did you mean heading-1?",
            "mine.theme:3: neither a colour nor an attribute: \"blu\"",
            "mine.theme:4: a line is \"role: colour on colour attributes\", but this has no colon:"
                + " nonsense",
            "mine.theme:5: no theme \"nobody\" to inherit from; there are ansi, dark, light, paper,"
                + " contrast, mono",
            "mine.theme:6: neither a colour nor an attribute: \"#12\"",
            "mine.theme:7: neither a colour nor an attribute: \"999\""),
        read.warnings());
  }

  @Test
  void aCircleOfThemesEnds() {
    var warnings =
        Theme.read("a", "inherits: b", n -> n.equals("b") ? "inherits: c" : "inherits: b")
            .warnings();
    assertTrue(warnings.getLast().contains("in a circle"), warnings.toString());
  }

  @Test
  void whatFollowsALoneHashIsAComment() {
    assertEquals(
        List.of(), Theme.read("mine", "link: #abc # red\ntag:\tred\t# x\n", n -> null).warnings());
    assertEquals(
        Color.rgb(170, 187, 204),
        read("link: #abc # red").style(RoleSet.of(Role.LINK)).foreground());
  }

  /**
   * WCAG 2 contrast of every role that carries words, alone and on the selected row, in every theme
   * with a page.
   */
  @Test
  void everyTextCanBeRead() {
    List<String> poor = new ArrayList<>();
    for (String name : Theme.builtInNames()) {
      Theme theme = Theme.of(name);
      if (theme.defaultStyle().background().isDefault()) continue;
      for (Role role : Role.values()) {
        if (role == Role.DECOR) continue;
        for (RoleSet roles :
            List.of(
                RoleSet.of(role),
                RoleSet.of(role, Role.SELECTED),
                RoleSet.of(role, Role.CODE_BLOCK))) {
          Style style = theme.style(roles);
          double contrast = contrast(style);
          double wanted = name.equals("contrast") ? 7 : 4.5;
          if (contrast < wanted || (style.attributes() & Style.DIM) != 0)
            poor.add(name + " " + roles + " " + contrast);
        }
      }
    }
    assertEquals(List.of(), poor);
  }

  /** Mapped down, too: the nearest colour is not always the one that can be read. */
  @Test
  void everyTextCanBeReadWhereThereAreFewerColours() {
    List<String> poor = new ArrayList<>();
    for (String name : Theme.builtInNames()) {
      Theme theme = Theme.of(name);
      if (theme.defaultStyle().background().isDefault()) continue;
      for (Role role : Role.values()) {
        if (role == Role.DECOR) continue;
        for (RoleSet roles : List.of(RoleSet.of(role), RoleSet.of(role, Role.SELECTED))) {
          for (ColorDepth depth :
              List.of(ColorDepth.INDEXED_256, ColorDepth.ANSI_16, ColorDepth.ANSI_8)) {
            double contrast = contrast(ColorMapper.map(theme.style(roles), depth));
            if (contrast < 4.5) poor.add(name + " " + roles + " " + depth + " " + contrast);
          }
        }
      }
    }
    assertEquals(List.of(), poor);
  }

  static double contrast(Style style) {
    return ColorMapper.contrastRatio(style.foreground(), style.background());
  }

  @Test
  void contrastIsThatOfTheStandard() {
    Color black = Color.rgb(0, 0, 0);
    assertEquals(21, ColorMapper.contrastRatio(black, Color.rgb(255, 255, 255)), 0.001);
    assertEquals(
        4.54, ColorMapper.contrastRatio(Color.rgb(118, 118, 118), Color.rgb(255, 255, 255)), 0.01);
    assertEquals(1, ColorMapper.contrastRatio(black, black), 0.001);
  }
}
