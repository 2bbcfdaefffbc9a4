package lectern.terminal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import lectern.theme.Theme;
import lectern.ui.Event;
import lectern.ui.Frame;
import lectern.ui.Size;
import org.jspecify.annotations.Nullable;

/**
 * A terminal at the other end of a {@link Transport}. Any thread feeds bytes and events; they are
 * decoded on the session's thread. Starts no thread.
 */
public final class ScreenTerminal implements Terminal {
  /** 100,000 bytes in base64, the most that terminals accept in one OSC 52. */
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

  /**
   * The first frame switches to the alternate screen.
   *
   * @param mouse whether to report clicks and the wheel, which disables the terminal's selection
   * @param escapeMillis how long an ESC waits for the rest of a sequence: 40 for a local terminal,
   *     80 to 100 for a remote one
   */
  public ScreenTerminal(
      Transport transport,
      Capabilities caps,
      Theme theme,
      Size size,
      boolean mouse,
      int escapeMillis) {
    this.transport = transport;
    this.caps = caps;
    this.mouse = mouse;
    this.decoder = new KeyDecoder(mouse);
    this.escapeMillis = escapeMillis;
    this.size = clamp(size);
    this.renderer = new FrameRenderer(theme, caps, this.size);
  }

  /** Without a mouse, in the theme of the terminal's own colors. */
  public ScreenTerminal(Transport transport, Capabilities caps, Size size, int escapeMillis) {
    this(transport, caps, Theme.of("ansi"), size, false, escapeMillis);
  }

  // ── called on any thread ───────────────────────────────────────────────────────────────

  /**
   * Takes bytes from the reader.
   *
   * @return false, and takes none of them, when too many are waiting
   */
  public boolean feed(byte[] bytes, int offset, int length) {
    return events.feed(bytes, offset, length);
  }

  /** Reports a new window size; only the newest is delivered. */
  public void resize(Size size) {
    events.postResize(clamp(size));
  }

  /** Ends the input: {@link Event.Disconnected} follows what was fed before. */
  public void hangUp(String reason) {
    events.hangUp(reason);
  }

  /** Blocks until there is room for more bytes, or the input has ended. */
  void awaitRoom() {
    events.awaitRoom();
  }

  /** After another program may have used the screen: enters it again and redraws. */
  void resume() {
    events.postResume();
  }

  @Override
  public void post(Event event) {
    events.post(event);
  }

  // ── called on the session's thread ─────────────────────────────────────────────────────

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

  /** Decodes waiting bytes, else takes the next event, if there is one. */
  private @Nullable Event pollEvent() {
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
      if (events.pollResume()) {
        screenEntered = false;
        transport.enterRawMode();
      }
    }
    return event;
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
  public void runReleased(Runnable action) {
    leaveScreen();
    try {
      action.run();
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
