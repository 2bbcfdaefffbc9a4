package lectern.session;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import lectern.layout.Glyphs;
import lectern.terminal.AnsiWriter;
import lectern.terminal.LocalTerminal;
import lectern.terminal.Terminal;
import lectern.text.Line;
import lectern.theme.Theme;
import lectern.ui.Effect;
import lectern.ui.Event;
import lectern.ui.Frame;
import lectern.ui.Model;
import lectern.ui.Size;
import lectern.ui.Step;
import lectern.ui.linear.LinearInput;
import lectern.ui.update.Update;

/** Runs one reader by lines: a prompt, a line of words, what it leads to; no cursor is moved. */
public final class LineSession {
  private final BufferedReader in;
  private final AnsiWriter out;
  private final Supplier<Size> size;
  private final Backend backend;
  private final Deque<Event> events = new ArrayDeque<>();
  private final EffectRunner effects;
  private Model model;

  /**
   * @param size of a screen, asked for again before each answer
   */
  public LineSession(
      BufferedReader in, AnsiWriter out, Supplier<Size> size, Backend desk, Model app) {
    this.in = in;
    this.out = out;
    this.size = size;
    this.backend = desk;
    this.model =
        LinearInput.useCommandNames(app.preferences(app.preferences().glyphs(Glyphs.ASCII)));
    this.effects = new EffectRunner(new LineTerminal(), desk, Runnable::run, events::add);
  }

  /**
   * Until the reader leaves or the input ends. @param first what to do before: open the post that
   * was named
   */
  public void run(List<Effect> first) throws IOException {
    for (Effect effect : first) effects.run(effect);
    handle(new Event.Resized(size.get()));
    print(LinearInput.describe(model));
    handle(new Event.FirstFrameShown());
    while (!effects.isFinished()) {
      out.writeVerbatim("> ");
      out.flush();
      String line = in.readLine();
      if (line == null) {
        handle(new Event.Disconnected("end of input"));
        print(List.of(""));
        return;
      }
      answer(line);
    }
  }

  private void answer(String line) throws IOException {
    Size now = size.get();
    if (!now.equals(model.size())) handle(new Event.Resized(now));
    Model before = model;
    handleLine(line);
    if (!effects.isFinished()) print(LinearInput.describe(before, model));
  }

  private void handleLine(String line) {
    try {
      apply(LinearInput.handleLine(model.withNow(backend.now()), line));
    } catch (RuntimeException | StackOverflowError error) {
      recover(error);
    }
    handle(new Event.Tick());
  }

  private void handle(Event event) {
    events.addLast(event);
    handleAll();
  }

  private void handleAll() {
    while (!events.isEmpty()) {
      try {
        apply(Update.of(model.withNow(backend.now()), events.pollFirst()));
      } catch (RuntimeException | StackOverflowError error) {
        recover(error);
      }
    }
  }

  private void apply(Step next) {
    model = next.model();
    for (Effect effect : next.effects()) effects.run(effect);
    handleAll();
  }

  private void recover(Throwable error) {
    String where = backend.logError(error);
    model =
        model
            .returnToPostList()
            .message(
                "Something went wrong inside lectern"
                    + (where.isEmpty() ? "" : "; the details are in " + where));
  }

  private void print(List<String> lines) throws IOException {
    for (String line : lines) out.write(Line.of(line));
    out.flush();
  }

  /** A terminal that can do nothing but be woken: what it cannot take is told instead. */
  private final class LineTerminal implements Terminal {
    @Override
    public Size size() {
      return model.size();
    }

    @Override
    public Event next(long millis) {
      return new Event.Tick();
    }

    @Override
    public void show(Frame frame) {}

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
      events.addLast(event);
    }

    @Override
    public void close() {}
  }
}
