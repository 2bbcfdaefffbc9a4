package lectern.library;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import lectern.post.Post;
import lectern.post.PostDate;
import lectern.post.Tag;

/**
 * The file format of the index: a checksum of 8 bytes over the rest, then version, build, folder,
 * number of posts and the posts; numbers big-endian, texts as their length in bytes and UTF-8.
 */
final class CatalogCacheFile {
  private static final int VERSION = 0x1ec70004;

  /** Another build may read front matter differently: its index is not used. */
  private static final String BUILD = System.getProperty("lectern.build", "");

  private CatalogCacheFile() {}

  static byte[] encode(List<Post> posts, Path folder) {
    Writer out = new Writer();
    out.writeLong(0);
    out.writeLong(VERSION);
    out.writeText(BUILD);
    out.writeText(folder.toString());
    out.writeLong(posts.size());
    for (Post post : posts) writePost(post, out);
    byte[] all = out.bytes.toByteArray();
    ByteBuffer.wrap(all).putLong(0, checksum(all));
    return all;
  }

  /**
   * @throws IOException when it is damaged, or of another version, build or folder
   */
  static List<Post> decode(byte[] bytes, Path folder) throws IOException {
    if (bytes.length < 8) throw new IOException("too short");
    ByteBuffer in = ByteBuffer.wrap(bytes);
    boolean mine =
        in.getLong() == checksum(bytes)
            && in.getLong() == VERSION
            && readText(in).equals(BUILD)
            && readText(in).equals(folder.toString());
    if (!mine) throw new IOException("not this index");
    int count = (int) in.getLong();
    List<Post> posts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) posts.add(readPost(in, folder));
    return posts;
  }

  private static long checksum(byte[] bytes) {
    CRC32 sum = new CRC32();
    sum.update(bytes, 8, bytes.length - 8);
    return sum.getValue();
  }

  private static void writePost(Post post, Writer out) {
    out.writeText(post.name());
    out.writeText(post.slug());
    out.writeTexts(post.permalinks());
    out.writeText(post.title());
    out.writeText(post.description());
    out.writeDate(post.date());
    out.writeDate(post.updated());
    out.writeLong(post.tags().size());
    for (Tag tag : post.tags()) out.writeText(tag.name());
    out.writeTexts(post.authors());
    out.writeLong(post.draft() ? 1 : 0);
    out.writeLong(Double.doubleToLongBits(post.weight()));
    out.writeLong(post.readingMinutes());
    out.writeLong(post.size());
    out.writeLong(post.modified());
  }

  private static Post readPost(ByteBuffer in, Path folder) {
    String name = readText(in);
    String slug = readText(in);
    List<String> permalinks = readTexts(in);
    String title = readText(in);
    String description = readText(in);
    Optional<PostDate> date = readDate(in);
    Optional<PostDate> updated = readDate(in);
    List<Tag> tags = new ArrayList<>();
    for (long left = in.getLong(); left > 0; left--) tags.add(Tag.of(readText(in)));
    List<String> authors = readTexts(in);
    boolean draft = in.getLong() == 1;
    double weight = Double.longBitsToDouble(in.getLong());
    int minutes = (int) in.getLong();
    long size = in.getLong();
    long modified = in.getLong();
    return new Post(
        folder.resolve(name),
        name,
        slug,
        permalinks,
        title,
        description,
        date,
        updated,
        List.copyOf(tags),
        authors,
        draft,
        weight,
        minutes,
        size,
        modified,
        List.of());
  }

  private static String readText(ByteBuffer in) {
    int length = (int) in.getLong();
    String text = new String(in.array(), in.position(), length, StandardCharsets.UTF_8);
    in.position(in.position() + length);
    return text;
  }

  private static List<String> readTexts(ByteBuffer in) {
    List<String> texts = new ArrayList<>();
    for (long left = in.getLong(); left > 0; left--) texts.add(readText(in));
    return List.copyOf(texts);
  }

  private static Optional<PostDate> readDate(ByteBuffer in) {
    long day = in.getLong();
    long millis = in.getLong();
    return day == Long.MIN_VALUE
        ? Optional.empty()
        : Optional.of(new PostDate(LocalDate.ofEpochDay(day), millis));
  }

  private static final class Writer {
    final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);

    void writeLong(long number) {
      for (int shift = 56; shift >= 0; shift -= 8) bytes.write((int) (number >>> shift));
    }

    void writeText(String text) {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      writeLong(utf8.length);
      bytes.write(utf8, 0, utf8.length);
    }

    void writeTexts(List<String> texts) {
      writeLong(texts.size());
      for (String text : texts) writeText(text);
    }

    void writeDate(Optional<PostDate> moment) {
      writeLong(moment.isPresent() ? PostDate.toEpochDay(moment.get().day()) : Long.MIN_VALUE);
      writeLong(moment.isPresent() ? moment.get().millis() : 0);
    }
  }
}
