package lectern.terminal;

import java.util.ArrayDeque;
import java.util.Arrays;
import lectern.ui.Event;
import lectern.ui.Size;
import org.jspecify.annotations.Nullable;

/** Bytes and events that other threads leave for the session; bounded, resizes merge. */
final class EventQueue {
  static final int MAX_BYTES = 262_144;

  private byte[] bytes = new byte[0];
  private int length;
  private final ArrayDeque<Event> events = new ArrayDeque<>(2);
  private @Nullable Size newSize;
  private boolean resumeRequested;

  private @Nullable String hangUpReason;

  synchronized boolean feed(byte[] source, int offset, int count) {
    if (length + count > MAX_BYTES && length > 0) return false;
    if (length + count > bytes.length) bytes = Arrays.copyOf(bytes, Math.max(length + count, 64));
    System.arraycopy(source, offset, bytes, length, count);
    length += count;
    notifyAll();
    return true;
  }

  synchronized void postResize(Size size) {
    this.newSize = size;
    notifyAll();
  }

  synchronized void postResume() {
    resumeRequested = true;
    notifyAll();
  }

  synchronized void hangUp(String reason) {
    if (hangUpReason == null) hangUpReason = reason;
    notifyAll();
  }

  synchronized void post(Event event) {
    events.add(event);
    notifyAll();
  }

  /** The bytes fed since the last call, if any. */
  synchronized byte @Nullable [] drainBytes() {
    if (length == 0) return null;
    byte[] all = Arrays.copyOf(bytes, length);
    length = 0;
    if (bytes.length > 4096) bytes = new byte[0];
    notifyAll();
    return all;
  }

  /** The next event that is no key, if any. A hang-up is returned again each time. */
  synchronized @Nullable Event poll() {
    Event event = pollExceptHangUp();
    if (event != null) return event;
    return hangUpReason == null ? null : new Event.Disconnected(hangUpReason);
  }

  /** As {@link #poll}, without the hang-up. */
  synchronized @Nullable Event pollExceptHangUp() {
    if (newSize != null) {
      Event event = new Event.Resized(newSize);
      newSize = null;
      return event;
    }
    return events.poll();
  }

  synchronized boolean pollResume() {
    boolean requested = resumeRequested;
    resumeRequested = false;
    return requested;
  }

  synchronized boolean isHungUp() {
    return hangUpReason != null;
  }

  synchronized boolean isEmpty() {
    return length == 0 && newSize == null && events.isEmpty() && hangUpReason == null;
  }

  /**
   * Waits until the queue is not empty or the time is over.
   *
   * @return false when the thread was interrupted
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
      while (length > MAX_BYTES / 2 && hangUpReason == null) wait();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
