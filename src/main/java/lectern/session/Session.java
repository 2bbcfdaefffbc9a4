package lectern.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import lectern.terminal.Terminal;
import lectern.text.Line;
import lectern.ui.Effect;
import lectern.ui.Event;
import lectern.ui.Frame;
import lectern.ui.Model;
import lectern.ui.Step;
import lectern.ui.update.Update;
import lectern.ui.view.View;

/**
 * Runs one reader: an event, the next state, its effects, its picture; again until the reader
 * leaves.
 */
public final class Session {
  /**
   * What is remembered goes to disk when nothing happened for this long, or at least this often.
   */
  private static final long SAVE_MILLIS = 2000;

  /** While keys keep coming there is a picture this often. */
  private static final long FRAME_MILLIS = 33;

  private final Terminal terminal;
  private final EffectRunner effects;
  private final Backend backend;
  private final Deque<Event> events = new ArrayDeque<>();
  private Model model;
  private String disconnectReason = "";
  private long lastSaveMillis;
  private long lastFrameMillis;

  /**
   * @param background runs what takes long; results are brought back by {@link Terminal#post}
   */
  public Session(Terminal terminal, Backend desk, Model app, Executor background) {
    this.terminal = terminal;
    this.backend = desk;
    this.model = app.withNow(desk.now());
    this.effects = new EffectRunner(terminal, desk, background, events::add);
    this.lastSaveMillis = desk.now();
  }

  /** Each slow effect on a virtual thread of its own. */
  public Session(Terminal terminal, Backend desk, Model app) {
    this(terminal, desk, app, Thread::startVirtualThread);
  }

  /**
   * The exit code of a session that ended for this reason, as shells report signals: 128 and the
   * signal's number.
   *
   * @param reason what {@link #run} returned
   */
  public static int exitCode(String reason) {
    return switch (reason) {
      case "" -> 0;
      case Event.Disconnected.INTERRUPTED -> 130;
      case Event.Disconnected.TERMINATED -> 143;
      default -> 129;
    };
  }

  /**
   * Until the reader leaves.
   *
   * @param first what to do before the first picture: open the post that was named
   * @return why the reader was lost, in words; empty when they left by themselves
   */
  public String run(List<Effect> first) {
    for (Effect effect : first) effects.run(effect);
    handleAll();
    draw();
    handle(new Event.FirstFrameShown());
    Runnable unwatch = backend.watch(terminal::post);
    try {
      loop();
    } finally {
      effects.flush();
      unwatch.run();
    }
    return disconnectReason;
  }

  private void loop() {
    while (!effects.isFinished()) {
      drainInput();
      if (effects.isFinished()) return;
      draw();
      if (model.hasUnsavedChanges() && backend.now() - lastSaveMillis > SAVE_MILLIS) save();
      else handle(terminal.next(model.hasUnsavedChanges() ? SAVE_MILLIS : -1));
    }
  }

  /** Keys that are there already come before the next picture: nobody sees those between. */
  private void drainInput() {
    while (!effects.isFinished()
        && terminal.hasPending()
        && backend.now() - lastFrameMillis < FRAME_MILLIS) {
      Event event = terminal.next(0);
      // half a key: the rest of it is still on its way
      if (event instanceof Event.Tick) return;
      handle(event);
    }
  }

  /** The state as it is now, for tests. */
  Model model() {
    return model;
  }

  private void save() {
    lastSaveMillis = backend.now();
    handle(new Event.Tick());
  }

  private void handle(Event event) {
    if (event instanceof Event.Disconnected gone) disconnectReason = gone.reason();
    if (event instanceof Event.Tick) lastSaveMillis = backend.now();
    events.addLast(event);
    handleAll();
  }

  private void handleAll() {
    while (!events.isEmpty()) {
      Event event = events.pollFirst();
      try {
        Step next = Update.of(model.withNow(backend.now()), event);
        model = next.model();
        for (Effect effect : next.effects()) effects.run(effect);
      } catch (RuntimeException | StackOverflowError error) {
        model = model.message(errorMessage(error));
        if (event instanceof Event.Disconnected) effects.finish();
      }
    }
  }

  private void draw() {
    if (effects.isFinished()) return;
    lastFrameMillis = backend.now();
    try {
      terminal.show(View.of(model));
    } catch (RuntimeException | StackOverflowError error) {
      recover(error);
    }
  }

  /** What cannot be drawn is left, so that the reader gets on. */
  private void recover(Throwable error) {
    String sentence = errorMessage(error);
    model = model.returnToPostList().message(sentence);
    Frame frame;
    try {
      frame = View.of(model);
    } catch (RuntimeException | StackOverflowError again) {
      frame = Frame.of(List.of(Line.of(sentence), Line.of("Press Q to leave.")));
    }
    terminal.show(frame);
  }

  private String errorMessage(Throwable error) {
    String where = backend.logError(error);
    return "Something went wrong inside lectern"
        + (where.isEmpty() ? "" : "; the details are in " + where);
  }
}
