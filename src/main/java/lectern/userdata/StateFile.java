package lectern.userdata;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lectern.layout.ReadingPosition;
import lectern.post.PostDate;
import lectern.ui.ReaderHistory;

/** What is remembered, as lines that a person can read: a word, then fields with tabs between. */
final class StateFile {
  static final String HEADER = "lectern state 1";
  private static final int MAX_POSTS = 20_000;

  private StateFile() {}

  /**
   * @param invalidLines lines that could not be understood
   */
  record Parsed(ReaderHistory history, int invalidLines) {}

  static String format(ReaderHistory memory) {
    StringBuilder out = new StringBuilder(HEADER).append('\n');
    out.append(
        "# What lectern remembers; fields are parted by tabs, times are UTC. Deleting this file"
            + " forgets it all.\n");
    if (!memory.theme().isEmpty())
      appendLine(
          out,
          "theme",
          formatTime(memory.themeChangedAt()),
          memory.theme(),
          memory.themeChosenOver());
    for (String words : memory.searches()) appendLine(out, "search", words);
    for (ReaderHistory.Bookmark mark : sortedBookmarks(memory)) {
      appendLine(
          out,
          "mark",
          formatTime(mark.changedAt()),
          mark.letter(),
          formatPosition(mark.position()),
          mark.path());
    }
    for (ReaderHistory.ReadingRecord kept : newestPosts(memory)) {
      appendLine(
          out,
          "post",
          formatTime(kept.changedAt()),
          kept.read() ? "read" : "unread",
          kept.percentRead() + "%",
          formatPosition(kept.position()),
          kept.contentHash().isEmpty() ? "-" : kept.contentHash(),
          Long.toString(kept.size()),
          Long.toString(kept.modified()),
          kept.path(),
          kept.title());
    }
    return out.toString();
  }

  /** The newest first, and no more than fit. */
  private static List<ReaderHistory.ReadingRecord> newestPosts(ReaderHistory memory) {
    List<ReaderHistory.ReadingRecord> posts = new ArrayList<>(memory.records().values());
    posts.sort(
        Comparator.comparingLong((ReaderHistory.ReadingRecord kept) -> -kept.changedAt())
            .thenComparing(ReaderHistory.ReadingRecord::path));
    return posts.size() > MAX_POSTS ? posts.subList(0, MAX_POSTS) : posts;
  }

  private static List<ReaderHistory.Bookmark> sortedBookmarks(ReaderHistory memory) {
    List<ReaderHistory.Bookmark> marks = new ArrayList<>(memory.bookmarks().values());
    marks.sort(Comparator.comparing(ReaderHistory.Bookmark::letter));
    return marks;
  }

  /** Reads the lines below the head; a bad line is counted and left out. */
  static Parsed parse(String text) {
    Map<String, ReaderHistory.ReadingRecord> posts = new HashMap<>();
    Map<String, ReaderHistory.Bookmark> marks = new HashMap<>();
    List<String> searches = new ArrayList<>();
    String theme = "";
    String over = "";
    long themeAt = 0;
    int bad = 0;
    String[] lines = text.split("\n", -1);
    for (int i = 1; i < lines.length; i++) {
      if (lines[i].isEmpty() || lines[i].startsWith("#")) continue;
      List<String> f = splitFields(lines[i]);
      try {
        switch (f.getFirst()) {
          case "theme" -> {
            themeAt = parseTime(f.get(1));
            theme = f.get(2);
            over = f.size() > 3 ? f.get(3) : "";
          }
          case "search" -> searches.add(f.get(1));
          case "mark" ->
              marks.put(
                  f.get(2),
                  new ReaderHistory.Bookmark(
                      f.get(2), f.get(4), parsePosition(f.get(3)), parseTime(f.get(1))));
          case "post" -> posts.put(f.get(8), parsePost(f));
          default -> bad++;
        }
      } catch (IndexOutOfBoundsException
          | IllegalArgumentException
          | java.time.DateTimeException e) {
        bad++;
      }
    }
    return new Parsed(
        new ReaderHistory(posts, marks, List.copyOf(searches), theme, themeAt, over), bad);
  }

