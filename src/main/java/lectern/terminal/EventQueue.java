package lectern.terminal;

import java.util.ArrayDeque;
import java.util.Arrays;
import lectern.ui.Event;
import lectern.ui.Size;

/**
 * Where other threads leave bytes and events for the session. Bounded: bytes by {@link #LIMIT},
 * resizes by one.
 */
final class EventQueue {
  static final int LIMIT = 262_144;

  private byte[] bytes = new byte[0];
  private int length;
  private final ArrayDeque<Event> events = new ArrayDeque<>(2);
  private Size size;
  private boolean resume;
  private boolean woken;
  private String gone;

  synchronized boolean feed(byte[] more, int offset, int count) {
    if (length + count > LIMIT && length > 0) return false;
    if (length + count > bytes.length) bytes = Arrays.copyOf(bytes, Math.max(length + count, 64));
    System.arraycopy(more, offset, bytes, length, count);
    length += count;
    notifyAll();
    return true;
  }

  synchronized void resized(Size size) {
    this.size = size;
    notifyAll();
  }

  synchronized void resumed() {
    resume = true;
    notifyAll();
  }

  synchronized void hangUp(String reason) {
    if (gone == null) gone = reason;
    notifyAll();
  }

  synchronized void wake(Event event) {
    if (event == null) woken = true;
    else events.add(event);
    notifyAll();
  }

  /** What was fed since the last time; null when nothing was. */
  synchronized byte[] bytes() {
    if (length == 0) return null;
    byte[] all = Arrays.copyOf(bytes, length);
    length = 0;
    if (bytes.length > 4096) bytes = new byte[0];
    notifyAll();
    return all;
  }

  /**
   * The next event of those that are not keys; null when there is none. The last one comes again
   * and again.
   */
  synchronized Event event() {
    Event event = urgent();
    if (event != null) return event;
    return gone == null ? null : new Event.Gone(gone);
  }

  /** As {@link #event}, but not yet the end. */
  synchronized Event urgent() {
    if (size != null) {
      Event event = new Event.Resized(size);
      size = null;
      return event;
    }
    if (!events.isEmpty()) return events.poll();
    if (!woken) return null;
    woken = false;
    return new Event.Tick();
  }

  synchronized boolean tookResume() {
    boolean was = resume;
    resume = false;
    return was;
  }

  synchronized boolean isGone() {
    return gone != null;
  }

  synchronized boolean isEmpty() {
    return length == 0 && size == null && events.isEmpty() && !woken && gone == null;
  }

  /**
   * Waits until something is there or the time is over. @return false when the thread was
   * interrupted
   */
  synchronized boolean await(long millis) {
    try {
      if (isEmpty()) wait(millis == Long.MAX_VALUE ? 0 : millis);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Waits until there is room for more bytes. */
  synchronized void awaitRoom() {
    try {
      while (length > LIMIT / 2 && gone == null) wait();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
