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
      int v = ColorMapper.toRgb(Color.indexed(i));
      Color back =
          ColorMapper.map(Color.rgb(v >> 16, v >> 8 & 255, v & 255), ColorDepth.INDEXED_256);
      assertEquals(v, ColorMapper.toRgb(back), "colour " + i);
    }
    for (int i = 0; i < 16; i++) {
      int v = ColorMapper.toRgb(Color.indexed(i));
      assertEquals(
          Color.indexed(i),
          ColorMapper.map(Color.rgb(v >> 16, v >> 8 & 255, v & 255), ColorDepth.ANSI_16));
    }
  }

  @Test
  void aDepthGetsNoColourThatItLacks() {
    for (int v = 0; v < 0x1000000; v += 0x05070b) {
      Color color = Color.rgb(v >> 16, v >> 8 & 255, v & 255);
      assertEquals(Color.DEFAULT, ColorMapper.map(color, ColorDepth.NONE));
      Color mapped = ColorMapper.map(color, ColorDepth.ANSI_8);
      assertEquals(Color.Kind.INDEXED, mapped.kind());
      assertFalse(mapped.value() > 7);
    }
    assertEquals(Color.indexed(1), ColorMapper.map(Color.indexed(9), ColorDepth.ANSI_8));
    assertEquals(Color.DEFAULT, ColorMapper.map(Color.DEFAULT, ColorDepth.ANSI_8));
  }

  @Test
  void textIsNeverMappedOntoItsOwnBackground() {
    for (String name : Theme.builtInNames()) {
      Theme theme = Theme.of(name);
      for (Role role : Role.values()) {
        for (ColorDepth depth : ColorDepth.values()) {
          Style style = ColorMapper.map(theme.style(RoleSet.of(role, Role.SELECTED)), depth);
          if (!style.background().isDefault()) {
            assertNotEquals(
                style.background(), style.foreground(), name + " " + role + " " + depth);
          }
        }
      }
    }
  }
}
