package lectern.ui;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lectern.layout.ReadingPosition;
import lectern.post.Catalog;
import lectern.post.Entry;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a reader from one day to the next. Everything carries the time of its last
 * change, so that two histories can be merged and the later change wins.
 *
 * @param records by the file's path
 * @param bookmarks by their letter
 * @param searches the newest last
 * @param theme its name; empty when none was chosen
 * @param themeChosenOver the configured theme that it was chosen over; empty for any
 */
public record ReaderHistory(
    Map<String, ReadingRecord> records,
    Map<String, Bookmark> bookmarks,
    List<String> searches,
    String theme,
    long themeChangedAt,
    String themeChosenOver) {
  public static final ReaderHistory EMPTY =
      new ReaderHistory(Map.of(), Map.of(), List.of(), "", 0, "");
  private static final long DAY_MILLIS = 24 * 60 * 60 * 1000L;
  private static final int MAX_SEARCHES = 100;

  /**
   * What is known of one post.
   *
   * @param path of the file, made absolute
   * @param contentHash of its text when it was last looked at: {@link LoadedPost#contentHash}
   * @param size of the file then; with modified it tells that a file is unchanged without reading
   *     it
   * @param modified of the file then
   * @param percentRead how far it was read, for words only
   * @param changedAt milliseconds since 1970
   */
  public record ReadingRecord(
      String path,
      String contentHash,
      long size,
      long modified,
      boolean read,
      ReadingPosition position,
      int percentRead,
      String title,
      long changedAt) {
    /** Whether the file is as it was then. */
    boolean matchesFile(Entry entry) {
      return size == entry.size() && modified == entry.modified();
    }

    /** The same record for a file with the same text. */
    ReadingRecord forFile(Entry entry) {
      return new ReadingRecord(
          entry.key(),
          contentHash,
          entry.size(),
          entry.modified(),
          read,
          position,
          percentRead,
          entry.title(),
          changedAt);
    }
  }

  /** A position in a post, named by a letter. */
  public record Bookmark(String letter, String path, ReadingPosition position, long changedAt) {}

  /** Whether the post was read: this very text, not an older one in the same file. */
  public boolean isRead(Entry entry) {
    ReadingRecord record = records.get(entry.key());
    return record != null && record.read() && record.matchesFile(entry);
  }

  /**
   * The post left half-read on an earlier day: the last one read.
   *
   * @param today days since 1970 where the reader is
   */
  @Nullable ReadingRecord findUnfinished(Catalog catalog, long today) {
    ReadingRecord last = null;
    for (ReadingRecord record : records.values())
      if (last == null || record.changedAt() > last.changedAt()) last = record;
    if (last == null || last.percentRead() >= 100 || last.percentRead() <= 0) return null;
    if (Math.floorDiv(last.changedAt(), DAY_MILLIS) >= today) return null;
    for (Entry entry : catalog.entries()) if (entry.key().equals(last.path())) return last;
    return null;
  }

  /** The posts whose text must be hashed to know whether they were read: changed or moved files. */
  public List<Entry> findEntriesToHash(List<Entry> entries) {
    if (records.isEmpty()) return List.of();
    Set<Long> sizes = new HashSet<>();
    for (ReadingRecord record : recordsOfMissingFiles(entries)) sizes.add(record.size());
    List<Entry> unknown = new ArrayList<>();
    for (Entry entry : entries) {
      ReadingRecord record = records.get(entry.key());
      if (record == null ? sizes.contains(entry.size()) : !record.matchesFile(entry))
        unknown.add(entry);
    }
    return unknown;
  }

  /** The records of files that do not exist: they may have been moved. */
  private List<ReadingRecord> recordsOfMissingFiles(List<Entry> entries) {
    Set<String> paths = new HashSet<>();
    for (Entry entry : entries) paths.add(entry.key());
    List<ReadingRecord> missing = new ArrayList<>();
    for (ReadingRecord record : records.values())
      if (!paths.contains(record.path())) missing.add(record);
    return missing;
  }

  /**
   * With the records of files that were touched or moved: the same text in the same file, or in the
   * place of a file that is gone, is the same post. Another file with the same text beside it is
   * another post.
   *
   * @param hashes {@link LoadedPost#contentHash} by path
   */
  public ReaderHistory withHashes(List<Entry> entries, Map<String, String> hashes) {
    Map<String, ReadingRecord> byHash = new HashMap<>();
    for (ReadingRecord record : recordsOfMissingFiles(entries)) {
      if (!record.contentHash().isEmpty())
        byHash.merge(record.contentHash(), record, (a, b) -> b.changedAt() > a.changedAt() ? b : a);
    }
    Map<String, ReadingRecord> known = new HashMap<>();
    for (Entry entry : entries) {
      String hash = hashes.get(entry.key());
      if (hash == null) continue;
      ReadingRecord own = records.get(entry.key());
      ReadingRecord same = own != null && own.contentHash().equals(hash) ? own : byHash.get(hash);
      if (same != null) known.put(entry.key(), same.forFile(entry));
    }
    if (known.isEmpty()) return this;
    Map<String, ReadingRecord> all = new HashMap<>(records);
    all.putAll(known);
    return new ReaderHistory(all, bookmarks, searches, theme, themeChangedAt, themeChosenOver);
  }

  public ReaderHistory with(ReadingRecord record) {
    Map<String, ReadingRecord> all = new HashMap<>(records);
    all.put(record.path(), record);
    return new ReaderHistory(all, bookmarks, searches, theme, themeChangedAt, themeChosenOver);
  }

  public ReaderHistory with(Bookmark mark) {
    Map<String, Bookmark> all = new HashMap<>(bookmarks);
    all.put(mark.letter(), mark);
    return new ReaderHistory(records, all, searches, theme, themeChangedAt, themeChosenOver);
  }

  public ReaderHistory withSearch(String words) {
    if (words.isBlank()) return this;
    List<String> all = new ArrayList<>(searches);
    all.remove(words);
    all.add(words);
    if (all.size() > MAX_SEARCHES) all.removeFirst();
    return new ReaderHistory(
        records, bookmarks, List.copyOf(all), theme, themeChangedAt, themeChosenOver);
  }

  public ReaderHistory withTheme(String name, long at, String over) {
    return new ReaderHistory(records, bookmarks, searches, name, at, over);
  }

  /**
   * The theme chosen over the configured one; empty when none was, or when another is configured
   * since: the later change wins.
   */
  public String theme(String configured) {
    return themeChosenOver.isEmpty() || themeChosenOver.equals(configured) ? theme : "";
  }

  /**
   * Merges two histories: of two records of the same thing the later one stays, searches are
   * appended.
   */
  public ReaderHistory mergeWith(ReaderHistory other) {
    Map<String, ReadingRecord> all = new HashMap<>(records);
    for (ReadingRecord record : other.records.values())
      all.merge(record.path(), record, (a, b) -> b.changedAt() > a.changedAt() ? b : a);
    Map<String, Bookmark> letters = new HashMap<>(bookmarks);
    for (Bookmark mark : other.bookmarks.values())
      letters.merge(mark.letter(), mark, (a, b) -> b.changedAt() > a.changedAt() ? b : a);
    ReaderHistory both =
        new ReaderHistory(all, letters, other.searches, theme, themeChangedAt, themeChosenOver);
    for (String words : searches) both = both.withSearch(words);
    return other.themeChangedAt > themeChangedAt
        ? both.withTheme(other.theme, other.themeChangedAt, other.themeChosenOver)
        : both;
  }
}
