package lectern.userdata;

import java.time.DateTimeException;
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
import lectern.ui.ReaderHistory.Bookmark;
import lectern.ui.ReaderHistory.ReadingRecord;

/** Formats and parses the reading history: a line a record, a word and fields with tabs between. */
final class StateFile {
  static final String HEADER = "lectern state 1";
  private static final int MAX_POSTS = 20_000;
  private static final int TIME_LENGTH = "2026-11-23T20:15:00.123".length();

  private StateFile() {}

  /**
   * A history that was read.
   *
   * @param invalidLines how many lines could not be parsed
   */
  record Parsed(ReaderHistory history, int invalidLines) {}

  static String format(ReaderHistory history) {
    StringBuilder out = new StringBuilder(HEADER).append('\n');
    out.append(
        "# What lectern remembers; fields are parted by tabs, times are UTC. Deleting this file"
            + " forgets it all.\n");
    if (!history.theme().isEmpty())
      appendLine(
          out,
          "theme",
          formatTime(history.themeChangedAt()),
          history.theme(),
          history.themeChosenOver());
    for (String words : history.searches()) appendLine(out, "search", words);
    for (Bookmark bookmark : sortedBookmarks(history)) {
      appendLine(
          out,
          "mark",
          formatTime(bookmark.changedAt()),
          bookmark.letter(),
          formatPosition(bookmark.position()),
          bookmark.path());
    }
    for (ReadingRecord post : newestPosts(history)) {
      appendLine(
          out,
          "post",
          formatTime(post.changedAt()),
          post.read() ? "read" : "unread",
          post.percentRead() + "%",
          formatPosition(post.position()),
          post.contentHash().isEmpty() ? "-" : post.contentHash(),
          Long.toString(post.size()),
          Long.toString(post.modified()),
          post.path(),
          post.title());
    }
    return out.toString();
  }

  /** The newest first, at most {@link #MAX_POSTS}. */
  private static List<ReadingRecord> newestPosts(ReaderHistory history) {
    List<ReadingRecord> posts = new ArrayList<>(history.records().values());
    posts.sort(
        Comparator.comparingLong((ReadingRecord post) -> -post.changedAt())
            .thenComparing(ReadingRecord::path));
    return posts.size() > MAX_POSTS ? posts.subList(0, MAX_POSTS) : posts;
  }

  private static List<Bookmark> sortedBookmarks(ReaderHistory history) {
    List<Bookmark> bookmarks = new ArrayList<>(history.bookmarks().values());
    bookmarks.sort(Comparator.comparing(Bookmark::letter));
    return bookmarks;
  }

  /** Parses the lines below the header; a line that cannot be parsed is counted and left out. */
  static Parsed parse(String text) {
    Map<String, ReadingRecord> posts = new HashMap<>();
    Map<String, Bookmark> bookmarks = new HashMap<>();
    List<String> searches = new ArrayList<>();
    String theme = "";
    String over = "";
    long themeAt = 0;
    int invalid = 0;
    String[] lines = text.split("\n", -1);
    for (int i = 1; i < lines.length; i++) {
      if (lines[i].isEmpty() || lines[i].startsWith("#")) continue;
      try {
        List<String> fields = splitFields(lines[i]);
        switch (fields.getFirst()) {
          case "theme" -> {
            themeAt = parseTime(fields.get(1));
            theme = fields.get(2);
            over = fields.size() > 3 ? fields.get(3) : "";
          }
          case "search" -> searches.add(fields.get(1));
          case "mark" ->
              bookmarks.put(
                  fields.get(2),
                  new Bookmark(
                      fields.get(2),
                      fields.get(4),
                      parsePosition(fields.get(3)),
                      parseTime(fields.get(1))));
          case "post" -> posts.put(fields.get(8), parsePost(fields));
          default -> invalid++;
        }
      } catch (IndexOutOfBoundsException | IllegalArgumentException | DateTimeException e) {
        invalid++;
      }
    }
    return new Parsed(
        new ReaderHistory(posts, bookmarks, List.copyOf(searches), theme, themeAt, over), invalid);
  }

  private static ReadingRecord parsePost(List<String> fields) {
    int percent = Integer.parseInt(fields.get(3).substring(0, fields.get(3).length() - 1));
    String hash = fields.get(5).equals("-") ? "" : fields.get(5);
    return new ReadingRecord(
        fields.get(8),
        hash,
        Long.parseLong(fields.get(6)),
        Long.parseLong(fields.get(7)),
        fields.get(2).equals("read"),
        parsePosition(fields.get(4)),
        percent,
        fields.get(9),
        parseTime(fields.get(1)));
  }

  /**
   * {@code 12:40:1f.2e.3d}: block, characters, and the fingerprints of the block, if there are any.
   */
  private static String formatPosition(ReadingPosition position) {
    String text = position.block() + ":" + position.offset();
    if (position.fingerprint() == 0
        && position.previousFingerprint() == 0
        && position.nextFingerprint() == 0) return text;
    return text
        + ":"
        + Integer.toHexString(position.fingerprint())
        + "."
        + Integer.toHexString(position.previousFingerprint())
        + "."
        + Integer.toHexString(position.nextFingerprint());
  }

  private static ReadingPosition parsePosition(String text) {
    String[] parts = text.split(":");
    int block = Integer.parseInt(parts[0]);
    int offset = Integer.parseInt(parts[1]);
    if (block < 0 || offset < 0) throw new IllegalArgumentException("a place before the start");
    if (parts.length < 3) return new ReadingPosition(block, offset);
    String[] fingerprints = parts[2].split("\\.");
    return new ReadingPosition(
        block,
        offset,
        parseFingerprint(fingerprints[0]),
        parseFingerprint(fingerprints[1]),
        parseFingerprint(fingerprints[2]));
  }

  private static int parseFingerprint(String hex) {
    return Integer.parseUnsignedInt(hex, 16);
  }

  /** {@code 2026-11-23T20:15:00.123}. */
  static String formatTime(long millis) {
    // toString leaves out a fraction that is 0: a nanosecond keeps it, and is cut off again
    int nanos = Math.floorMod(millis, 1000) * 1_000_000 + 1;
    return LocalDateTime.ofEpochSecond(Math.floorDiv(millis, 1000L), nanos, ZoneOffset.UTC)
        .toString()
        .substring(0, TIME_LENGTH);
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

  private static void appendLine(StringBuilder out, String... fields) {
    for (int i = 0; i < fields.length; i++) out.append(i > 0 ? "\t" : "").append(escape(fields[i]));
    out.append('\n');
  }

  private static String escape(String text) {
    return text.replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }

  private static List<String> splitFields(String line) {
    List<String> fields = new ArrayList<>();
    for (String field : line.split("\t", -1)) fields.add(field.translateEscapes());
    return fields;
  }
}
