package lectern.library;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import lectern.post.Entry;

/** Reads the heads of many files, on several threads where that pays. */
final class ParallelScan implements Runnable {
  /** Fewer files than this are read on the caller's thread: starting another costs more. */
  private static final int MIN_PARALLEL_FILES = 48;

  private final List<FileWalker.FoundFile> files;
  private final CatalogCache cache;
  private final EntryParser parser;
  private final Entry[] entries;
  private final AtomicInteger next = new AtomicInteger();

  ParallelScan(List<FileWalker.FoundFile> files, CatalogCache cache, EntryParser parser) {
    this.files = files;
    this.cache = cache;
    this.parser = parser;
    this.entries = new Entry[files.size()];
  }

  Entry[] readEntries() {
    if (files.size() < MIN_PARALLEL_FILES) {
      run();
      return entries;
    }
    Thread[] others = new Thread[Math.min(3, Runtime.getRuntime().availableProcessors() - 1)];
    for (int i = 0; i < others.length; i++) {
      others[i] = new Thread(this, "scan");
      others[i].setDaemon(true);
      others[i].start();
    }
    run();
    for (Thread other : others) joinUninterruptibly(other);
    return entries;
  }

  private static void joinUninterruptibly(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) Thread.currentThread().interrupt();
  }

  /** Takes the next file until none is left; on as many threads as are started. */
  @Override
  public void run() {
    for (int i = next.getAndIncrement(); i < entries.length; i = next.getAndIncrement())
      entries[i] = readEntry(files.get(i));
  }

  private Entry readEntry(FileWalker.FoundFile file) {
    try {
      if (file.attributes() == null)
        return new PostParser(file.path(), file.name(), 0, 0).toUnreadablePost(file.reason());
      long size = file.attributes().size();
      long modified = file.attributes().lastModifiedTime().toMillis();
      Entry before = cache.find(file.name(), size, modified);
      return before != null ? before : parser.read(file.path(), file.name(), file.attributes());
    } catch (RuntimeException | StackOverflowError e) {
      return new PostParser(file.path(), file.name(), 0, 0)
          .toUnreadablePost("cannot be read: " + e);
    }
  }
}