  private static ReaderHistory.ReadingRecord parsePost(List<String> f) {
    int percent = Integer.parseInt(f.get(3).substring(0, f.get(3).length() - 1));
    String hash = f.get(5).equals("-") ? "" : f.get(5);
    return new ReaderHistory.ReadingRecord(
        f.get(8),
        hash,
        Long.parseLong(f.get(6)),
        Long.parseLong(f.get(7)),
        f.get(2).equals("read"),
        parsePosition(f.get(4)),
        percent,
        f.get(9),
        parseTime(f.get(1)));
  }

  /** {@code 12:40:1f.2e.3d}: block, characters, and by what the block is known, if by anything. */
  private static String formatPosition(ReadingPosition place) {
    String at = place.block() + ":" + place.offset();
    if (place.fingerprint() == 0
        && place.previousFingerprint() == 0
        && place.nextFingerprint() == 0) return at;
    return at
        + ":"
        + Integer.toHexString(place.fingerprint())
        + "."
        + Integer.toHexString(place.previousFingerprint())
        + "."
        + Integer.toHexString(place.nextFingerprint());
  }

  private static ReadingPosition parsePosition(String text) {
    String[] parts = text.split(":");
    int block = Integer.parseInt(parts[0]);
    int offset = Integer.parseInt(parts[1]);
    if (block < 0 || offset < 0) throw new IllegalArgumentException("a place before the start");
    if (parts.length < 3) return new ReadingPosition(block, offset);
    String[] prints = parts[2].split("\\.");
    return new ReadingPosition(
        block,
        offset,
        parseFingerprint(prints[0]),
        parseFingerprint(prints[1]),
        parseFingerprint(prints[2]));
  }

  private static int parseFingerprint(String hex) {
    return Integer.parseUnsignedInt(hex, 16);
  }

  /** {@code 2026-11-23T20:15:00.123}; by hand, since formatters are slow when first used. */
  static String formatTime(long millis) {
    LocalDateTime at = LocalDateTime.ofEpochSecond(Math.floorDiv(millis, 1000L), 0, ZoneOffset.UTC);
    long rest = Math.floorMod(millis, 1000L);
    return zeroPadded(at.getYear(), 4)
        + "-"
        + zeroPadded(at.getMonthValue(), 2)
        + "-"
        + zeroPadded(at.getDayOfMonth(), 2)
        + "T"
        + zeroPadded(at.getHour(), 2)
        + ":"
        + zeroPadded(at.getMinute(), 2)
        + ":"
        + zeroPadded(at.getSecond(), 2)
        + "."
        + zeroPadded(rest, 3);
  }

  static long parseTime(String time) {
    LocalDate day =
        LocalDate.of(parseNumber(time, 0, 4), parseNumber(time, 5, 7), parseNumber(time, 8, 10));
    long hours = PostDate.toEpochDay(day) * 24 + parseNumber(time, 11, 13);
    long seconds = (hours * 60 + parseNumber(time, 14, 16)) * 60 + parseNumber(time, 17, 19);
    return seconds * 1000 + parseNumber(time, 20, 23);
  }

  private static int parseNumber(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }

  private static String zeroPadded(long number, int digits) {
    String text = Long.toString(number);
    return "0".repeat(Math.max(0, digits - text.length())) + text;
  }

  private static void appendLine(StringBuilder out, String... fields) {
    for (int i = 0; i < fields.length; i++) {
      if (i > 0) out.append('\t');
      appendEscaped(out, fields[i]);
    }
    out.append('\n');
  }

  private static void appendEscaped(StringBuilder out, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\' -> out.append("\\\\");
        case '\t' -> out.append("\\t");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        default -> out.append(c);
      }
    }
  }

  private static List<String> splitFields(String line) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\t') {
        fields.add(field.toString());
        field.setLength(0);
      } else if (c == '\\' && i + 1 < line.length()) {
        char next = line.charAt(++i);
        field.append(next == 't' ? '\t' : next == 'n' ? '\n' : next == 'r' ? '\r' : next);
      } else {
        field.append(c);
      }
    }
    fields.add(field.toString());
    return fields;
  }
}
