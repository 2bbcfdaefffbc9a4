package lectern.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import lectern.text.Line;
import lectern.text.Role;
import lectern.text.RoleSet;
import lectern.text.Span;
import lectern.theme.Theme;
import org.junit.jupiter.api.Test;

class AnsiWriterTest {
  private static final Map<String, String> KITTY = Map.of("TERM", "xterm-kitty", "LANG", "C.UTF-8");

  private static String written(Map<String, String> env, String color, Line... lines)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Capabilities caps = Capabilities.of(env, true, color);
    try (AnsiWriter writer =
        new AnsiWriter(
            out, Capabilities.isStyled(env, true, color) ? Theme.of("ansi") : null, caps, 0)) {
      writer.write(List.of(lines));
    }
    return out.toString(StandardCharsets.UTF_8).replace("\033", "\\e");
  }

  @Test
  void stylesChangeAsLittleAsTheyCanAndEndWithTheLine() throws IOException {
    Line line =
        Line.of(
            Span.of("a ", Role.STRONG),
            Span.of("b", RoleSet.of(Role.STRONG, Role.EMPHASIS)),
            Span.of(" c"),
            Span.of("   "));
    assertEquals("\\e[1ma \\e[3mb\\e[m c\n", written(KITTY, "auto", line));
    assertEquals(
        "\\e[1mx\\e[m\n\n\\e[3my\\e[m\n",
        written(
            KITTY,
            "auto",
            Line.of(Span.of("x", Role.STRONG)),
            Line.EMPTY,
            Line.of(Span.of("y", Role.EMPHASIS))));
  }

  @Test
  void noLineEndsInASpaceOfAnyKind() throws IOException {
    Map<String, String> pipe = Map.of("TERM", "dumb", "LANG", "C.UTF-8");
    for (String space : List.of(" ", "\u00a0", "\u202f", "\u2009", "\u3000", "\u2007 \u00a0"))
      assertEquals("a\n", written(pipe, "never", Line.of(Span.of("a" + space), Span.of(space))));
  }

  @Test
  void linksCloseAndCarryAnIdentity() throws IOException {
    Line line = Line.of(new Span("here", RoleSet.NONE, "https://example.org/a b;é"), Span.of("."));
    String out = written(KITTY, "auto", line);
    String id = Integer.toHexString("https://example.org/a b;é".hashCode());
    assertEquals(
        "\\e]8;id=" + id + ";https://example.org/a%20b;%c3%a9\\e\\here\\e]8;;\\e\\.\n", out);
    assertFalse(written(Map.of("TERM", "xterm", "LANG", "C.UTF-8"), "auto", line).contains("]8;"));
  }

  @Test
  void plainTextHasNoEscapeAndNoSpaceAtTheEnd() throws IOException {
    Line line =
        Line.of(Span.of("a  ", Role.STRONG), new Span(" é  ", RoleSet.of(Role.LINK), "https://x"));
    assertEquals("a   é\n", written(KITTY, "never", line));
    assertEquals("a   é\n", written(Map.of("TERM", "dumb", "LANG", "C.UTF-8"), "auto", line));
    assertEquals(
        "a   é\n",
        written(Map.of("TERM", "xterm", "NO_COLOR", "1", "LANG", "C.UTF-8"), "auto", line));
  }

  @Test
  void asciiTwinsWhereTheLocaleIsNotUtf8() throws IOException {
    Line line = Line.of("“naïve” — café… • ▎x │ 日本 😀 e\u0301 ☑ ① Ⅳ");
    assertEquals(
        "\"naive\" - cafe. * |x | ???? ?? e x 1 ?\n",
        written(Map.of("TERM", "xterm", "LANG", "C"), "never", line));
  }

  @Test
  void whatCannotBeWrittenIsSaid() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    AnsiWriter writer = new AnsiWriter(full, null, Capabilities.plain(true), 0);
    assertThrows(
        IOException.class,
        () -> {
          writer.write(Line.of("x"));
          writer.flush();
        });
  }

  @Test
  void muchTextIsStreamed() throws IOException {
    int[] most = {0};
    OutputStream out =
        new OutputStream() {
          @Override
          public void write(int b) {}

          @Override
          public void write(byte[] bytes, int from, int length) {
            most[0] = Math.max(most[0], length);
          }
        };
    AnsiWriter writer = new AnsiWriter(out, null, Capabilities.plain(true), 0);
    for (int i = 0; i < 10_000; i++) writer.write(Line.of("x".repeat(80)));
    writer.flush();
    assertEquals(true, most[0] > 30_000 && most[0] < 40_000);
  }

  @Test
  void aPageOfItsOwnColourReachesItsEdge() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Capabilities caps = Capabilities.of(KITTY, true, "auto");
    try (AnsiWriter writer = new AnsiWriter(out, Theme.of("dark"), caps, 12)) {
      writer.write(List.of(Line.of("日本"), Line.EMPTY, Line.of("longer than twelve")));
    }
    String text = out.toString(StandardCharsets.UTF_8).replaceAll("\033\\[[0-9;]*m", "");
    assertEquals("日本        \n" + " ".repeat(12) + "\nlonger than twelve\n", text);
  }
}
