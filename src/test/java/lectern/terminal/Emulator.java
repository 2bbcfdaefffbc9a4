package lectern.terminal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import lectern.text.DisplayWidth;
import lectern.theme.Color;
import lectern.theme.Style;

/**
 * A terminal small enough to be trusted: it understands what lectern sends and fails at anything
 * else.
 */
public final class Emulator {
  /** What a cell shows. A wide cluster has its text in the first cell and "" in the others. */
  record Cell(String text, Style style, String href) {}

  private static final Cell BLANK = new Cell(" ", Style.PLAIN, null);

  public final TreeSet<Integer> modes = new TreeSet<>();
  public final StringBuilder clipboard = new StringBuilder();
  private Cell[][] cells;
  private int columns;
  private int rows;
  private int row;
  private int column;
  private int top;
  private int bottom;
  private Color foreground = Color.DEFAULT;
  private Color background = Color.DEFAULT;
  private int attributes;
  private String href;
  private String input;
  private int at;
  private final boolean contrary;

  public Emulator(int columns, int rows) {
    this(columns, rows, false);
  }

  /**
   * @param contrary whether it moves by another width than ours after clusters on which terminals
   *     disagree
   */
  Emulator(int columns, int rows, boolean contrary) {
    this.contrary = contrary;
    resize(columns, rows);
    modes.add(25);
  }

  /** What is on the screen after a resize is anyone's guess: it is filled with rubbish. */
  public void resize(int columns, int rows) {
    this.columns = columns;
    this.rows = rows;
    top = 0;
    bottom = rows - 1;
    row = rows / 2;
    column = columns / 2;
    cells = new Cell[rows][columns];
    for (Cell[] line : cells) Arrays.fill(line, new Cell("?", Style.PLAIN, null));
  }

  Cell cell(int row, int column) {
    return cells[row][column];
  }

  int row() {
    return row;
  }

  int column() {
    return column;
  }

  public String screen() {
    StringBuilder out = new StringBuilder();
    for (Cell[] line : cells) {
      StringBuilder text = new StringBuilder();
      for (Cell cell : line) text.append(cell.text);
      out.append(text.toString().stripTrailing()).append('\n');
    }
    return out.toString();
  }

  /** Whether nothing is set that a shell would not expect. */
  public boolean isAsFound() {
    return modes.equals(new TreeSet<>(List.of(25)))
        && href == null
        && attributes == 0
        && foreground == Color.DEFAULT
        && background == Color.DEFAULT
        && top == 0
        && bottom == rows - 1;
  }

  public void write(byte[] bytes) {
    input = new String(bytes, StandardCharsets.UTF_8);
    if (input.indexOf('\ufffd') >= 0) throw new AssertionError("not UTF-8: " + input);
    for (at = 0; at < input.length(); ) step();
  }

  private void step() {
    char c = input.charAt(at);
    switch (c) {
      case '\033' -> escape();
      case '\r' -> {
        column = 0;
        at++;
      }
      case '\n' -> {
        lineFeed();
        at++;
      }
      default -> {
        if (c < 0x20 || c >= 0x7f && c < 0xa0) throw new AssertionError("control " + (int) c);
        int end = DisplayWidth.nextGrapheme(input, at);
        put(input.substring(at, end), DisplayWidth.ofGrapheme(input, at, end));
        at = end;
      }
    }
  }

  private void put(String cluster, int width) {
    if (width == 0) throw new AssertionError("a cluster without width: " + cluster);
    if (column + width > columns)
      throw new AssertionError("past the edge: " + cluster + " at " + column);
    boolean odd = contrary && DisplayWidth.hasUncertainWidth(cluster, 0, cluster.length());
    if (odd) width = width == 1 ? Math.min(2, columns - column) : 1;
    split(column);
    split(column + width);
    cells[row][column] = new Cell(cluster, style(), href);
    for (int i = 1; i < width; i++) cells[row][column + i] = new Cell("", style(), href);
    column += width;
  }

  /** A wide character of which a part is overwritten leaves blanks. */
  private void split(int x) {
    if (x >= columns || !cells[row][x].text.isEmpty()) return;
    int from = x;
    while (from > 0 && cells[row][from].text.isEmpty()) from--;
    for (int i = from; i == from || i < columns && cells[row][i].text.isEmpty(); i++)
      cells[row][i] = BLANK;
  }

  private Style style() {
    return new Style(foreground, background, attributes);
  }

  private Cell erased() {
    return new Cell(" ", new Style(Color.DEFAULT, background, 0), null);
  }

  private void lineFeed() {
    if (row == bottom) scroll(1);
    else row = Math.min(rows - 1, row + 1);
  }

  private void scroll(int n) {
    for (; n > 0; n--) {
      for (int i = top; i < bottom; i++) cells[i] = cells[i + 1];
      cells[bottom] = new Cell[columns];
      Arrays.fill(cells[bottom], erased());
    }
    for (; n < 0; n++) {
      for (int i = bottom; i > top; i--) cells[i] = cells[i - 1];
      cells[top] = new Cell[columns];
      Arrays.fill(cells[top], erased());
    }
  }

  private void escape() {
    char kind = input.charAt(at + 1);
    if (kind == '[') {
      int end = at + 2;
      while (input.charAt(end) < 0x40) end++;
      String parameters = input.substring(at + 2, end);
      at = end + 1;
      csi(parameters, input.charAt(end));
    } else if (kind == ']') {
      int st = input.indexOf("\033\\", at);
      int bel = input.indexOf('\007', at);
      boolean byBel = bel >= 0 && (st < 0 || bel < st);
      osc(input.substring(at + 2, byBel ? bel : st));
      at = byBel ? bel + 1 : st + 2;
    } else if (kind == 'M') {
      if (row == top) scroll(-1);
      else row = Math.max(0, row - 1);
      at += 2;
    } else {
      throw new AssertionError("unknown escape " + kind);
    }
  }

