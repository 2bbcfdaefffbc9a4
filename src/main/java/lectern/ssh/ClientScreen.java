package lectern.ssh;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Consumer;
import lectern.terminal.Capabilities;
import lectern.terminal.ScreenTerminal;
import lectern.ui.Size;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.Signal;
import org.apache.sshd.server.channel.ChannelSession;
import org.jspecify.annotations.Nullable;

/** The screen of one channel: feeds it with input, follows the window, ends it with a message. */
final class ClientScreen {
  private static final int ESCAPE_MILLIS = 80;
  private static final int MIN_RESIZE_MILLIS = 33;

  private final ServerContext context;
  private final ChannelSession channel;
  private final Environment environment;
  private final ScreenBudget.Allocation allocation;

  /** Input that comes before there is a terminal. */
  private final ByteArrayOutputStream earlyInput = new ByteArrayOutputStream(0);

  private volatile @Nullable PacedTransport transport;

  /** During {@link #run}. */
  private @Nullable ScreenTerminal terminal;

  private @Nullable String hangUpMessage;
  private volatile long lastInputMillis;
  private long resizedMillis;
  private volatile boolean resizePending;

  ClientScreen(
      ServerContext context,
      ChannelSession channel,
      Environment environment,
      ScreenBudget.Allocation allocation) {
    this.context = context;
    this.channel = channel;
    this.environment = environment;
    this.allocation = allocation;
    this.lastInputMillis = context.nowMillis();
  }

  /**
   * Reads until the reader leaves or the screen is ended.
   *
   * @param errors gets what went wrong inside while reading went on
   * @return why it ended, in words; empty when the reader left
   */
  String run(Client client, Capabilities caps, OutputStream out, Consumer<Throwable> errors) {
    PacedTransport paced =
        new PacedTransport(
            out,
            this::releaseWindow,
            context.metrics(),
            ConnectionTracker.loginNanos(channel.getServerSession()));
    Size size = allocation.allocate(windowSize(environment));
    try (ScreenTerminal screen = new ScreenTerminal(paced, caps, size, ESCAPE_MILLIS)) {
      environment.addSignalListener((c, signal) -> resize(), Signal.WINCH);
      attach(paced, screen);
      return context.service().runScreen(client, screen, errors);
    } finally {
      detach();
    }
  }

  private synchronized void attach(PacedTransport paced, ScreenTerminal screen) {
    transport = paced;
    terminal = screen;
    if (earlyInput.size() > 0) feed(earlyInput.toByteArray(), 0, earlyInput.size());
    earlyInput.reset();
    if (hangUpMessage != null) screen.hangUp(hangUpMessage);
  }

  private synchronized void detach() {
    terminal = null;
    allocation.close();
  }

  /**
   * Takes input of the client.
   *
   * @return false when more waits than a paste may have; then none of it was taken
   */
  synchronized boolean feed(byte[] bytes, int from, int length) {
    PacedTransport paced = transport;
    if (terminal == null || paced == null) {
      earlyInput.write(bytes, from, length);
      return true;
    }
    lastInputMillis = context.nowMillis();
    context.metrics().countInput(1);
    paced.markTyped(System.nanoTime());
    return terminal.feed(bytes, from, length);
  }

  /** Ends the screen after what came before; the first message counts. */
  synchronized void hangUp(String message) {
    if (hangUpMessage == null) hangUpMessage = message;
    if (terminal != null) terminal.hangUp(hangUpMessage);
  }

  /** Milliseconds since the last input. */
  long idleMillis() {
    return context.nowMillis() - lastInputMillis;
  }

  /** Called by the timer: releases input held back by its pace, and takes a resize held back. */
  void tick() {
    // without a lock: it may write to the client
    PacedTransport paced = transport;
    if (paced != null) paced.refill(System.nanoTime());
    if (resizePending) resize();
  }

  /** A window dragged larger sends hundreds of sizes: some are skipped, never the last. */
  private synchronized void resize() {
    long now = context.nowMillis();
    resizePending = terminal == null || now - resizedMillis < MIN_RESIZE_MILLIS;
    if (terminal == null || resizePending) return;
    resizedMillis = now;
    terminal.resize(allocation.allocate(windowSize(environment)));
  }

  private void releaseWindow(long bytes) {
    try {
      channel.getLocalWindow().release(bytes);
    } catch (IOException e) {
      hangUp("");
    }
  }

  /** The client's window; 80×24 when it sent none, or nonsense. */
  static Size windowSize(Environment environment) {
    int columns = dimension(environment, "COLUMNS");
    int rows = dimension(environment, "LINES");
    return columns == 0 || rows == 0 ? new Size(80, 24) : new Size(columns, rows);
  }

  private static int dimension(Environment environment, String name) {
    try {
      return Math.clamp(Integer.parseInt(environment.getEnv().get(name)), 0, 999_999);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
