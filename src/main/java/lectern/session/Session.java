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
import lectern.ui.Update;
import lectern.ui.View;

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
  private final Backend desk;
  private final Deque<Event> pending = new ArrayDeque<>();
  private Model app;
  private String reason = "";
  private long saved;
  private long shown;

  /**
   * @param background runs what takes long; results are brought back by {@link Terminal#post}
   */
  public Session(Terminal terminal, Backend desk, Model app, Executor background) {
    this.terminal = terminal;
    this.desk = desk;
    this.app = app.withNow(desk.now());
    this.effects = new EffectRunner(terminal, desk, background, pending::add);
    this.saved = desk.now();
  }

  /** Each slow effect on a virtual thread of its own. */
  public Session(Terminal terminal, Backend desk, Model app) {
    this(terminal, desk, app, Thread::startVirtualThread);
  }

  /**
   * Until the reader leaves.
   *
   * @param first what to do before the first picture: open the post that was named
   * @return why the reader was lost, in words; empty when they left by themselves
   */
  public String run(List<Effect> first) {
    for (Effect effect : first) effects.run(effect);
    settle();
    show();
    step(new Event.FirstFrameShown());
    Runnable unwatch = desk.watch(terminal::post);
    try {
      loop();
    } finally {
      effects.flush();
      unwatch.run();
    }
    return reason;
  }

  private void loop() {
    while (!effects.left()) {
      ahead();
      if (effects.left()) return;
      show();
      if (app.hasUnsavedChanges() && desk.now() - saved > SAVE_MILLIS) save();
      else step(terminal.next(app.hasUnsavedChanges() ? SAVE_MILLIS : -1));
    }
  }

  /** Keys that are there already come before the next picture: nobody sees those between. */
  private void ahead() {
    while (!effects.left() && terminal.hasPending() && desk.now() - shown < FRAME_MILLIS) {
      Event event = terminal.next(0);
      // half a key: the rest of it is still on its way
      if (event instanceof Event.Tick) return;
      step(event);
    }
  }

  /** The state as it is now, for tests. */
  Model app() {
    return app;
  }

  private void save() {
    saved = desk.now();
    step(new Event.Tick());
  }

  private void step(Event event) {
    if (event instanceof Event.Disconnected gone) reason = gone.reason();
    if (event instanceof Event.Tick) saved = desk.now();
    pending.addLast(event);
    settle();
  }

  private void settle() {
    while (!pending.isEmpty()) {
      Event event = pending.pollFirst();
      try {
        Step next = Update.of(app.withNow(desk.now()), event);
        app = next.model();
        for (Effect effect : next.effects()) effects.run(effect);
      } catch (RuntimeException | StackOverflowError error) {
        app = app.message(sentence(error));
        if (event instanceof Event.Disconnected) effects.leave();
      }
    }
  }

  private void show() {
    if (effects.left()) return;
    shown = desk.now();
    try {
      terminal.show(View.of(app));
    } catch (RuntimeException | StackOverflowError error) {
      recover(error);
    }
  }

  /** What cannot be drawn is left, so that the reader gets on. */
  private void recover(Throwable error) {
    String sentence = sentence(error);
    app = app.returnToPostList().message(sentence);
    Frame frame;
    try {
      frame = View.of(app);
    } catch (RuntimeException | StackOverflowError again) {
      frame = Frame.of(List.of(Line.of(sentence), Line.of("Press Q to leave.")));
    }
    terminal.show(frame);
  }

  private String sentence(Throwable error) {
    String where = desk.log(error);
    return "Something went wrong inside lectern"
        + (where.isEmpty() ? "" : "; the details are in " + where);
  }
}
