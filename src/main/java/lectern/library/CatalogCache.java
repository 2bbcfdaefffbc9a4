package lectern.library;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32;
import lectern.post.BrokenPost;
import lectern.post.Catalog;
import lectern.post.Entry;
import lectern.post.Post;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a folder as they were read the last time, so that only files that changed are
 * opened again. On disk only posts without diagnostics are kept; a file that cannot be read is
 * ignored.
 */
final class CatalogCache {
  /** Smaller folders are read as fast without a file. */
  private static final int MIN_ENTRIES = 8;

  /**
   * A file changed so shortly before the index was written may have been changed again in the same
   * tick.
   */
  private static final long TIMESTAMP_TOLERANCE_MILLIS = 2000;

  private final Map<String, Entry> entries;
  private final int storedCount;
  private final AtomicInteger reusedCount = new AtomicInteger();

  private CatalogCache(Map<String, Entry> entries, int storedCount) {
    this.entries = entries;
    this.storedCount = storedCount;
  }

  static CatalogCache of(Catalog catalog) {
    Map<String, Entry> entries = HashMap.newHashMap(catalog.entries().size());
    for (Entry entry : catalog.entries()) if (isReusable(entry)) entries.put(entry.name(), entry);
    return new CatalogCache(entries, cacheablePosts(catalog).size());
  }

  /** Whether the file was read: what could not be opened may open the next time. */
  private static boolean isReusable(Entry entry) {
    return entry instanceof Post || entry instanceof BrokenPost broken && broken.readable();
  }

  /** The entry of a file of this size and time stamp, unless the file must be read. */
  @Nullable Entry find(String name, long size, long modified) {
    Entry entry = entries.get(name);
    if (entry == null || entry.size() != size || entry.modified() != modified) return null;
    if (isCacheable(entry)) reusedCount.incrementAndGet();
    return entry;
  }

  static CatalogCache read(@Nullable Path cache, Path folder) {
    CatalogCache none = new CatalogCache(Map.of(), 0);
    if (cache == null) return none;
    try {
      Path file = cacheFile(cache, folder);
      byte[] bytes = Files.readAllBytes(file);
      long written = Files.getLastModifiedTime(file).toMillis();
      return ofUnchangedSince(CatalogCacheFile.decode(bytes, folder), written);
    } catch (IOException | RuntimeException e) {
      return none;
    }
  }

  /** Leaves out posts that changed shortly before the index was written, or later. */
  private static CatalogCache ofUnchangedSince(List<Post> posts, long written) {
    Map<String, Entry> entries = HashMap.newHashMap(posts.size());
    for (Post post : posts)
      if (post.modified() < written - TIMESTAMP_TOLERANCE_MILLIS) entries.put(post.name(), post);
    return new CatalogCache(entries, posts.size());
  }

  /** Replaces the file when enough has changed to be worth it. */
  void save(Path cache, Path folder, Catalog catalog) {
    if (catalog.entries().size() < MIN_ENTRIES) return;
    List<Post> posts = cacheablePosts(catalog);
    // broken entries do not count: they would have it written again at every start
    if (reusedCount.get() == storedCount && storedCount >= posts.size() - posts.size() / 50) return;
    try {
      Files.createDirectories(cache);
      Path file = cacheFile(cache, folder);
      // unique for now; start-up: see posts/how-lectern-is-built.md
      Path beside = cache.resolve("index-" + Long.toHexString(System.nanoTime()) + ".new");
      Files.write(beside, CatalogCacheFile.encode(posts, folder), StandardOpenOption.CREATE_NEW);
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException | RuntimeException e) {
      // not worth a message: the next start reads the files again
    }
  }

  private static List<Post> cacheablePosts(Catalog catalog) {
    List<Post> posts = new ArrayList<>();
    for (Entry entry : catalog.entries()) if (isCacheable(entry)) posts.add((Post) entry);
    return posts;
  }

  /** Without diagnostics, and found by its name again: bytes that are not UTF-8 are lost in it. */
  private static boolean isCacheable(Entry entry) {
    return entry instanceof Post post
        && post.diagnostics().isEmpty()
        && post.name().indexOf('\ufffd') < 0;
  }

  private static Path cacheFile(Path cache, Path folder) {
    CRC32 sum = new CRC32();
    sum.update(folder.toString().getBytes(StandardCharsets.UTF_8));
    return cache.resolve(
        "posts-"
            + Long.toHexString(sum.getValue())
            + "-"
            + Integer.toHexString(folder.toString().hashCode())
            + ".index");
  }
}
