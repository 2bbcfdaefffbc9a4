package lectern.ui;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lectern.layout.ReadingPosition;
import lectern.post.Entry;

/**
 * What is remembered of a reader from one day to the next. Everything carries the time of its last
 * change, so that two memories can be made one and the newer word wins.
 *
 * @param posts by the file's path
 * @param marks by their letter
 * @param searches the newest last
 * @param theme its name; empty when none was chosen
 * @param over the configured theme that it was chosen over; empty for any
 */
public record ReaderHistory(
    Map<String, ReadingRecord> posts,
    Map<String, Bookmark> marks,
    List<String> searches,
    String theme,
    long themeAt,
    String over) {
  public static final ReaderHistory NONE = new ReaderHistory(Map.of(), Map.of(), List.of(), "", 0, "");
  private static final int SEARCHES = 100;

  /**
   * What is known of one post.
   *
   * @param path of the file, made absolute
   * @param hash of its text when it was last looked at: {@link LoadedPost#hash}
   * @param size @param modified of the file then, so that an unchanged file need not be read to be
   *     known
   * @param percent how far it was read, for words only
   * @param at milliseconds since 1970
   */
  public record ReadingRecord(
      String path,
      String hash,
      long size,
      long modified,
      boolean read,
      ReadingPosition place,
      int percent,
      String title,
      long at) {
    /** Whether the file is as it was then. */
    boolean isOf(Entry entry) {
      return size == PostOpening.size(entry) && modified == PostOpening.modified(entry);
    }

    /** The same, of a file with this very text. */
    ReadingRecord as(Entry entry) {
      return new ReadingRecord(
          PostOpening.key(entry),
          hash,
          PostOpening.size(entry),
          PostOpening.modified(entry),
          read,
          place,
          percent,
          entry.title(),
          at);
    }
  }

  /** A place in a post with a letter on it. */
  public record Bookmark(String letter, String path, ReadingPosition place, long at) {}

  /** Whether the post was read: this very text, not an older one in the same file. */
  public boolean read(Entry entry) {
    ReadingRecord kept = posts.get(PostOpening.key(entry));
    return kept != null && kept.read() && kept.isOf(entry);
  }

  /**
   * The posts whose text must be looked at to know whether they were read: touched, moved or
   * changed files.
   */
  public List<Entry> doubtful(List<Entry> entries) {
    if (posts.isEmpty()) return List.of();
    Set<Long> sizes = new HashSet<>();
    for (ReadingRecord kept : gone(entries)) sizes.add(kept.size());
    List<Entry> doubtful = new ArrayList<>();
    for (Entry entry : entries) {
      ReadingRecord kept = posts.get(PostOpening.key(entry));
      if (kept == null ? sizes.contains(PostOpening.size(entry)) : !kept.isOf(entry))
        doubtful.add(entry);
    }
    return doubtful;
  }

  /** What is known of files that are not there: they may have been moved. */
  private List<ReadingRecord> gone(List<Entry> entries) {
    Set<String> there = new HashSet<>();
    for (Entry entry : entries) there.add(PostOpening.key(entry));
    List<ReadingRecord> gone = new ArrayList<>();
    for (ReadingRecord kept : posts.values()) if (!there.contains(kept.path())) gone.add(kept);
    return gone;
  }

  /**
   * With what the texts that were looked at say: a file that was touched is the same post, and so
   * is one with the text of a file that is gone. Another file with the same text beside it is
   * another post.
   *
   * @param hashes {@link LoadedPost#hash} by path
   */
  public ReaderHistory identified(List<Entry> entries, Map<String, String> hashes) {
    Map<String, ReadingRecord> byHash = new HashMap<>();
    for (ReadingRecord kept : gone(entries)) {
      if (!kept.hash().isEmpty())
        byHash.merge(kept.hash(), kept, (a, b) -> b.at() > a.at() ? b : a);
    }
    Map<String, ReadingRecord> known = new HashMap<>();
    for (Entry entry : entries) {
      String hash = hashes.get(PostOpening.key(entry));
      if (hash == null) continue;
      ReadingRecord own = posts.get(PostOpening.key(entry));
      ReadingRecord same = own != null && own.hash().equals(hash) ? own : byHash.get(hash);
      if (same != null) known.put(PostOpening.key(entry), same.as(entry));
    }
    if (known.isEmpty()) return this;
    Map<String, ReadingRecord> all = new HashMap<>(posts);
    all.putAll(known);
    return new ReaderHistory(all, marks, searches, theme, themeAt, over);
  }

  ReaderHistory with(ReadingRecord kept) {
    Map<String, ReadingRecord> all = new HashMap<>(posts);
    all.put(kept.path(), kept);
    return new ReaderHistory(all, marks, searches, theme, themeAt, over);
  }

  ReaderHistory with(Bookmark mark) {
    Map<String, Bookmark> all = new HashMap<>(marks);
    all.put(mark.letter(), mark);
    return new ReaderHistory(posts, all, searches, theme, themeAt, over);
  }

  ReaderHistory searched(String words) {
    if (words.isBlank()) return this;
    List<String> all = new ArrayList<>(searches);
    all.remove(words);
    all.add(words);
    if (all.size() > SEARCHES) all.removeFirst();
    return new ReaderHistory(posts, marks, List.copyOf(all), theme, themeAt, over);
  }

  ReaderHistory dressed(String name, long at, String over) {
    return new ReaderHistory(posts, marks, searches, name, at, over);
  }

  /**
   * The theme chosen over the configured one; empty when none was, or when another is configured
   * since: the later word wins.
   */
  public String theme(String configured) {
    return over.isEmpty() || over.equals(configured) ? theme : "";
  }

  /**
   * Both as one: of two records of the same thing the newer stays, searches stand one after the
   * other.
   */
  public ReaderHistory merged(ReaderHistory other) {
    Map<String, ReadingRecord> all = new HashMap<>(posts);
    for (ReadingRecord kept : other.posts.values())
      all.merge(kept.path(), kept, (a, b) -> b.at() > a.at() ? b : a);
    Map<String, Bookmark> letters = new HashMap<>(marks);
    for (Bookmark mark : other.marks.values())
      letters.merge(mark.letter(), mark, (a, b) -> b.at() > a.at() ? b : a);
    ReaderHistory both = new ReaderHistory(all, letters, other.searches, theme, themeAt, over);
    for (String words : searches) both = both.searched(words);
    return other.themeAt > themeAt ? both.dressed(other.theme, other.themeAt, other.over) : both;
  }
}
