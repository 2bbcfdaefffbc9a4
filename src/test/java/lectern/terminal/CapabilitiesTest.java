package lectern.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import lectern.theme.ColorDepth;
import org.junit.jupiter.api.Test;

class CapabilitiesTest {
  private static Capabilities of(String... pairs) {
    return Capabilities.of(env(pairs), true, "auto");
  }

  private static Map<String, String> env(String... pairs) {
    Map<String, String> env = new HashMap<>();
    for (String pair : pairs)
      env.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
    return env;
  }

  @Test
  void depthComesFromColortermThenTerm() {
    assertEquals(ColorDepth.TRUE_COLOR, of("TERM=xterm", "COLORTERM=truecolor").colorDepth());
    assertEquals(ColorDepth.TRUE_COLOR, of("TERM=foot").colorDepth());
    assertEquals(ColorDepth.TRUE_COLOR, of("TERM=xterm-direct").colorDepth());
    assertEquals(ColorDepth.INDEXED_256, of("TERM=tmux-256color").colorDepth());
    assertEquals(ColorDepth.ANSI_16, of("TERM=xterm").colorDepth());
    assertEquals(ColorDepth.ANSI_8, of("TERM=linux").colorDepth());
    assertEquals(ColorDepth.NONE, of("TERM=vt100").colorDepth());
    assertEquals(ColorDepth.NONE, of("TERM=dumb").colorDepth());
    assertEquals(ColorDepth.NONE, of().colorDepth());
  }

  @Test
  void theOptionThenNoColorThenForceThenTheTty() {
    Map<String, String> all = env("TERM=xterm", "NO_COLOR=1", "CLICOLOR_FORCE=1");
    assertTrue(Capabilities.isStyled(all, false, "always"));
    assertEquals(ColorDepth.ANSI_16, Capabilities.of(all, false, "always").colorDepth());
    assertFalse(Capabilities.isStyled(all, true, "auto"));
    assertTrue(Capabilities.isStyled(env("TERM=xterm", "FORCE_COLOR=1"), false, "auto"));
    assertFalse(Capabilities.isStyled(env("TERM=xterm", "FORCE_COLOR=0"), false, "auto"));
    assertTrue(Capabilities.isStyled(env("TERM=xterm", "NO_COLOR="), true, "auto"));
    assertFalse(Capabilities.isStyled(env("TERM=xterm", "CLICOLOR_FORCE=1"), true, "never"));
    assertEquals(ColorDepth.ANSI_16, Capabilities.of(env(), false, "always").colorDepth());
  }

  @Test
  void utf8IsWhatTheFirstOfTheLocaleVariablesSays() {
    assertTrue(of("TERM=xterm", "LANG=en_US.UTF-8").unicode());
    assertTrue(of("TERM=xterm", "LC_CTYPE=C.utf8", "LANG=C").unicode());
    assertFalse(of("TERM=xterm", "LC_ALL=C", "LANG=en_US.UTF-8").unicode());
    assertFalse(of("TERM=xterm", "LANG=de_DE.ISO-8859-1").unicode());
    assertFalse(of("TERM=xterm").unicode());
    assertTrue(of("TERM=xterm", "LC_ALL=UTF-8").unicode());
  }

  @Test
  void linksOnlyWhereTheyAreSafe() {
    assertTrue(of("TERM=xterm-256color", "TERM_PROGRAM=WezTerm").hyperlinks());
    assertTrue(of("TERM=xterm-256color", "VTE_VERSION=6003").hyperlinks());
    assertFalse(of("TERM=xterm-256color", "VTE_VERSION=4205").hyperlinks());
    assertFalse(of("TERM=xterm-256color").hyperlinks());
    assertTrue(
        of("TERM=tmux-256color", "TERM_PROGRAM=tmux", "TERM_PROGRAM_VERSION=3.4a").hyperlinks());
    assertFalse(
        of("TERM=tmux-256color", "TERM_PROGRAM=tmux", "TERM_PROGRAM_VERSION=3.3a").hyperlinks());
    assertFalse(of("TERM=screen", "TERM_PROGRAM=iTerm.app").hyperlinks());
    assertFalse(of("TERM=linux", "WT_SESSION=x").hyperlinks());
  }

  @Test
  void dumbTerminalsAreLinear() {
    assertTrue(of("TERM=dumb").dumb());
    assertTrue(of().dumb());
    assertFalse(of("TERM=vt100").dumb());
  }
}
