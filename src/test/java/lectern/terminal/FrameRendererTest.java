package lectern.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import lectern.Property;
import lectern.text.DisplayWidth;
import lectern.text.Line;
import lectern.text.Role;
import lectern.text.RoleSet;
import lectern.text.Span;
import lectern.theme.Color;
import lectern.theme.ColorDepth;
import lectern.theme.ColorMapper;
import lectern.theme.Style;
import lectern.theme.Theme;
import lectern.ui.Frame;
import lectern.ui.Size;
import org.junit.jupiter.api.Test;

/** All painters against one judge: the emulator's screen is the frame, in text, style and links. */
class FrameRendererTest {
  private static final String[] WORDS = {
    "the",
    "retry",
    "back-off",
    "jitter",
    "budget",
    "é́té",
    "日本語",
    "全角",
    "😀",
    "👩‍🔬",
    "❤️",
    "e\u0301",
    "  ",
    "     ",
    "          ",
    "│",
    "•",
    "─────",
    "naïve",
    "x",
    "ﬁ",
    "한국",
    "🇫🇷",
    "ค้ำ",
    "हिन्दी",
    "राष्ट्र",
    "മലയാളം",
    "မြန်မာ",
    "ខ្មែរ",
    "ｶﾞｷﾞ",
    "👍🏽",
    "1️⃣",
    "a\u200bb",
    "\u0301"
  };

  private static final Capabilities[] CAPS = {
    caps(
        "xterm-256color",
        Map.of("COLORTERM", "truecolor", "VTE_VERSION", "6800", "LANG", "C.UTF-8")),
    caps("xterm-kitty", Map.of("LANG", "en_GB.UTF-8")),
    caps("linux", Map.of("LANG", "C.UTF-8")),
    caps("vt100", Map.of("LANG", "C")),
    caps("screen", Map.of("LC_ALL", "de_DE.utf8")),
    caps("tmux-256color", Map.of("LANG", "C.UTF-8", "NO_COLOR", "1"))
  };

  static Capabilities caps(String term, Map<String, String> more) {
    Map<String, String> env = new java.util.HashMap<>(more);
    env.put("TERM", term);
    return Capabilities.of(env, true, "auto");
  }

  @Test
  void theScreenIsTheFrameWhateverCameBefore() {
    Property.check(150, random -> random, FrameRendererTest::paintAndCompare);
  }

  private static void paintAndCompare(Random random) {
    Capabilities caps = CAPS[random.nextInt(CAPS.length)];
    Theme theme = Theme.of(Theme.builtInNames().get(random.nextInt(Theme.builtInNames().size())));
    Size size = new Size(1 + random.nextInt(90), 1 + random.nextInt(30));
    FrameRenderer painter = new FrameRenderer(theme, caps, size);
    Emulator emulator = new Emulator(size.columns(), size.rows());
    List<Line> pool = pool(random, size.columns());
    List<Line> lines = new ArrayList<>();
    for (int steps = random.nextInt(24); steps > 0; steps--) {
      if (random.nextInt(12) == 0) {
        size = new Size(1 + random.nextInt(90), 1 + random.nextInt(30));
        painter.setSize(size);
        emulator.resize(size.columns(), size.rows());
      }
      if (random.nextInt(12) == 0) {
        theme = Theme.of(Theme.builtInNames().get(random.nextInt(Theme.builtInNames().size())));
        painter.setTheme(theme);
      }
      change(lines, pool, size.rows(), random);
      boolean typing = random.nextInt(3) == 0;
      Frame frame =
          typing
              ? new Frame(
                  List.copyOf(lines), random.nextInt(size.rows()), random.nextInt(size.columns()))
              : Frame.of(List.copyOf(lines));
      byte[] bytes = painter.render(frame, "");
      if (bytes != null) emulator.write(bytes);
      check(emulator, frame, size, theme, caps);
      assertNull(painter.render(frame, ""), "an unchanged frame costs bytes");
    }
  }

  private static List<Line> pool(Random random, int columns) {
    List<Line> pool = new ArrayList<>();
    for (int i = 0; i < 40; i++)
      pool.add(random.nextInt(6) == 0 ? Line.EMPTY : line(random, columns));
    return pool;
  }

