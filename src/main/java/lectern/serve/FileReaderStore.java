package lectern.serve;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import lectern.userdata.UserFiles;

/**
 * What a server keeps of its readers: a folder for the fingerprint of each key. Keys cost nothing
 * to make, so there is an end to how many are remembered: those that came least lately are
 * forgotten.
 */
public final class FileReaderStore {
  /** With this many, a place each, some hundred megabytes at most. */
  public static final int DEFAULT_CAPACITY = 50_000;

  private final Path folder;
  private final int capacity;
  private int storedCount = -1;

  /**
   * @param folder null: nothing is kept
   */
  public FileReaderStore(Path folder, int most) {
    this.folder = folder;
    this.capacity = most;
  }

  /**
   * Where a reader's things are kept; null for nowhere.
   *
   * @param fingerprint {@code SHA256:...}; its letters that no file may have are replaced
   */
  public UserFiles userFiles(String fingerprint) {
    if (folder == null || fingerprint == null) return null;
    String name = fingerprint.replace("SHA256:", "").replace('/', '_').replace('+', '-');
    Path own = folder.resolve(name);
    if (!Files.isDirectory(own)) countAndEvict();
    return new UserFiles(own, null);
  }

  /** One more; when there are too many, a tenth is forgotten, so that it is not done each time. */
  private synchronized void countAndEvict() {
    if (storedCount >= 0 && ++storedCount <= capacity) return;
    List<StoredReader> all = listStored();
    storedCount = all.size() + 1;
    if (storedCount <= capacity) return;
    Collections.sort(all);
    for (int i = 0; i < all.size() && storedCount > capacity - capacity / 10; i++) {
      delete(all.get(i).folder);
      storedCount--;
    }
  }

  private record StoredReader(Path folder, long modifiedMillis)
      implements Comparable<StoredReader> {
    @Override
    public int compareTo(StoredReader other) {
      return Long.compare(modifiedMillis, other.modifiedMillis);
    }
  }

  private List<StoredReader> listStored() {
    List<StoredReader> out = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
      for (Path one : all)
        if (Files.isDirectory(one))
          out.add(new StoredReader(one, Files.getLastModifiedTime(one).toMillis()));
    } catch (IOException e) {
      // none yet, or they cannot be counted; what can be kept is kept
    }
    return out;
  }

  private static void delete(Path one) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(one)) {
      for (Path file : files) Files.delete(file);
      Files.delete(one);
    } catch (IOException e) {
      // somebody is in it just now: next time
    }
  }
}
