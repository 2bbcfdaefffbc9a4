package lectern.serve;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lectern.userdata.UserFiles;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the files of readers, a folder for each key. Anyone can generate keys, so their number is
 * limited: the least recently used are deleted.
 */
final class FileReaderStore {
  /** Readers; with a reading position each, some hundred megabytes at most. */
  static final int DEFAULT_CAPACITY = 50_000;

  private final @Nullable Path folder;
  private final int capacity;
  private int storedCount = -1;

  /**
   * @param folder none to keep nothing
   * @param capacity readers kept
   */
  FileReaderStore(@Nullable Path folder, int capacity) {
    this.folder = folder;
    this.capacity = capacity;
  }

  /**
   * The files of one reader, if any are kept.
   *
   * @param fingerprint {@code SHA256:…}, of a reader with a key
   */
  @Nullable UserFiles userFiles(@Nullable String fingerprint) {
    if (folder == null || fingerprint == null) return null;
    String name = fingerprint.replace("SHA256:", "").replace('/', '_').replace('+', '-');
    Path own = folder.resolve(name);
    if (!Files.isDirectory(own)) countAndEvict();
    return new UserFiles(own, null);
  }

  /** Counts one more; of too many a tenth is deleted, so that it is not done each time. */
  private synchronized void countAndEvict() {
    if (storedCount >= 0 && ++storedCount <= capacity) return;
    List<StoredReader> all = listStored();
    storedCount = all.size() + 1;
    if (storedCount <= capacity) return;
    all.sort(Comparator.comparingLong(StoredReader::modifiedMillis));
    for (int i = 0; i < all.size() && storedCount > capacity - capacity / 10; i++) {
      delete(all.get(i).folder);
      storedCount--;
    }
  }

  private record StoredReader(Path folder, long modifiedMillis) {}

  private List<StoredReader> listStored() {
    List<StoredReader> out = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
      for (Path own : all)
        if (Files.isDirectory(own))
          out.add(new StoredReader(own, Files.getLastModifiedTime(own).toMillis()));
    } catch (IOException e) {
      // none yet, or they cannot be counted
    }
    return out;
  }

  private static void delete(Path own) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(own)) {
      for (Path file : files) Files.delete(file);
      Files.delete(own);
    } catch (IOException e) {
      // in use: next time
    }
  }
}
