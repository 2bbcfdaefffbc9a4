package lectern.library;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Looks after a folder of posts: says when something in it changed, once things are quiet again.
 */
public final class Watch implements AutoCloseable {
  /** Editors write a file in several steps; a change is told when none followed for so long. */
  private static final long QUIET_MILLIS = 250;

  /** A folder that is never quiet is told of all the same. */
  private static final long LONGEST_MILLIS = 1500;

  private static final int MOST_FOLDERS = 4000;

  private static final Set<String> SHARED =
      Set.of(
          "nfs",
          "nfs4",
          "cifs",
          "smb",
          "smb2",
          "smb3",
          "smbfs",
          "afs",
          "ceph",
          "glusterfs",
          "9p",
          "vboxsf",
          "prl_fs",
          "sshfs",
          "rclone",
          "s3fs",
          "gcsfuse",
          "davfs",
          "fuse");

  private static final WatchEvent.Kind<?>[] KINDS = {
    StandardWatchEventKinds.ENTRY_CREATE,
    StandardWatchEventKinds.ENTRY_MODIFY,
    StandardWatchEventKinds.ENTRY_DELETE
  };

  private final Path folder;
  private final boolean deep;
  private final WatchService service;
  private final Runnable changed;

  private Watch(Path folder, boolean deep, WatchService service, Runnable changed) {
    this.folder = folder;
    this.deep = deep;
    this.service = service;
    this.changed = changed;
  }

  /**
   * Watches from now on, with a daemon thread of its own.
   *
   * @param deep whether the folders below are watched too
   * @param changed called on that thread, never twice at once
   * @throws IOException when the folder cannot be watched: no events here, or too many folders
   */
  public static Watch of(Path folder, boolean deep, Runnable changed) throws IOException {
    WatchService service = folder.getFileSystem().newWatchService();
    Watch watch = new Watch(folder, deep, service, changed);
    try {
      watch.register();
    } catch (IOException | RuntimeException e) {
      service.close();
      throw e instanceof IOException io ? io : new IOException(e);
    }
    Thread.ofPlatform().daemon().name("watch").start(watch::run);
    return watch;
  }

  /**
   * Whether changes that other machines make to a folder go unnoticed, since its file system tells
   * only of those made here.
   */
  public static boolean isShared(Path folder) {
    try {
      return isShared(Files.getFileStore(folder).type());
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  /** Ends what watches, if there is such a thing. */
  public static void end(AutoCloseable watch) {
    try {
      if (watch != null) watch.close();
    } catch (Exception e) {
      // a watch that cannot be closed ends with its process
    }
  }

  /**
   * @param type as the system names it: {@code nfs4}, {@code fuse.sshfs}
   */
  static boolean isShared(String type) {
    String name = type.startsWith("fuse.") ? type.substring(5) : type;
    return SHARED.contains(name);
  }

  /** All folders below; a folder registered again stays registered once. */
  private void register() throws IOException {
    if (!deep) {
      folder.register(service, KINDS);
      return;
    }
    int[] seen = new int[1];
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes)
              throws IOException {
            String name = dir.getFileName() == null ? "" : dir.getFileName().toString();
            boolean left =
                !dir.equals(folder) && (name.startsWith(".") || name.equals("node_modules"));
            if (left) return FileVisitResult.SKIP_SUBTREE;
            if (++seen[0] > MOST_FOLDERS) throw new IOException("too many folders to watch");
            dir.register(service, KINDS);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private void run() {
    try {
      // once at first: something may have changed after the posts were read and before this began
      for (WatchKey first = service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
          ;
          first = service.take()) {
        if (first != null) drain(first);
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONGEST_MILLIS);
        WatchKey key;
        while (first != null
            && System.nanoTime() < end
            && (key = service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS)) != null) drain(key);
        register();
        changed.run();
      }
    } catch (InterruptedException | ClosedWatchServiceException | IOException e) {
      close();
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
