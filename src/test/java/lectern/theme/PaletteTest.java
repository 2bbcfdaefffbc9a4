package lectern.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import lectern.text.Role;
import lectern.text.RoleSet;
import org.junit.jupiter.api.Test;

class PaletteTest {
  @Test
  void coloursThatATerminalHasStayThemselves() {
    for (int i = 16; i < 256; i++) {
      int v = Palette.value(new Color.Indexed(i));
      Color back = Palette.map(new Color.Rgb(v >> 16, v >> 8 & 255, v & 255), Depth.INDEXED_256);
      assertEquals(v, Palette.value(back), "colour " + i);
    }
    for (int i = 0; i < 16; i++) {
      int v = Palette.value(new Color.Ansi(i));
      assertEquals(
          new Color.Ansi(i),
          Palette.map(new Color.Rgb(v >> 16, v >> 8 & 255, v & 255), Depth.ANSI_16));
    }
  }

  @Test
  void aDepthGetsNoColourThatItLacks() {
    for (int v = 0; v < 0x1000000; v += 0x05070b) {
      Color color = new Color.Rgb(v >> 16, v >> 8 & 255, v & 255);
      assertEquals(Color.DEFAULT, Palette.map(color, Depth.NONE));
      assertFalse(((Color.Ansi) Palette.map(color, Depth.ANSI_8)).index() > 7);
    }
    assertEquals(new Color.Ansi(1), Palette.map(new Color.Ansi(9), Depth.ANSI_8));
    assertEquals(Color.DEFAULT, Palette.map(Color.DEFAULT, Depth.ANSI_8));
  }

  @Test
  void textIsNeverMappedOntoItsOwnBackground() {
    for (String name : Theme.names()) {
      Theme theme = Theme.of(name);
      for (Role role : Role.values()) {
        for (Depth depth : Depth.values()) {
          Style style = Palette.map(theme.style(RoleSet.of(role, Role.SELECTED)), depth);
          if (!(style.background() instanceof Color.Default)) {
            assertNotEquals(
                style.background(), style.foreground(), name + " " + role + " " + depth);
          }
        }
      }
    }
  }
}