  private static Line line(Random random, int columns) {
    List<Span> spans = new ArrayList<>();
    int width = 0;
    while (width < columns && random.nextInt(14) > 0) {
      RoleSet roles = RoleSet.NONE;
      for (int n = random.nextInt(3); n > 0; n--)
        roles = roles.with(Role.values()[random.nextInt(Role.values().length)]);
      String href = random.nextInt(8) == 0 ? "https://example.org/é?" + random.nextInt(3) : null;
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(4); n >= 0; n--)
        text.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
      Span span = new Span(text.toString(), roles, href);
      spans.add(span);
      width += span.width();
    }
    return Line.of(spans);
  }

  /** Scrolls of regions, pages anew, single rows, rows gone. */
  private static void change(List<Line> lines, List<Line> pool, int rows, Random random) {
    while (lines.size() > rows) lines.removeLast();
    switch (lines.isEmpty() ? 0 : random.nextInt(6)) {
      case 0 -> {
        lines.clear();
        int start = random.nextInt(pool.size());
        for (int i = 0; i < rows; i++) lines.add(pool.get((start + i) % pool.size()));
      }
      case 1 -> lines.set(random.nextInt(lines.size()), pool.get(random.nextInt(pool.size())));
      case 2, 3 -> {
        int top = random.nextInt(lines.size());
        int bottom = top + random.nextInt(lines.size() - top);
        for (int n = random.nextInt(4); n > 0; n--) {
          lines.remove(top);
          lines.add(bottom, pool.get(random.nextInt(pool.size())));
        }
      }
      case 4 -> {
        int top = random.nextInt(lines.size());
        int bottom = top + random.nextInt(lines.size() - top);
        for (int n = random.nextInt(4); n > 0; n--) {
          lines.remove(bottom);
          lines.add(top, pool.get(random.nextInt(pool.size())));
        }
      }
      default -> lines.removeLast();
    }
  }

  private static void check(
      Emulator emulator, Frame frame, Size size, Theme theme, Capabilities caps) {
    Theme used = caps.colorDepth() == ColorDepth.NONE ? Theme.of("mono") : theme;
    Style page = ColorMapper.map(used.defaultStyle(), caps.colorDepth());
    for (int y = 0; y < size.rows(); y++) {
      int x = 0;
      for (Span span : y < frame.lines().size() ? frame.lines().get(y).spans() : List.<Span>of()) {
        Style style = ColorMapper.map(used.style(span.roles()), caps.colorDepth());
        String text = caps.unicode() ? span.text() : Transliteration.toAscii(span.text());
        for (int i = 0; i < text.length() && x < size.columns(); ) {
          int end = DisplayWidth.nextGrapheme(text, i);
          int width = DisplayWidth.ofGrapheme(text, i, end);
          if (x + width > size.columns()) {
            x = check(emulator, y, x, size.columns(), page);
            break;
          }
          String href =
              caps.hyperlinks() && span.href() != null ? span.href().replace("é", "%c3%a9") : null;
          if (width > 0)
            check(emulator, y, x, new Emulator.Cell(text.substring(i, end), style, href));
          x += width;
          i = end;
        }
        if (x >= size.columns()) break;
      }
      check(emulator, y, x, size.columns(), page);
    }
    assertEquals(frame.cursorRow() >= 0, emulator.modes.contains(25));
    if (frame.cursorRow() >= 0) {
      assertEquals(frame.cursorRow(), emulator.row());
      assertEquals(frame.cursorColumn(), emulator.column());
    }
  }

  private static int check(Emulator emulator, int y, int from, int to, Style page) {
    for (int x = from; x < to; x++) check(emulator, y, x, new Emulator.Cell(" ", page, null));
    return to;
  }

  private static void check(Emulator emulator, int y, int x, Emulator.Cell expected) {
    Emulator.Cell shown = emulator.cell(y, x);
    if (!Emulator.looksSame(expected, shown)) {
      assertEquals(expected, shown, "row " + y + ", column " + x + " of\n" + emulator.screen());
    }
  }

  // ── bytes ──────────────────────────────────────────────────────────────────────────────

  private final Size size = new Size(80, 24);
  private final FrameRenderer painter = new FrameRenderer(Theme.of("ansi"), CAPS[0], size);
  private final Emulator emulator = new Emulator(80, 24);

  private int bytes(Frame frame) {
    byte[] bytes = painter.render(frame, "");
    if (bytes != null) emulator.write(bytes);
    check(emulator, frame, size, Theme.of("ansi"), CAPS[0]);
    return bytes == null ? 0 : bytes.length;
  }

  /** A page of prose with a bar below it, from a row on. */
  static Frame page(int from) {
    List<Line> lines = new ArrayList<>();
    lines.add(Line.EMPTY);
    for (int i = from; i < from + 22; i++) lines.add(prose(i));
    lines.add(
        Line.of(
            Span.of(" Retries that do not …  ·  Why back-off, section 2 of 5  ·  ", Role.CHROME),
            Span.of(from + " %  ·  " + (20 - from / 10) + " min left", Role.CHROME)));
    return Frame.of(lines);
  }

  private static Line prose(int i) {
    Random random = new Random(i);
    if (random.nextInt(6) == 0) return Line.EMPTY;
    List<Span> spans = new ArrayList<>();
    spans.add(Span.of("        "));
    int width = 8;
    while (width < 64) {
      StringBuilder word = new StringBuilder();
      for (int n = 2 + random.nextInt(7); n > 0; n--)
        word.append((char) ('a' + random.nextInt(26)));
      word.append(' ');
      Role role =
          random.nextInt(14) == 0 ? Role.CODE : random.nextInt(20) == 0 ? Role.STRONG : null;
      spans.add(role == null ? Span.of(word.toString()) : Span.of(word.toString(), role));
      width += word.length();
    }
    return Line.of(spans);
  }

  static int text(Frame frame) {
    int sum = 0;
    for (Line line : frame.lines())
      sum += line.text().strip().getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
    return sum;
  }

  /** A list of posts, two rows each, one of them selected. */
  static Frame list(int selected) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < 11; i++) {
      RoleSet on = i == selected ? RoleSet.of(Role.SELECTED) : RoleSet.NONE;
      String bar = i == selected ? " ▌" : "  ";
      String title = "Retries that do not make things worse, part " + i;
      lines.add(
          Line.of(
              Span.of(bar, on.with(Role.MARKER)),
              Span.of(title + " ".repeat(50 - title.length()), on.with(Role.TITLE)),
              Span.of("  2 Nov 2026    6 min   ●", on.with(Role.META))));
      lines.add(
          Line.of(
              Span.of(bar, on.with(Role.MARKER)),
              Span.of(
                  "Back-off, jitter and a budget                    ", on.with(Role.DESCRIPTION)),
              Span.of("#engineering #reliability", on.with(Role.TAG))));
    }
    lines.add(Line.EMPTY);
    lines.add(
        Line.of(
            Span.of(
                " /filter  t tags  s sort  Enter read  ? help      " + (selected + 1) + "/12",
                Role.CHROME)));
    return Frame.of(lines);
  }

  @Test
  void oneLineDown() {
    bytes(page(0));
    for (int i = 1; i < 60; i++) {
      int n = bytes(page(i));
      assertTrue(n <= 160, n + " bytes at line " + i);
    }
    for (int i = 59; i > 0; i--) {
      int n = bytes(page(i - 1));
      assertTrue(n <= 160, n + " bytes back at line " + i);
    }
  }

  @Test
  void nothingForAnUnchangedFrame() {
    bytes(page(0));
    assertNull(painter.render(page(0), ""));
    painter.prepareScreen();
    assertNull(painter.render(page(0), ""));
    bytes(page(1));
    assertNull(painter.render(page(1), ""));
  }

  @Test
  void aSelectionMovesInFewBytes() {
    bytes(list(0));
    for (int i = 1; i < 10; i++) {
      int n = bytes(list(i));
      assertTrue(n <= 260, n + " bytes to row " + i);
    }
  }

  @Test
  void openingAPageAndPagingCostLittleMoreThanTheText() {
    bytes(list(0));
    int opening = bytes(page(0));
    assertTrue(opening <= 1.6 * text(page(0)), opening + " for " + text(page(0)));
    for (int i = 20; i < 200; i += 20) {
      int n = bytes(page(i));
      assertTrue(n <= 1.6 * text(page(i)), n + " for " + text(page(i)));
    }
    int back = bytes(list(3));
    assertTrue(back <= 1.6 * text(list(3)), back + " for " + text(list(3)));
  }

  /** Code, whose roles change with every word, in another picture's place. */
  @Test
  void aPageOfCodeCostsLittleMoreThanItsText() {
    bytes(page(0));
    for (int i = 0; i < 5; i++) {
      Frame code = code(i * 22);
      int n = bytes(code);
      assertTrue(n <= 1.7 * text(code), n + " for " + text(code));
    }
  }

  private static Frame code(int from) {
    List<Line> lines = new ArrayList<>();
    for (int i = from; i < from + 23; i++) {
      List<Span> spans = new ArrayList<>();
      spans.add(Span.of("    "));
      spans.add(Span.of("  " + "    ".repeat(i * 7 % 4), Role.CODE));
      spans.add(Span.of("return", Role.CODE_KEYWORD));
      spans.add(Span.of(" ", Role.CODE));
      spans.add(Span.of("request", Role.CODE_FUNCTION));
      spans.add(Span.of("(attempts - " + i + ", base * 2) ", Role.CODE));
      if (i % 3 == 0) spans.add(Span.of("// anywhere between", Role.CODE_COMMENT));
      lines.add(i % 5 == 0 ? Line.EMPTY : Line.of(spans));
    }
    lines.add(Line.of(Span.of(" Retries that do not  ·  " + from + " %", Role.CHROME)));
    return Frame.of(lines);
  }

  @Test
  void blanksInAnotherRoleAreTheSameToTheEye() {
    bytes(Frame.of(List.of(Line.of(Span.of("a"), Span.of("      "), Span.of("b")))));
    assertEquals(
        0,
        bytes(
            Frame.of(List.of(Line.of(Span.of("a"), Span.of("      ", Role.CODE), Span.of("b"))))));
  }

  @Test
  void largeFramesAreShownAtOnceAndSmallOnesGoWithoutCeremony() {
    String whole =
        new String(painter.render(page(0), "\033[?1049h"), java.nio.charset.StandardCharsets.UTF_8);
    assertTrue(whole.startsWith("\033[?2026h\033[?1049h") && whole.endsWith("\033[?2026l"), whole);
    List<Line> lines = new ArrayList<>(page(0).lines());
    lines.set(23, Line.of("x"));
    byte[] one = painter.render(new Frame(lines, 23, 1), "");
    lines.set(23, Line.of("xy"));
    byte[] two = painter.render(new Frame(lines, 23, 2), "");
    assertNotNull(one);
    assertEquals("y", new String(two));
  }

  /**
   * Where a terminal disagrees with us on the width of a cluster, what comes after it stands where
   * it should.
   */
  @Test
  void aTerminalThatCountsOtherwiseSpoilsNoLine() {
    Emulator contrary = new Emulator(80, 24, true);
    for (int round = 0; round < 3; round++) {
      List<Line> lines = new ArrayList<>();
      for (int y = 0; y < 24; y++) {
        String odd = WORDS[(y + round) % WORDS.length];
        if (DisplayWidth.of(odd) == 0) odd = "❤️";
        lines.add(
            Line.of(Span.of(odd + odd + "a" + y + "b", Role.STRONG), Span.of(" " + odd + "c")));
      }
      contrary.write(painter.render(Frame.of(lines), ""));
      for (int y = 0; y < 24; y++) {
        String text = lines.get(y).text();
        int at = text.indexOf("a" + y);
        assertEquals("a", contrary.cell(y, DisplayWidth.of(text.substring(0, at))).text(), text);
        assertEquals("c", contrary.cell(y, DisplayWidth.of(text) - 1).text(), text);
      }
    }
  }

  @Test
  void hugeAndTinyWindows() {
    for (Size odd :
        List.of(new Size(1, 1), new Size(2, 1), new Size(1, 50), new Size(1000, 1000))) {
      FrameRenderer p = new FrameRenderer(Theme.of("dark"), CAPS[0], odd);
      Emulator e = new Emulator(odd.columns(), odd.rows());
      for (int i = 0; i < 3; i++) {
        byte[] bytes = p.render(page(i), "");
        if (bytes != null) e.write(bytes);
        check(e, page(i), odd, Theme.of("dark"), CAPS[0]);
      }
    }
  }

  @Test
  void hostileLinksFillNothing() {
    FrameRenderer p = new FrameRenderer(Theme.of("ansi"), CAPS[0], size);
    for (int i = 0; i < 300; i++) {
      List<Line> lines = new ArrayList<>();
      for (int j = 0; j < 24; j++)
        lines.add(Line.of(new Span("link", RoleSet.of(Role.LINK), "https://x/" + i + "/" + j)));
      lines.add(Line.of(new Span("long", RoleSet.NONE, "https://x/" + "y".repeat(5000))));
      lines.add(Line.of(new Span("js", RoleSet.NONE, "javascript:alert(1)")));
      byte[] bytes = p.render(Frame.of(lines), "");
      emulator.write(bytes);
      check(emulator, Frame.of(lines.subList(0, 24)), size, Theme.of("ansi"), CAPS[0]);
    }
    assertFalse(StyleCache.isExternalLink("https://x/" + "y".repeat(5000)));
    assertFalse(StyleCache.isExternalLink("javascript:alert(1)"));
    assertFalse(StyleCache.isExternalLink("notes/other.md"));
  }

  @Test
  void noColourMeansNoColour() {
    FrameRenderer p = new FrameRenderer(Theme.of("dark"), CAPS[5], size);
    Emulator e = new Emulator(80, 24);
    e.write(p.render(list(2), ""));
    for (int y = 0; y < 24; y++) {
      for (int x = 0; x < 80; x++) {
        assertEquals(Color.DEFAULT, e.cell(y, x).style().foreground());
        assertEquals(Color.DEFAULT, e.cell(y, x).style().background());
      }
    }
  }
}
