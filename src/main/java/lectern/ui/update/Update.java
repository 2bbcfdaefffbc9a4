package lectern.ui.update;

import lectern.ui.Command;
import lectern.ui.CommonCommand;
import lectern.ui.Effect;
import lectern.ui.Event;
import lectern.ui.HelpScreen;
import lectern.ui.Key;
import lectern.ui.Keymap;
import lectern.ui.Model;
import lectern.ui.Movement;
import lectern.ui.PendingInput;
import lectern.ui.ReaderScreen;
import lectern.ui.Step;

/** What an event leads to: the next state, and the effects to run. Pure. */
public final class Update {
  private static final int WHEEL_UP = 64;
  private static final int WHEEL_DOWN = 65;

  private Update() {}

  public static Step of(Model model, Event event) {
    return handle(model, event).map(Update::settle);
  }

  /** Clamps selections and scroll offsets. */
  public static Model settle(Model model) {
    Model settled = new PostListUpdate(model, model.postList()).settle();
    return model.screens().size() == 1 ? settled : ScreenUpdates.of(settled).settle();
  }

  private static Step handle(Model model, Event event) {
    return switch (event) {
      case Event.KeyPressed pressed -> handleKey(model.withMessage(""), pressed.key());
      case Event.LineEntered _ -> Step.of(model); // lines are for the linear mode
      case Event.Pasted pasted -> paste(model.withMessage(""), pasted.text());
      case Event.Resized resized -> Step.of(PageScroll.relayout(model.withSize(resized.size())));
      case Event.MousePressed pressed -> handleMouse(model.withMessage(""), pressed);
      case Event.Disconnected _ -> ProgressUpdate.quit(model);
      case Event.SuspendRequested _ -> suspend(model);
      case Event.Tick _ -> ProgressUpdate.save(model);
      case Event.FirstFrameShown _ -> PostListUpdate.requestHashes(model);
      case Event.CatalogLoaded loaded -> PostListUpdate.replaceCatalog(model, loaded);
      case Event.LinkedPostFound found -> LinkNavigation.openFound(model, found);
      case Event.PostLoaded loaded -> Step.of(PostOpening.showLoaded(model, loaded));
      case Event.CopyFinished copied -> Step.of(Clipboard.showCopyResult(model, copied));
      case Event.HashesComputed computed ->
          Step.of(ProgressUpdate.applyHashes(model, computed.hashesByPath()));
      case Event.Notice notice -> Step.of(model.withMessage(notice.message()));
      case Event.Failed failed ->
          Step.of(model.withMessage(failed.message()).withPendingOpen(null, model.lastRequestId()));
    };
  }

  private static Step handleKey(Model model, Key key) {
    Step typed = ScreenUpdates.of(model).type(key);
    if (typed != null) return typed;
    return switch (model.pendingInput()) {
      case PendingInput.MarkLetter pending -> Bookmarks.handleLetter(model, pending, key);
      case PendingInput.KeySequence sequence -> handleCommandKey(model, sequence.keys(), key);
    };
  }

  private static Step handleCommandKey(Model model, String before, Key key) {
    boolean begun = model.count() >= 0 || !before.isEmpty();
    if (begun && PromptKeys.cancels(model, key)) return Step.of(model.clearInput());
    if (before.isEmpty() && isDigit(key)) return Step.of(addDigit(model, key.name().charAt(0)));
    String keys = before.isEmpty() ? key.name() : before + " " + key.name();
    Keymap.KeyMatch match = model.keymap().lookUp(model.screen().keyContext(), keys);
    if (match.command() != null) return run(model, match.command());
    return Step.of(
        match.isPrefix()
            ? model.withPendingInput(new PendingInput.KeySequence(keys), model.count())
            : model.clearInput());
  }

  private static boolean isDigit(Key key) {
    char first = key.name().charAt(0);
    return key.name().length() == 1 && first >= '0' && first <= '9';
  }

  private static Model addDigit(Model model, char digit) {
    int count = Math.min(Math.max(0, model.count()) * 10 + digit - '0', 9_999_999);
    Model counted = model.withPendingInput(PendingInput.NONE, count);
    return counted.screen() instanceof ReaderScreen reader && reader.focusIndex() >= 0
        ? LinkNavigation.focusNumber(counted, reader, count)
        : counted;
  }

  private static Step paste(Model model, String text) {
    return text.isEmpty() ? Step.of(model) : ScreenUpdates.of(model).paste(text);
  }

  private static Step handleMouse(Model model, Event.MousePressed pressed) {
    ScreenUpdate screen = ScreenUpdates.of(model);
    Step step =
        switch (pressed.button()) {
          case WHEEL_UP -> wheel(model, Movement.UP);
          case WHEEL_DOWN -> wheel(model, Movement.DOWN);
          case 0 -> screen.click(pressed.row(), pressed.column());
          default -> null; // the other buttons of a mouse
        };
    return step == null ? Step.of(model) : step;
  }

  private static Step wheel(Model model, Movement movement) {
    ScreenUpdate screen = ScreenUpdates.of(model.clearInput());
    return screen.move(movement, screen.wheelSteps());
  }

  /** Runs a command of the screen shown, or of all; the number typed before it is used up. */
  public static Step run(Model model, Command command) {
    Model cleared = model.clearInput();
    ScreenUpdate screen = ScreenUpdates.of(cleared);
    if (command instanceof Movement movement) return screen.move(movement, model.count());
    if (command instanceof CommonCommand common) return runCommon(cleared, screen, common);
    return screen.run(command, model.count());
  }

  private static Step runCommon(Model model, ScreenUpdate screen, CommonCommand command) {
    return switch (command) {
      case CLOSE -> screen.close();
      case QUIT -> ProgressUpdate.quit(model);
      case BACK -> screen.back();
      case HELP -> Step.of(openHelp(model));
      case THEME -> Step.of(PickerUpdate.openThemes(model));
      case EDIT -> edit(model, screen);
      case REDRAW -> Step.of(model, new Effect.Redraw());
      case SUSPEND -> suspend(model);
    };
  }

  private static Model openHelp(Model model) {
    return model.screen() instanceof HelpScreen
        ? model
        : model.push(new HelpScreen(model.screen().keyContext(), 0));
  }

  private static Step suspend(Model model) {
    return model.isLocal()
        ? Step.of(model, new Effect.Suspend())
        : Step.of(model.withMessage("There is nothing to suspend to over a network"));
  }

  private static Step edit(Model model, ScreenUpdate screen) {
    if (!model.isLocal())
      return Step.of(
          model.withMessage("Posts can be edited only where they lie, not over a network"));
    return screen.edit();
  }
}
