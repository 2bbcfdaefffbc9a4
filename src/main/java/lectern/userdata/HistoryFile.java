package lectern.userdata;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import lectern.ui.ReaderHistory;
import lectern.userdata.UserFiles.LoadedHistory;
import org.jspecify.annotations.Nullable;

/** The file of the reading history, shared by all lecterns of a reader. */
final class HistoryFile {
  private static final String FILE_NAME = "state";
  private static final int MAX_LOCK_ATTEMPTS = 50;
  private static final long LOCK_RETRY_MILLIS = 10;

  private final Path folder;
  private final Path file;
  private final Path damaged;
  private boolean saveFailed;
  private boolean isNewer;

  HistoryFile(Path folder) {
    this.folder = folder;
    this.file = folder.resolve(FILE_NAME);
    this.damaged = folder.resolve(FILE_NAME + ".damaged");
  }

  /** Reads the history. Never fails: what is damaged is set aside, with a warning. */
  LoadedHistory load() {
    try {
      // a pipe would be waited for
      if (Files.exists(file) && !Files.isRegularFile(file)) throw new IOException("it is no file");
      return parse(Files.readString(file));
    } catch (NoSuchFileException e) {
      return new LoadedHistory(ReaderHistory.EMPTY, List.of());
    } catch (CharacterCodingException e) {
      return new LoadedHistory(ReaderHistory.EMPTY, List.of(quarantine()));
    } catch (IOException e) {
      return new LoadedHistory(
          ReaderHistory.EMPTY, List.of("What was remembered cannot be read: " + file));
    }
  }

  private LoadedHistory parse(String text) {
    int end = text.indexOf('\n');
    String header = end < 0 ? text : text.substring(0, end);
    if (header.startsWith("lectern state ") && !header.equals(StateFile.HEADER)) {
      isNewer = true;
      return new LoadedHistory(
          ReaderHistory.EMPTY, List.of(file + " was written by a newer lectern; it is left alone"));
    }
    if (!header.equals(StateFile.HEADER))
      return new LoadedHistory(ReaderHistory.EMPTY, List.of(quarantine()));
    StateFile.Parsed parsed = StateFile.parse(text);
    return new LoadedHistory(
        parsed.history(),
        parsed.invalidLines() == 0 ? List.of() : List.of(copyDamaged(parsed.invalidLines())));
  }

  private String quarantine() {
    try {
      Files.move(file, damaged, StandardCopyOption.REPLACE_EXISTING);
      return "What was remembered is damaged; it was set aside as " + damaged;
    } catch (IOException e) {
      return "What was remembered is damaged: " + file;
    }
  }

  private String copyDamaged(int count) {
    try {
      Files.copy(file, damaged, StandardCopyOption.REPLACE_EXISTING);
      return count
          + " damaged lines of what was remembered were left out; the file was copied to "
          + damaged;
    } catch (IOException e) {
      return count + " damaged lines of what was remembered were left out";
    }
  }

  /**
   * Saves the history, merged with what another lectern has saved meanwhile.
   *
   * @throws IOException saying so when it cannot be kept; only the first time
   */
  void save(ReaderHistory history) throws IOException {
    if (saveFailed || isNewer) return;
    try {
      Files.createDirectories(folder);
      try (FileChannel channel =
              FileChannel.open(
                  folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = acquireLock(channel)) {
        writeState(mergeWithSaved(history));
        if (lock != null && !lock.isValid()) throw new IOException("the lock was lost");
      }
    } catch (IOException e) {
      saveFailed = true;
      throw new IOException(
          "Your place cannot be kept in "
              + folder
              + ": "
              + UserFiles.failureReason(e)
              + "; reading goes on without");
    }
  }

  private ReaderHistory mergeWithSaved(ReaderHistory history) {
    ReaderHistory saved = load().history();
    return saved == ReaderHistory.EMPTY ? history : saved.mergeWith(history);
  }

  private void writeState(ReaderHistory history) throws IOException {
    Path fresh = Files.createTempFile(folder, FILE_NAME, ".new");
    try {
      try (FileChannel out = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(StateFile.format(history));
        while (bytes.hasRemaining()) out.write(bytes);
        out.force(false);
      }
      replace(fresh);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private void replace(Path fresh) throws IOException {
    try {
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /**
   * The lock, or null when another process holds it for too long: a stuck one must not block this
   * one.
   */
  private static @Nullable FileLock acquireLock(FileChannel channel) throws IOException {
    for (int i = 0; i < MAX_LOCK_ATTEMPTS; i++) {
      try {
        FileLock lock = channel.tryLock();
        if (lock != null) return lock;
      } catch (OverlappingFileLockException e) {
        // another reader in this process: retry, as for another process
      }
      try {
        Thread.sleep(LOCK_RETRY_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return null;
      }
    }
    return null;
  }
}
