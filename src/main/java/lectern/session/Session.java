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
import org.jspecify.annotations.Nullable;

/** Runs one reader: an event, the next model, its effects, its frame, until the reader leaves. */
public final class Session {
  /** Unsaved changes are saved when nothing happened for this long, or at least this often. */
  private static final long SAVE_MILLIS = 2000;

  /** While keys keep coming there is a frame this often. */
  private static final long FRAME_MILLIS = 33;

  private final Terminal terminal;
  private final Presentation presentation;
  private final EffectRunner effects;
  private final Backend backend;
  private final Deque<Event> events = new ArrayDeque<>();
  private Model model;
  private @Nullable Model shownModel;
  private String disconnectReason = "";
  private long lastSaveMillis;
  private long lastFrameMillis;

  /**
   * @param background runs what takes long; results are brought back by {@link Terminal#post}
   */
  public Session(
      Terminal terminal,
      Backend backend,
      Model model,
      Executor background,
      Presentation presentation) {
    this.terminal = terminal;
    this.backend = backend;
    this.presentation = presentation;
    this.model = presentation.prepare(model.withNow(backend.now()));
    this.effects = new EffectRunner(terminal, backend, background, events::add);
    this.lastSaveMillis = backend.now();
  }

  /** On a screen, runs each slow effect on a new virtual thread. */
  public Session(Terminal terminal, Backend backend, Model model) {
    this(terminal, backend, model, Thread::startVirtualThread, Presentation.SCREEN);
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
   * Runs until the reader leaves.
   *
   * @param first effects to run before the first frame: open the post that was named
   * @return why the reader was lost, in words; empty when they left by themselves
   */
  public String run(List<Effect> first) {
    for (Effect effect : first) effects.run(effect);
    handleAll();
    draw();
    handle(new Event.FirstFrameShown());
    boolean watches = presentation == Presentation.SCREEN;
    Runnable unwatch = watches ? backend.watch(terminal::post) : () -> {};
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

  /** Handles queued input before drawing: intermediate frames would never be seen. */
  private void drainInput() {
    while (!effects.isFinished() && terminal.hasPending() && !isFrameDue()) {
      Event event = terminal.next(0);
      // half a key: the rest of it is still on its way
      if (event instanceof Event.Tick) return;
      handle(event);
    }
  }

  private boolean isFrameDue() {
    return presentation == Presentation.SCREEN && backend.now() - lastFrameMillis >= FRAME_MILLIS;
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
        Step step = presentation.update(model.withNow(backend.now()), event);
        model = step.model();
        for (Effect effect : step.effects()) effects.run(effect);
      } catch (RuntimeException | StackOverflowError error) {
        model = model.withMessage(backend.describeError(error));
        if (event instanceof Event.Disconnected) effects.finish();
      }
    }
  }

  private void draw() {
    if (effects.isFinished()) return;
    lastFrameMillis = backend.now();
    Frame frame;
    try {
      frame = presentation.frame(shownModel, model);
    } catch (RuntimeException | StackOverflowError error) {
      frame = recover(backend.describeError(error));
    }
    shownModel = model;
    terminal.show(frame);
  }

  /** Leaves what cannot be drawn, so that the reader can go on. */
  private Frame recover(String message) {
    model = model.returnToPostList().withMessage(message);
    try {
      return presentation.frame(null, model);
    } catch (RuntimeException | StackOverflowError again) {
      return Frame.of(List.of(Line.of(message), Line.of("Press Q to leave.")));
    }
  }
}
