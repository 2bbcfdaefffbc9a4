package lectern.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import lectern.home.UserFiles;

/**
 * What a server keeps of its readers: a folder for the fingerprint of each key. Keys cost nothing
 * to make, so there is an end to how many are remembered: those that came least lately are
 * forgotten.
 */
final class FileReaderStore {
  /** With this many, a place each, some hundred megabytes at most. */
  static final int MOST = 50_000;

  private final Path folder;
  private final int most;
  private int known = -1;

  /**
   * @param folder null: nothing is kept
   */
  FileReaderStore(Path folder, int most) {
    this.folder = folder;
    this.most = most;
  }

  /**
   * Where a reader's things are kept; null for nowhere.
   *
   * @param fingerprint {@code SHA256:...}; its letters that no file may have are replaced
   */
  UserFiles home(String fingerprint) {
    if (folder == null || fingerprint == null) return null;
    String name = fingerprint.replace("SHA256:", "").replace('/', '_').replace('+', '-');
    Path own = folder.resolve(name);
    if (!Files.isDirectory(own)) more();
    return new UserFiles(own, null);
  }

  /** One more; when there are too many, a tenth is forgotten, so that it is not done each time. */
  private synchronized void more() {
    if (known >= 0 && ++known <= most) return;
    List<StoredReader> all = kept();
    known = all.size() + 1;
    if (known <= most) return;
    Collections.sort(all);
    for (int i = 0; i < all.size() && known > most - most / 10; i++) {
      forget(all.get(i).folder);
      known--;
    }
  }

  private record StoredReader(Path folder, long modified) implements Comparable<StoredReader> {
    @Override
    public int compareTo(StoredReader other) {
      return Long.compare(modified, other.modified);
    }
  }

  private List<StoredReader> kept() {
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

  private static void forget(Path one) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(one)) {
      for (Path file : files) Files.delete(file);
      Files.delete(one);
    } catch (IOException e) {
      // somebody is in it just now: next time
    }
  }
}