  private void osc(String text) {
    if (text.startsWith("52;c;")) {
      clipboard.append(text.substring(5));
      return;
    }
    if (!text.startsWith("8;")) throw new AssertionError("unknown OSC " + text);
    String uri = text.substring(text.indexOf(';', 2) + 1);
    for (int i = 0; i < uri.length(); i++) {
      if (uri.charAt(i) <= 0x20 || uri.charAt(i) >= 0x7f)
        throw new AssertionError("in a URI: " + uri);
    }
    if (!uri.isEmpty() && !text.startsWith("8;id=")) throw new AssertionError("a link without id");
    href = uri.isEmpty() ? null : uri;
  }

  private void csi(String p, char end) {
    switch (end) {
      case 'm' -> sgr(p);
      case 'H' -> {
        row = Math.min(rows, number(p, 0, 1)) - 1;
        column = Math.min(columns, number(p, 1, 1)) - 1;
      }
      case 'C' -> column = Math.min(columns - 1, column + number(p, 0, 1));
      case 'K' -> erase(column, columns);
      case 'X' -> erase(column, Math.min(columns, column + number(p, 0, 1)));
      case 'J' -> clear(number(p, 0, 0));
      case 'S' -> scroll(number(p, 0, 1));
      case 'T' -> scroll(-number(p, 0, 1));
      case 'r' -> {
        top = number(p, 0, 1) - 1;
        bottom = number(p, 1, rows) - 1;
        row = 0;
        column = 0;
        if (top >= bottom)
          throw new AssertionError("a region of one row is refused by terminals: " + p);
      }
      case 'h', 'l' -> {
        if (p.charAt(0) != '?') throw new AssertionError("mode " + p);
        int mode = Integer.parseInt(p.substring(1));
        if (end == 'h') modes.add(mode);
        else modes.remove(mode);
      }
      default -> throw new AssertionError("unknown CSI " + p + end);
    }
  }

  /** ED: to the end, from the start, or all of it. */
  private void clear(int what) {
    if (what == 0) erase(column, columns);
    if (what == 1) erase(0, column + 1);
    for (int y = 0; y < rows; y++) {
      if (what == 2 || (what == 0 ? y > row : y < row)) Arrays.fill(cells[y], erased());
    }
  }

  private void erase(int from, int to) {
    if (column >= columns) throw new AssertionError("erased at the edge");
    split(from);
    split(to);
    for (int x = from; x < to; x++) cells[row][x] = erased();
  }

  private static int number(String p, int n, int missing) {
    String[] parts = p.split(";", -1);
    return n >= parts.length || parts[n].isEmpty() ? missing : Integer.parseInt(parts[n]);
  }

  private void sgr(String p) {
    List<Integer> codes = new ArrayList<>();
    for (String part : p.split(";", -1)) codes.add(part.isEmpty() ? 0 : Integer.parseInt(part));
    for (int i = 0; i < codes.size(); i++) {
      int code = codes.get(i);
      switch (code) {
        case 0 -> {
          attributes = 0;
          foreground = Color.DEFAULT;
          background = Color.DEFAULT;
        }
        case 1, 2, 3, 4 -> attributes |= 1 << code - 1;
        case 7 -> attributes |= Style.REVERSE;
        case 9 -> attributes |= Style.STRIKE;
        case 22 -> attributes &= ~(Style.BOLD | Style.DIM);
        case 23 -> attributes &= ~Style.ITALIC;
        case 24 -> attributes &= ~Style.UNDERLINE;
        case 27 -> attributes &= ~Style.REVERSE;
        case 29 -> attributes &= ~Style.STRIKE;
        case 39 -> foreground = Color.DEFAULT;
        case 49 -> background = Color.DEFAULT;
        case 38, 48 -> {
          boolean indexed = codes.get(i + 1) == 5;
          Color color =
              indexed
                  ? Color.indexed(codes.get(i + 2))
                  : Color.rgb(codes.get(i + 2), codes.get(i + 3), codes.get(i + 4));
          if (code == 38) foreground = color;
          else background = color;
          i += indexed ? 2 : 4;
        }
        default -> ansi(code);
      }
    }
  }

  private void ansi(int code) {
    if (code >= 30 && code < 38) foreground = Color.indexed(code - 30);
    else if (code >= 40 && code < 48) background = Color.indexed(code - 40);
    else if (code >= 90 && code < 98) foreground = Color.indexed(code - 82);
    else if (code >= 100 && code < 108) background = Color.indexed(code - 92);
    else throw new AssertionError("unknown SGR " + code);
  }

  /** Whether two cells are the same to the eye. */
  static boolean looksSame(Cell a, Cell b) {
    if (!a.text.equals(b.text)) return false;
    if (!Objects.equals(a.style.background(), b.style.background())) return false;
    boolean blank = a.text.equals(" ");
    int seen = Style.UNDERLINE | Style.REVERSE | Style.STRIKE;
    if (blank && (a.style.attributes() & seen) == 0 && (b.style.attributes() & seen) == 0) {
      return a.href == null && b.href == null || Objects.equals(a.href, b.href);
    }
    return a.equals(b);
  }
}
