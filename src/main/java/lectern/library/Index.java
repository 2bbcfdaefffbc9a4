package lectern.library;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import lectern.post.Catalog;
import lectern.post.Entry;
import lectern.post.Moment;
import lectern.post.Post;
import lectern.post.Tag;

/**
 * What was read of a folder the last time, so that only files that changed are opened again. A
 * cache: anything wrong with it and it is as if it were not there. Only good posts without problems
 * are kept in the file.
 */
final class Index {
  /** Smaller folders are read as fast without. */
  private static final int WORTH = 300;

  private static final int VERSION = 0x1ec70001;

  /**
   * A file changed so shortly before the index was written may have been changed again in the same
   * tick.
   */
  private static final long TICK = 2000;

  private final Map<String, Entry> entries;
  private final int stored;

  private Index(Map<String, Entry> entries, int stored) {
    this.entries = entries;
    this.stored = stored;
  }

  static Index of(Catalog catalog) {
    Map<String, Entry> entries = HashMap.newHashMap(catalog.entries().size());
    for (Entry entry : catalog.entries()) entries.put(entry.name(), entry);
    return new Index(entries, entries.size());
  }

  private final java.util.concurrent.atomic.AtomicInteger used =
      new java.util.concurrent.atomic.AtomicInteger();

  /** What is known of a file of this size and time stamp; null when it must be read. */
  Entry entry(String name, long size, long modified) {
    Entry entry = entries.get(name);
    boolean same = entry instanceof Post p && p.size() == size && p.modified() == modified;
    if (same) used.incrementAndGet();
    return same ? entry : null;
  }

  static Index read(Path cache, Path folder) {
    Index none = new Index(Map.of(), 0);
    if (cache == null) return none;
    try {
      Path file = file(cache, folder);
      byte[] bytes = Files.readAllBytes(file);
      long written = Files.getLastModifiedTime(file).toMillis();
      return decode(bytes, folder, written, none);
    } catch (IOException | RuntimeException e) {
      return none;
    }
  }

  private static Index decode(byte[] bytes, Path folder, long written, Index none)
      throws IOException {
    if (bytes.length < 24) return none;
    CRC32 sum = new CRC32();
    sum.update(bytes, 8, bytes.length - 8);
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    if (in.readLong() != sum.getValue()
        || in.readInt() != VERSION
        || !in.readUTF().equals(folder.toString())) return none;
    int count = in.readInt();
    Map<String, Entry> entries = HashMap.newHashMap(count);
    for (int i = 0; i < count; i++) {
      Post post = post(in, folder);
      if (post.modified() < written - TICK) entries.put(post.name(), post);
    }
    return new Index(entries, count);
  }

  /**
   * Written only when enough has changed to be worth it, beside the old one and then moved over it.
   */
  void save(Path cache, Path folder, Catalog catalog) {
    int size = catalog.entries().size();
    if (size < WORTH || used.get() == stored && stored >= size - size / 50) return;
    try {
      Files.createDirectories(cache);
      Path file = file(cache, folder);
      Path beside = Files.createTempFile(cache, "index", ".new");
      Files.write(beside, encode(catalog, folder));
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException | RuntimeException e) {
      // a cache that cannot be written is no reason to say anything: the next start reads the files
      // again
    }
  }

  private static Path file(Path cache, Path folder) {
    CRC32 sum = new CRC32();
    sum.update(folder.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return cache.resolve(
        "posts-"
            + Long.toHexString(sum.getValue())
            + "-"
            + Integer.toHexString(folder.toString().hashCode())
            + ".index");
  }

  private static byte[] encode(Catalog catalog, Path folder) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(catalog.entries().size() * 200);
    DataOutputStream out = new DataOutputStream(bytes);
    List<Post> posts = new ArrayList<>();
    for (Entry entry : catalog.entries())
      if (entry instanceof Post post && post.problems().isEmpty() && short16(post)) posts.add(post);
    out.writeLong(0);
    out.writeInt(VERSION);
    out.writeUTF(folder.toString());
    out.writeInt(posts.size());
    for (Post post : posts) post(post, out);
    byte[] all = bytes.toByteArray();
    CRC32 sum = new CRC32();
    sum.update(all, 8, all.length - 8);
    java.nio.ByteBuffer.wrap(all).putLong(0, sum.getValue());
    return all;
  }

  /** Texts longer than the format carries are read from their file each time. */
  private static boolean short16(Post post) {
    return post.title().length() < 10_000
        && post.description().length() < 10_000
        && post.name().length() < 10_000
        && post.slug().length() < 10_000
        && post.tags().size() < 1000
        && post.authors().size() < 1000;
  }

  private static void post(Post post, DataOutputStream out) throws IOException {
    out.writeUTF(post.name());
    out.writeUTF(post.slug());
    out.writeUTF(post.title());
    out.writeUTF(post.description());
    moment(post.date(), out);
    moment(post.updated(), out);
    out.writeShort(post.tags().size());
    for (Tag tag : post.tags()) {
      out.writeUTF(tag.name());
    }
    out.writeShort(post.authors().size());
    for (String author : post.authors()) out.writeUTF(author);
    out.writeBoolean(post.draft());
    out.writeInt(post.minutes());
    out.writeLong(post.size());
    out.writeLong(post.modified());
  }

  private static Post post(DataInputStream in, Path folder) throws IOException {
    String name = in.readUTF();
    String slug = in.readUTF();
    String title = in.readUTF();
    String description = in.readUTF();
    Optional<Moment> date = moment(in);
    Optional<Moment> updated = moment(in);
    Tag[] tags = new Tag[in.readUnsignedShort()];
    for (int i = 0; i < tags.length; i++) tags[i] = Tag.of(in.readUTF());
    String[] authors = new String[in.readUnsignedShort()];
    for (int i = 0; i < authors.length; i++) authors[i] = in.readUTF();
    boolean draft = in.readBoolean();
    int minutes = in.readInt();
    long size = in.readLong();
    long modified = in.readLong();
    return new Post(
        folder.resolve(name),
        name,
        slug,
        title,
        description,
        date,
        updated,
        List.of(tags),
        List.of(authors),
        draft,
        minutes,
        size,
        modified,
        List.of());
  }

  private static void moment(Optional<Moment> moment, DataOutputStream out) throws IOException {
    out.writeLong(moment.isPresent() ? moment.get().day().toEpochDay() : Long.MIN_VALUE);
    out.writeLong(moment.isPresent() ? moment.get().millis() : 0);
  }

  private static Optional<Moment> moment(DataInputStream in) throws IOException {
    long day = in.readLong();
    long millis = in.readLong();
    return day == Long.MIN_VALUE
        ? Optional.empty()
        : Optional.of(new Moment(LocalDate.ofEpochDay(day), millis));
  }
}
