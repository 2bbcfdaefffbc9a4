package lectern.serve;

import java.util.function.LongSupplier;
import lectern.ssh.DisconnectReason;
import lectern.terminal.Terminal;
import lectern.theme.Theme;
import lectern.ui.Event;
import lectern.ui.Frame;
import lectern.ui.Size;

/**
 * A terminal that disconnects its reader when idle, or after a longest time: for the one reader of
 * a forced command. LecternServer has one timer for all readers.
 */
final class IdleTimeoutTerminal implements Terminal {
  private final Terminal terminal;
  private final long idleMillis;
  private final long deadline;
  private final LongSupplier clock;
  private long lastInputMillis;

  /**
   * @param idleMillis without input
   * @param maxMillis in all
   * @param clock milliseconds, from any origin
   */
  IdleTimeoutTerminal(Terminal terminal, long idleMillis, long maxMillis, LongSupplier clock) {
    this.terminal = terminal;
    this.idleMillis = idleMillis;
    this.clock = clock;
    this.lastInputMillis = clock.getAsLong();
    this.deadline = lastInputMillis + maxMillis;
  }

  @Override
  public Event next(long millis) {
    long left = Math.min(lastInputMillis + idleMillis, deadline) - clock.getAsLong();
    boolean last = millis < 0 || millis >= left;
    Event event = left <= 0 ? new Event.Tick() : terminal.next(last ? left : millis);
    if (event instanceof Event.Tick && last) return new Event.Disconnected(disconnectMessage());
    if (event instanceof Event.KeyPressed
        || event instanceof Event.Pasted
        || event instanceof Event.MousePressed) lastInputMillis = clock.getAsLong();
    return event;
  }

  private String disconnectMessage() {
    return (lastInputMillis + idleMillis < deadline
            ? DisconnectReason.IDLE
            : DisconnectReason.MAX_DURATION)
        .message;
  }

  @Override
  public Size size() {
    return terminal.size();
  }

  @Override
  public boolean hasPending() {
    return terminal.hasPending();
  }

  @Override
  public void show(Frame frame) {
    terminal.show(frame);
  }

  @Override
  public void setTheme(Theme theme) {
    terminal.setTheme(theme);
  }

  @Override
  public void invalidate() {
    terminal.invalidate();
  }

  @Override
  public String copyToClipboard(String text) {
    return terminal.copyToClipboard(text);
  }

  @Override
  public void runReleased(Runnable meanwhile) {
    terminal.runReleased(meanwhile);
  }

  @Override
  public void post(Event event) {
    terminal.post(event);
  }

  @Override
  public void close() {
    terminal.close();
  }
}
