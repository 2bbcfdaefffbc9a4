package lectern.terminal;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import lectern.text.Line;
import lectern.theme.Theme;
import lectern.ui.Event;
import lectern.ui.Frame;
import lectern.ui.Size;

/** A terminal without cursor control: one line in, the lines of a frame out. */
public final class LineTerminal implements Terminal {
  /** Why a session ends when its input does. */
  public static final String END_OF_INPUT = "end of input";

  private final BufferedReader in;
  private final AnsiWriter out;
  private final Supplier<Size> size;
  private final Queue<Event> posted = new ConcurrentLinkedQueue<>();

  /** Whether the next frame answers a line; the others would only repeat it. */
  private boolean answerDue = true;

  /**
   * @param size of a screen, asked for again with each line
   */
  public LineTerminal(BufferedReader in, AnsiWriter out, Supplier<Size> size) {
    this.in = in;
    this.out = out;
    this.size = size;
  }

  @Override
  public Size size() {
    return size.get();
  }

  /**
   * A posted event, or the next line; reading a line does not time out.
   *
   * @param millis ignored
   */
  @Override
  public Event next(long millis) {
    if (hasPending()) return posted.poll();
    try {
      out.writeVerbatim("> ");
      out.flush();
      String line = in.readLine();
      answerDue = true;
      if (line != null) return new Event.LineEntered(line, size.get());
      out.write(Line.EMPTY);
      out.flush();
    } catch (IOException e) {
      return new Event.Disconnected(Event.Disconnected.HUNG_UP);
    }
    return new Event.Disconnected(END_OF_INPUT);
  }

  @Override
  public boolean hasPending() {
    return !posted.isEmpty();
  }

  @Override
  public void show(Frame frame) {
    if (!answerDue) return;
    answerDue = false;
    try {
      for (Line line : frame.lines()) out.write(line);
      out.flush();
    } catch (IOException e) {
      post(new Event.Disconnected(Event.Disconnected.HUNG_UP));
    }
  }

  @Override
  public void setTheme(Theme theme) {}

  @Override
  public void invalidate() {}

  @Override
  public String copyToClipboard(String text) {
    return "line by line nothing is copied";
  }

  @Override
  public void runReleased(Runnable meanwhile) {
    LocalTerminal.runIgnoringInterrupt(meanwhile);
  }

  @Override
  public void post(Event event) {
    posted.add(event);
  }

  @Override
  public void close() {}
}
