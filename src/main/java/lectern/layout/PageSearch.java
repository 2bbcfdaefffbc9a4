package lectern.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import lectern.text.Line;
import lectern.text.LineBreak;
import lectern.text.Role;
import lectern.text.Span;
import lectern.text.TextFolding;

/**
 * Finds words on rows: wrapped rows are joined, decoration is skipped, accents are folded, case is
 * smart.
 */
final class PageSearch {
  private final List<Line> lines;
  private final boolean exact;
  private final String query;
  private final List<Page.Match> hits = new ArrayList<>();

  /**
   * The folded text of rows that belong together, and for each of its characters where it stands.
   */
  private final StringBuilder text = new StringBuilder();

  private int[] rows = new int[256];
  private int[] at = new int[256];

  PageSearch(List<Line> lines, String query) {
    this.lines = lines;
    this.exact = query.codePoints().anyMatch(Character::isUpperCase);
    StringBuilder folded = new StringBuilder();
    fold(query, folded);
    this.query = folded.toString();
  }

  List<Page.Match> hits() {
    if (query.isEmpty()) return hits;
    for (int row = 0; row < lines.size(); row++) {
      Line line = lines.get(row);
      add(line, row);
      if (line.lineBreak() == LineBreak.SOFT) append(' ', row, line.text().length());
      if (line.lineBreak() == LineBreak.HARD || row == lines.size() - 1) {
        collect();
        text.setLength(0);
      }
    }
    return hits;
  }

  private void add(Line line, int row) {
    int index = 0;
    for (Span span : line.spans()) {
      String s = span.text();
      if (!span.roles().has(Role.DECOR)) {
        for (int i = 0; i < s.length(); i++) letter(s, i, row, index + i);
      }
      index += s.length();
    }
  }

  private void letter(String s, int i, int row, int index) {
    char c = s.charAt(i);
    if (c < 0x80) append(exact ? c : Character.toLowerCase(c), row, index);
    else if (Character.isSurrogate(c)) append(c, row, index);
    else {
      StringBuilder folded = new StringBuilder(2);
      fold(String.valueOf(c), folded);
      for (int k = 0; k < folded.length(); k++) append(folded.charAt(k), row, index);
    }
  }

  private void append(char c, int row, int index) {
    if (text.length() == rows.length) {
      rows = Arrays.copyOf(rows, rows.length * 2);
      at = Arrays.copyOf(at, at.length * 2);
    }
    rows[text.length()] = row;
    at[text.length()] = index;
    text.append(c);
  }

  private void fold(String s, StringBuilder out) {
    String plain = TextFolding.removeDiacritics(s);
    out.append(exact ? plain : plain.toLowerCase(Locale.ROOT));
  }

  private void collect() {
    for (int from = text.indexOf(query);
        from >= 0;
        from = text.indexOf(query, from + query.length())) {
      hits.add(new Page.Match(pieces(from, from + query.length())));
    }
  }

  private List<Page.RowRange> pieces(int from, int to) {
    List<Page.RowRange> out = new ArrayList<>(1);
    int begin = from;
    for (int i = from + 1; i <= to; i++) {
      if (i < to && rows[i] == rows[begin]) continue;
      out.add(new Page.RowRange(rows[begin], at[begin], at[i - 1] + 1));
      begin = i;
    }
    return out;
  }
}
