package lectern.terminal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import lectern.theme.Theme;
import lectern.ui.Event;
import lectern.ui.Frame;
import lectern.ui.Size;

/**
 * A terminal at the other end of a {@link Transport}. Frames are painted through a Lanterna screen;
 * bytes from the reader are fed by any thread and decoded on the session's. No thread of its own, a
 * few dozen kilobytes in all.
 */
public final class ScreenTerminal implements Terminal {
  /** Bytes that make a hundred thousand of base64, the most that terminals take in one OSC 52. */
  private static final int LONGEST_COPY = 74_994;

  private static final int STALE_PASTE_MILLIS = 3000;

  private final Transport wire;
  private final Capabilities caps;
  private final boolean mouse;
  private final int escapeMillis;
  private final EventQueue inbox = new EventQueue();
  private final KeyDecoder decoder;
  private final FrameRenderer painter;
  private volatile Size size;
  private boolean entered;
  private boolean closed;
  private long lastByte;

  private ScreenTerminal(
      Transport wire, Capabilities caps, Theme theme, Size size, boolean mouse, int escapeMillis) {
    this.wire = wire;
    this.caps = caps;
    this.mouse = mouse;
    this.decoder = new KeyDecoder(mouse);
    this.escapeMillis = escapeMillis;
    this.size = clamped(size);
    this.painter = new FrameRenderer(theme, caps, this.size);
  }

  /**
   * A terminal whose screen is taken by the first frame.
   *
   * @param mouse whether clicks and the wheel are asked for, which takes selecting by hand away
   * @param escapeMillis how long an ESC waits for the rest of a sequence: 40 on a local line, 80 to
   *     100 on a far one
   */
  public static ScreenTerminal on(
      Transport wire, Capabilities caps, Theme theme, Size size, boolean mouse, int escapeMillis) {
    return new ScreenTerminal(wire, caps, theme, size, mouse, escapeMillis);
  }

  // ── from outside, on any thread ────────────────────────────────────────────────────────

  /**
   * Bytes from the reader. @return false when too many wait already: then none of them was taken
   */
  public boolean feed(byte[] bytes, int offset, int length) {
    return inbox.feed(bytes, offset, length);
  }

  /** The window changed; only the newest size is told. */
  public void resized(Size size) {
    inbox.resized(clamped(size));
  }

  /** Nothing will come any more. The session is told, after what came before. */
  public void hangUp(String reason) {
    inbox.hangUp(reason);
  }

  /** Blocks until there is room for more bytes, or nobody reads them. */
  void awaitRoom() {
    inbox.awaitRoom();
  }

  /** Another program may have used the screen: it is taken anew and drawn whole. */
  void resumed() {
    inbox.resumed();
  }

  @Override
  public void wake(Event event) {
    inbox.wake(event);
  }

  // ── the session's thread ───────────────────────────────────────────────────────────────

  @Override
  public Size size() {
    return size;
  }

  @Override
  public Event next(long millis) {
    if (entered) painter.prepare();
    long start = System.nanoTime();
    while (true) {
      Event event = decoder.next(false);
      if (event == null) event = taken();
      if (event != null) return told(event);
      if (decoder.isWaiting() && sinceByte() >= patience()) {
        event = decoder.isPasting() ? decoder.giveUp() : decoder.next(true);
        if (event != null) return told(event);
        continue;
      }
      long left = millis < 0 ? Long.MAX_VALUE : millis - (System.nanoTime() - start) / 1_000_000;
      if (left <= 0) {
        if (inbox.isEmpty()) return new Event.Tick();
        continue;
      }
      if (decoder.isWaiting()) left = Math.min(left, Math.max(1, patience() - sinceByte()));
      if (!inbox.await(left)) return new Event.Gone("interrupted");
    }
  }

  @Override
  public boolean pending() {
    return decoder.isWaiting() || !inbox.isEmpty();
  }

  /** Bytes go to the decoder, an event is returned; null when there was none. */
  private Event taken() {
    byte[] bytes = inbox.bytes();
    if (bytes != null) {
      decoder.feed(bytes, 0, bytes.length);
      lastByte = System.nanoTime();
      wire.taken(bytes.length);
      Event event = decoder.next(false);
      if (event != null) return event;
    }
    return decoder.isWaiting() && !inbox.isGone() ? inbox.urgent() : inbox.event();
  }

  private long sinceByte() {
    return (System.nanoTime() - lastByte) / 1_000_000;
  }

  private int patience() {
    return decoder.isPasting() ? STALE_PASTE_MILLIS : escapeMillis;
  }

  private Event told(Event event) {
    if (event instanceof Event.Resized resized) {
      size = resized.size();
      painter.size(size);
      if (inbox.tookResume()) retake();
    }
    return event;
  }

  private void retake() {
    entered = false;
    wire.enter();
  }

  @Override
  public void show(Frame frame) {
    if (closed) return;
    if (!entered) painter.forget();
    byte[] bytes = painter.paint(frame, entered ? "" : TerminalModes.enter(caps, mouse));
    entered = true;
    if (bytes != null) send(bytes);
  }

  @Override
  public void theme(Theme theme) {
    painter.theme(theme);
  }

  @Override
  public void forget() {
    painter.forget();
  }

  @Override
  public String copy(String text) {
    if (!caps.clipboard()) return "this terminal takes no copies";
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > LONGEST_COPY)
      return "too long: " + bytes.length / 1000 + " KB of at most " + LONGEST_COPY / 1000;
    boolean sent = send(TerminalModes.copy(Base64.getEncoder().encodeToString(bytes)));
    return sent ? "" : "the terminal is gone";
  }

  @Override
  public void away(Runnable meanwhile) {
    leave();
    try {
      meanwhile.run();
    } finally {
      wire.enter();
      painter.forget();
    }
  }

  @Override
  public void close() {
    if (closed) return;
    leave();
    closed = true;
  }

  private void leave() {
    if (entered) send(TerminalModes.leave(caps).getBytes(StandardCharsets.US_ASCII));
    entered = false;
    wire.leave();
  }

  private boolean send(byte[] bytes) {
    try {
      wire.write(bytes);
      return true;
    } catch (IOException e) {
      inbox.hangUp("the terminal is gone");
      return false;
    }
  }

  private static Size clamped(Size size) {
    if (size.columns() < 1 || size.rows() < 1) return new Size(80, 24);
    return new Size(Math.min(size.columns(), 1000), Math.min(size.rows(), 1000));
  }
}
