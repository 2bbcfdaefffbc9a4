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
 * Searches rows: wrapped rows are joined, decoration is skipped, diacritics are folded, and case
 * matters only where the query has a capital letter.
 */
final class PageSearch {
  private final List<Line> lines;
  private final boolean caseSensitive;
  private final String query;
  private final List<Page.Match> matches = new ArrayList<>();

  /** The folded text of rows that were wrapped, and the place of each of its characters. */
  private final StringBuilder text = new StringBuilder();

  private int[] rowOfChar = new int[256];
  private int[] indexOfChar = new int[256];

  PageSearch(List<Line> lines, String query) {
    this.lines = lines;
    this.caseSensitive = query.codePoints().anyMatch(Character::isUpperCase);
    StringBuilder folded = new StringBuilder();
    fold(query, folded);
    this.query = folded.toString();
  }

  List<Page.Match> findMatches() {
    if (query.isEmpty()) return matches;
    for (int row = 0; row < lines.size(); row++) {
      Line line = lines.get(row);
      appendLine(line, row);
      if (line.lineBreak() == LineBreak.SOFT) append(' ', row, line.text().length());
      if (line.lineBreak() == LineBreak.HARD || row == lines.size() - 1) {
        collectMatches();
        text.setLength(0);
      }
    }
    return matches;
  }

  private void appendLine(Line line, int row) {
    int index = 0;
    for (Span span : line.spans()) {
      String s = span.text();
      if (!span.roles().has(Role.DECOR)) {
        for (int i = 0; i < s.length(); i++) appendFolded(s, i, row, index + i);
      }
      index += s.length();
    }
  }

  private void appendFolded(String s, int i, int row, int index) {
    char c = s.charAt(i);
    if (c < 0x80) append(caseSensitive ? c : Character.toLowerCase(c), row, index);
    else if (Character.isSurrogate(c)) append(c, row, index);
    else {
      StringBuilder folded = new StringBuilder(2);
      fold(String.valueOf(c), folded);
      for (int k = 0; k < folded.length(); k++) append(folded.charAt(k), row, index);
    }
  }

  private void append(char c, int row, int index) {
    if (text.length() == rowOfChar.length) {
      rowOfChar = Arrays.copyOf(rowOfChar, rowOfChar.length * 2);
      indexOfChar = Arrays.copyOf(indexOfChar, indexOfChar.length * 2);
    }
    rowOfChar[text.length()] = row;
    indexOfChar[text.length()] = index;
    text.append(c);
  }

  private void fold(String s, StringBuilder out) {
    String plain = TextFolding.removeDiacritics(s);
    out.append(caseSensitive ? plain : plain.toLowerCase(Locale.ROOT));
  }

  private void collectMatches() {
    for (int from = text.indexOf(query);
        from >= 0;
        from = text.indexOf(query, from + query.length())) {
      matches.add(new Page.Match(rangesOf(from, from + query.length())));
    }
  }

  private List<Page.RowRange> rangesOf(int from, int to) {
    List<Page.RowRange> out = new ArrayList<>(1);
    int begin = from;
    for (int i = from + 1; i <= to; i++) {
      if (i < to && rowOfChar[i] == rowOfChar[begin]) continue;
      out.add(new Page.RowRange(rowOfChar[begin], indexOfChar[begin], indexOfChar[i - 1] + 1));
      begin = i;
    }
    return out;
  }
}
