package lectern;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import lectern.terminal.Terminal;
import lectern.text.Line;
import lectern.theme.Theme;
import lectern.ui.Event;
import lectern.ui.Frame;
import lectern.ui.Key;
import lectern.ui.Size;

/**
 * A terminal of tests: keys go in, frames are kept. When its events are used up, the reader is
 * gone.
 */
public final class FakeTerminal implements Terminal {
  private final LinkedBlockingDeque<Event> events = new LinkedBlockingDeque<>();
  private final List<Frame> frames = new ArrayList<>();
  private final List<String> copied = new ArrayList<>();
  private Size size;
  private Theme theme;
  private boolean patient;
  private boolean closed;
  private int away;

  public FakeTerminal(int columns, int rows) {
    this.size = new Size(columns, rows);
  }

  /** Keys by their names, separated by spaces: {@code j j Enter C-c}. */
  public FakeTerminal keys(String names) {
    for (String name : names.split(" "))
      if (!name.isEmpty()) events.add(new Event.KeyPressed(Key.of(name)));
    return this;
  }

  public FakeTerminal paste(String text) {
    return event(new Event.Pasted(text));
  }

  public FakeTerminal resize(int columns, int rows) {
    return event(new Event.Resized(new Size(columns, rows)));
  }

  public FakeTerminal event(Event event) {
    events.add(event);
    return this;
  }

  /** Waits for events that other threads bring instead of being gone when none is left. */
  public FakeTerminal patient() {
    patient = true;
    return this;
  }

  public List<Frame> frames() {
    return frames;
  }

  public Frame last() {
    return frames.getLast();
  }

  /** The last frame as text: one line a row, with no spaces at their ends. */
  public String screen() {
    StringBuilder out = new StringBuilder();
    for (Line line : last().lines()) out.append(line.text().stripTrailing()).append('\n');
    return out.toString();
  }

  public List<String> copied() {
    return copied;
  }

  public Theme theme() {
    return theme;
  }

  public boolean closed() {
    return closed;
  }

  /** How often the screen was left for something else. */
  public int timesAway() {
    return away;
  }

  @Override
  public Size size() {
    return size;
  }

  @Override
  public Event next(long millis) {
    Event event = events.poll();
    if (event == null && patient) event = waited(millis);
    else if (event == null) event = new Event.Disconnected("end of the keys");
    if (event instanceof Event.Resized resized) size = resized.size();
    return event;
  }

  private Event waited(long millis) {
    try {
      Event event = millis < 0 ? events.take() : events.poll(millis, TimeUnit.MILLISECONDS);
      return event == null ? new Event.Tick() : event;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Event.Disconnected("interrupted");
    }
  }

  @Override
  public void show(Frame frame) {
    if (closed) throw new IllegalStateException("shown after close");
    frames.add(frame);
  }

  @Override
  public void setTheme(Theme theme) {
    this.theme = theme;
  }

  @Override
  public void invalidate() {}

  @Override
  public String copyToClipboard(String text) {
    copied.add(text);
    return "";
  }

  @Override
  public void runReleased(Runnable meanwhile) {
    away++;
    meanwhile.run();
  }

  @Override
  public void post(Event event) {
    if (event != null) events.addFirst(event);
  }

  @Override
  public void close() {
    closed = true;
  }
}
