package lectern.library;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Watches a folder of posts and reports changes once 250 ms have passed without another. */
public final class FolderWatcher implements AutoCloseable {
  /** A change is reported after this quiet time: editors write a file in several steps. */
  private static final long QUIET_MILLIS = 250;

  /** The longest wait for the quiet time. */
  private static final long MAX_DELAY_MILLIS = 1500;

  /** Interval for checking whether the root was replaced, which sends no event. */
  private static final long POLL_MILLIS = 1500;

  private static final int MAX_FOLDERS = 4000;

  private static final String NETWORK_FILE_SYSTEMS =
      " nfs nfs4 cifs smb smb2 smb3 smbfs afs ceph glusterfs 9p vboxsf prl_fs"
          + " sshfs rclone s3fs gcsfuse davfs fuse ";

  private static final WatchEvent.Kind<?>[] EVENT_KINDS = {
    StandardWatchEventKinds.ENTRY_CREATE,
    StandardWatchEventKinds.ENTRY_MODIFY,
    StandardWatchEventKinds.ENTRY_DELETE
  };

  private final Path root;
  private final Supplier<Set<Path>> folders;
  private final WatchService service;
  private final Runnable onChange;
  private final Runnable onLost;
  private Set<WatchKey> keys = new HashSet<>();

  private FolderWatcher(
      Path root,
      Supplier<Set<Path>> folders,
      WatchService service,
      Runnable onChange,
      Runnable onLost) {
    this.root = root;
    this.folders = folders;
    this.service = service;
    this.onChange = onChange;
    this.onLost = onLost;
  }

  /**
   * Starts to watch, on a new daemon thread.
   *
   * @param root may be moved away and come back, or be a link that is turned elsewhere
   * @param folders whose changes count; asked for again after each change
   * @param onChange called on that thread, never twice at once; once at first, since something may
   *     have changed between the reading of the posts and this call
   * @param onLost called when nothing more will be noticed
   * @throws IOException when the folder cannot be watched: no events here, or too many folders
   */
  static FolderWatcher start(
      Path root, Supplier<Set<Path>> folders, Runnable onChange, Runnable onLost)
      throws IOException {
    WatchService service = root.getFileSystem().newWatchService();
    FolderWatcher watcher = new FolderWatcher(root, folders, service, onChange, onLost);
    try {
      watcher.register();
    } catch (IOException | RuntimeException e) {
      service.close();
      throw e instanceof IOException io ? io : new IOException(e);
    }
    Thread.ofPlatform().daemon().name("watch").start(watcher::run);
    return watcher;
  }

  /**
   * Whether changes that other machines make to a folder go unnoticed: its file system reports only
   * those made here.
   */
  public static boolean isNetworkFileSystem(Path folder) {
    try {
      return isNetworkFileSystem(Files.getFileStore(folder).type());
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  /** Closes a watch; none is ignored. */
  public static void closeQuietly(@Nullable AutoCloseable watch) {
    try {
      if (watch != null) watch.close();
    } catch (Exception e) {
      // a watch that cannot be closed ends with its process
    }
  }

  /**
   * @param type as the system names it: {@code nfs4}, {@code fuse.sshfs}
   */
  static boolean isNetworkFileSystem(String type) {
    String name = type.startsWith("fuse.") ? type.substring(5) : type;
    return NETWORK_FILE_SYSTEMS.contains(" " + name + " ");
  }

  /** Registers the current folders; cancels removed ones. */
  private void register() throws IOException {
    Set<WatchKey> now = new HashSet<>();
    for (Path folder : folders.get()) {
      if (now.size() == MAX_FOLDERS) throw new IOException("too many folders to watch");
      try {
        now.add(folder.register(service, EVENT_KINDS));
      } catch (NoSuchFileException | NotDirectoryException | AccessDeniedException e) {
        // gone again, or not to be read: then it has no posts to show either
      }
    }
    for (WatchKey key : keys) if (!now.contains(key)) key.cancel();
    keys = now;
  }

  private void run() {
    try {
      watchUntilClosed();
    } catch (InterruptedException | ClosedWatchServiceException e) {
      close();
    } catch (IOException | RuntimeException e) {
      close();
      onLost.run();
    }
  }

  private void watchUntilClosed() throws InterruptedException, IOException {
    boolean reported = false;
    Object before = folderKey();
    while (true) {
      WatchKey first = service.poll(reported ? POLL_MILLIS : QUIET_MILLIS, TimeUnit.MILLISECONDS);
      Object now = folderKey();
      if (reported && first == null && Objects.equals(now, before)) continue;
      reported = true;
      before = now;
      if (first != null) awaitQuiet(first);
      register();
      onChange.run();
    }
  }

  /** Takes events until none has come for a while. */
  private void awaitQuiet(WatchKey first) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(MAX_DELAY_MILLIS);
    WatchKey key = first;
    do drain(key);
    while (System.nanoTime() < end
        && (key = service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS)) != null);
  }

  /** Identifies the folder among others of the same name, while there is one. */
  private @Nullable Object folderKey() {
    try {
      return Files.readAttributes(root, BasicFileAttributes.class).fileKey();
    } catch (IOException e) {
      return null;
    }
  }

  private static void drain(WatchKey key) {
    key.pollEvents();
    key.reset();
  }

  @Override
  public void close() {
    try {
      service.close();
    } catch (IOException e) {
      // a watch that cannot be closed ends with its process
    }
  }
}
