package lectern.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import lectern.text.Role;
import lectern.text.RoleSet;
import org.junit.jupiter.api.Test;

class ColorMapperTest {
  @Test
  void coloursThatATerminalHasStayThemselves() {
    for (int i = 16; i < 256; i++) {
      int v = ColorMapper.toRgb(new Color.Indexed(i));
      Color back =
          ColorMapper.map(new Color.Rgb(v >> 16, v >> 8 & 255, v & 255), ColorDepth.INDEXED_256);
      assertEquals(v, ColorMapper.toRgb(back), "colour " + i);
    }
    for (int i = 0; i < 16; i++) {
      int v = ColorMapper.toRgb(new Color.Ansi(i));
      assertEquals(
          new Color.Ansi(i),
          ColorMapper.map(new Color.Rgb(v >> 16, v >> 8 & 255, v & 255), ColorDepth.ANSI_16));
    }
  }

  @Test
  void aDepthGetsNoColourThatItLacks() {
    for (int v = 0; v < 0x1000000; v += 0x05070b) {
      Color color = new Color.Rgb(v >> 16, v >> 8 & 255, v & 255);
      assertEquals(Color.DEFAULT, ColorMapper.map(color, ColorDepth.NONE));
      assertFalse(((Color.Ansi) ColorMapper.map(color, ColorDepth.ANSI_8)).index() > 7);
    }
    assertEquals(new Color.Ansi(1), ColorMapper.map(new Color.Ansi(9), ColorDepth.ANSI_8));
    assertEquals(Color.DEFAULT, ColorMapper.map(Color.DEFAULT, ColorDepth.ANSI_8));
  }

  @Test
  void textIsNeverMappedOntoItsOwnBackground() {
    for (String name : Theme.builtInNames()) {
      Theme theme = Theme.of(name);
      for (Role role : Role.values()) {
        for (ColorDepth depth : ColorDepth.values()) {
          Style style = ColorMapper.map(theme.style(RoleSet.of(role, Role.SELECTED)), depth);
          if (!(style.background() instanceof Color.Default)) {
            assertNotEquals(
                style.background(), style.foreground(), name + " " + role + " " + depth);
          }
        }
      }
    }
  }
}
