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
  private static final int MAX_COPY_BYTES = 74_994;

  private static final int PASTE_TIMEOUT_MILLIS = 3000;

  private final Transport transport;
  private final Capabilities caps;
  private final boolean mouse;
  private final int escapeMillis;
  private final EventQueue events = new EventQueue();
  private final KeyDecoder decoder;
  private final FrameRenderer renderer;
  private volatile Size size;
  private boolean screenEntered;
  private boolean closed;
  private long lastByteNanos;

  private ScreenTerminal(
      Transport wire, Capabilities caps, Theme theme, Size size, boolean mouse, int escapeMillis) {
    this.transport = wire;
    this.caps = caps;
    this.mouse = mouse;
    this.decoder = new KeyDecoder(mouse);
    this.escapeMillis = escapeMillis;
    this.size = clamp(size);
    this.renderer = new FrameRenderer(theme, caps, this.size);
  }

  /**
   * A terminal whose screen is taken by the first frame.
   *
   * @param mouse whether clicks and the wheel are asked for, which takes selecting by hand away
   * @param escapeMillis how long an ESC waits for the rest of a sequence: 40 on a local line, 80 to
   *     100 on a far one
   */
  public static ScreenTerminal of(
      Transport wire, Capabilities caps, Theme theme, Size size, boolean mouse, int escapeMillis) {
    return new ScreenTerminal(wire, caps, theme, size, mouse, escapeMillis);
  }

  // ── from outside, on any thread ────────────────────────────────────────────────────────

  /**
   * Bytes from the reader. @return false when too many wait already: then none of them was taken
   */
  public boolean feed(byte[] bytes, int offset, int length) {
    return events.feed(bytes, offset, length);
  }

  /** The window changed; only the newest size is told. */
  public void resize(Size size) {
    events.postResize(clamp(size));
  }

  /** Nothing will come any more. The session is told, after what came before. */
  public void hangUp(String reason) {
    events.hangUp(reason);
  }

  /** Blocks until there is room for more bytes, or nobody reads them. */
  void awaitRoom() {
    events.awaitRoom();
  }

  /** Another program may have used the screen: it is taken anew and drawn whole. */
  void resume() {
    events.postResume();
  }

  @Override
  public void post(Event event) {
    events.post(event);
  }

  // ── the session's thread ───────────────────────────────────────────────────────────────

  @Override
  public Size size() {
    return size;
  }

  @Override
  public Event next(long millis) {
    if (screenEntered) renderer.prepareScreen();
    long start = System.nanoTime();
    while (true) {
      Event event = decoder.next(false);
      if (event == null) event = pollEvent();
      if (event != null) return deliver(event);
      if (decoder.isIncomplete() && millisSinceLastByte() >= timeoutMillis()) {
        event = decoder.isPasting() ? decoder.flushPaste() : decoder.next(true);
        if (event != null) return deliver(event);
        continue;
      }
      long left = millis < 0 ? Long.MAX_VALUE : millis - (System.nanoTime() - start) / 1_000_000;
      if (left <= 0) {
        if (events.isEmpty()) return new Event.Tick();
        continue;
      }
      if (decoder.isIncomplete())
        left = Math.min(left, Math.max(1, timeoutMillis() - millisSinceLastByte()));
      if (!events.await(left)) return new Event.Disconnected("interrupted");
    }
  }

  @Override
  public boolean hasPending() {
    return decoder.isIncomplete() || !events.isEmpty();
  }

  /** Bytes go to the decoder, an event is returned; null when there was none. */
  private Event pollEvent() {
    byte[] bytes = events.drainBytes();
    if (bytes != null) {
      decoder.feed(bytes, 0, bytes.length);
      lastByteNanos = System.nanoTime();
      transport.acknowledge(bytes.length);
      Event event = decoder.next(false);
      if (event != null) return event;
    }
    return decoder.isIncomplete() && !events.isHungUp() ? events.pollExceptHangUp() : events.poll();
  }

  private long millisSinceLastByte() {
    return (System.nanoTime() - lastByteNanos) / 1_000_000;
  }

  private int timeoutMillis() {
    return decoder.isPasting() ? PASTE_TIMEOUT_MILLIS : escapeMillis;
  }

  private Event deliver(Event event) {
    if (event instanceof Event.Resized resized) {
      size = resized.size();
      renderer.setSize(size);
      if (events.pollResume()) reacquireScreen();
    }
    return event;
  }

  private void reacquireScreen() {
    screenEntered = false;
    transport.enterRawMode();
  }

  @Override
  public void show(Frame frame) {
    if (closed) return;
    if (!screenEntered) renderer.invalidate();
    byte[] bytes =
        renderer.render(frame, screenEntered ? "" : TerminalModes.enterSequence(caps, mouse));
    screenEntered = true;
    if (bytes != null) send(bytes);
  }

  @Override
  public void setTheme(Theme theme) {
    renderer.setTheme(theme);
  }

  @Override
  public void invalidate() {
    renderer.invalidate();
  }

  @Override
  public String copyToClipboard(String text) {
    if (!caps.clipboard()) return "this terminal takes no copies";
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > MAX_COPY_BYTES)
      return "too long: " + bytes.length / 1000 + " KB of at most " + MAX_COPY_BYTES / 1000;
    boolean sent = send(TerminalModes.clipboardSequence(Base64.getEncoder().encodeToString(bytes)));
    return sent ? "" : "the terminal is gone";
  }

  @Override
  public void runReleased(Runnable meanwhile) {
    leaveScreen();
    try {
      meanwhile.run();
    } finally {
      transport.enterRawMode();
      renderer.invalidate();
    }
  }

  @Override
  public void close() {
    if (closed) return;
    leaveScreen();
    closed = true;
  }

  private void leaveScreen() {
    if (screenEntered) send(TerminalModes.leaveSequence(caps).getBytes(StandardCharsets.US_ASCII));
    screenEntered = false;
    transport.leaveRawMode();
  }

  private boolean send(byte[] bytes) {
    try {
      transport.write(bytes);
      return true;
    } catch (IOException e) {
      events.hangUp("the terminal is gone");
      return false;
    }
  }

  static Size clamp(Size size) {
    if (size.columns() < 1 || size.rows() < 1) return new Size(80, 24);
    return new Size(Math.min(size.columns(), 1000), Math.min(size.rows(), 1000));
  }
}
