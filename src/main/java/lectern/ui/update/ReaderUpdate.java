package lectern.ui.update;

import java.util.List;
import lectern.layout.Page;
import lectern.layout.ReadingPosition;
import lectern.text.DisplayWidth;
import lectern.text.Line;
import lectern.ui.Command;
import lectern.ui.Effect;
import lectern.ui.FocusTarget;
import lectern.ui.Key;
import lectern.ui.Model;
import lectern.ui.Movement;
import lectern.ui.NavigationHistory;
import lectern.ui.OpenTarget;
import lectern.ui.PendingInput;
import lectern.ui.Prompt;
import lectern.ui.ReaderCommand;
import lectern.ui.ReaderScreen;
import lectern.ui.SearchState;
import lectern.ui.Step;
import org.jspecify.annotations.Nullable;

/** Events of an open post. */
record ReaderUpdate(Model model, ReaderScreen screen) implements ScreenUpdate {
  private static final int SCROLL_COLUMNS = 8;
  private static final int MIN_WIDTH = 20;
  private static final int WIDTH_STEP = 4;

  @Override
  public Step move(Movement movement, int count) {
    boolean line = movement == Movement.START || movement == Movement.END;
    return Step.of(line ? goToLine(movement, count) : scroll(movement, count));
  }

  @Override
  public int wheelSteps() {
    return 3;
  }

  @Override
  public Step run(Command command, int count) {
    int times = Math.max(1, count);
    return switch ((ReaderCommand) command) {
      case SEARCH -> Step.of(model.withReader(screen.withSearch(SearchUpdate.begin(screen))));
      case NEXT_MATCH -> Step.of(SearchUpdate.goToMatch(model, screen, times));
      case PREVIOUS_MATCH -> Step.of(SearchUpdate.goToMatch(model, screen, -times));
      case OUTLINE -> Step.of(PickerUpdate.openOutline(model, screen));
      case NEXT_HEADING -> Step.of(goToHeading(times));
      case PREVIOUS_HEADING -> Step.of(goToHeading(-times));
      case NEXT_LINK -> Step.of(LinkNavigation.focusNext(model, screen, 1));
      case PREVIOUS_LINK -> Step.of(LinkNavigation.focusNext(model, screen, -1));
      case FOLLOW -> LinkNavigation.activateFocused(model, screen);
      case HISTORY_BACK -> goBack();
      case HISTORY_FORWARD -> goForward();
      case NEXT_POST -> openNeighbour(times);
      case PREVIOUS_POST -> openNeighbour(-times);
      case COPY_CODE -> Clipboard.copyCode(model, screen);
      case COPY_ADDRESS -> Clipboard.copyAddress(model, screen);
      case SET_MARK -> awaitLetter(PendingInput.MarkLetter.SET, "Mark: press a letter");
      case JUMP_TO_MARK ->
          awaitLetter(PendingInput.MarkLetter.JUMP, "Go to mark: press its letter");
      case TOGGLE_CODE_WRAP -> Step.of(toggleCodeWrap());
      case SCROLL_RIGHT -> Step.of(scrollRight());
      case SCROLL_LEFT -> screen.scrollColumn() > 0 ? Step.of(scrollLeft()) : back();
      case NARROWER -> Step.of(changeWidth(-WIDTH_STEP));
      case WIDER -> Step.of(changeWidth(WIDTH_STEP));
      case GO_TO_PERCENT -> Step.of(goToPercent(count));
    };
  }

  private Step awaitLetter(PendingInput pending, String message) {
    return Step.of(model.withPendingInput(pending, -1).withMessage(message));
  }

  private int pageRows() {
    return model.metrics().pageRows();
  }

  private Model scroll(Movement movement, int count) {
    int page = Math.max(1, pageRows() - (pageRows() > 6 ? 2 : 0));
    int to = movement.targetIndex(screen.top(), count, page, Integer.MAX_VALUE);
    Model moved = PageScroll.scrollBy(model, screen, to - screen.top());
    boolean stuck = to > screen.top() && moved == model;
    return stuck ? moved.withMessage("End of the post") : moved;
  }

  private Model goToLine(Movement movement, int count) {
    int row = movement == Movement.START ? 0 : screen.lastTop(pageRows());
    return PageScroll.scrollTo(model, screen, count > 0 ? count - 1 : row);
  }

  private Model goToPercent(int count) {
    if (count < 0) return model.withMessage("A number first: 50%");
    long row = screen.lastTop(pageRows()) * (long) Math.min(100, count) / 100;
    return PageScroll.scrollTo(model, screen, (int) row);
  }

  private Model goToHeading(int step) {
    List<Page.HeadingRow> headings = screen.headings();
    if (headings.isEmpty()) return model.withMessage("This post has no headings");
    int at = screen.headingIndex();
    boolean on = at >= 0 && headings.get(at).row() == screen.top();
    int to = step > 0 || on ? at + step : at + 1 + step;
    if (to < 0) return PageScroll.scrollTo(model, screen, 0);
    int last = headings.size() - 1;
    if (at == last && to > last) return model.withMessage("No heading further down");
    return PageScroll.scrollTo(model, screen, headings.get(Math.min(to, last)).row());
  }

  private Step goBack() {
    List<NavigationHistory.Location> back = model.navigation().back();
    if (back.isEmpty()) return Step.of(model.withMessage("Nothing further back"));
    return PostOpening.goTo(model, back.getLast(), model.navigation().goBack(screen.location()));
  }

  private Step goForward() {
    List<NavigationHistory.Location> forward = model.navigation().forward();
    if (forward.isEmpty()) return Step.of(model.withMessage("Nothing further forward"));
    return PostOpening.goTo(
        model, forward.getLast(), model.navigation().goForward(screen.location()));
  }

  /** The post after this one in the list, or before it; it is selected in the list too. */
  private Step openNeighbour(int step) {
    int at = model.posts().indexOf(screen.entry());
    int last = model.posts().shown().size() - 1;
    if (at < 0) return Step.of(model.withMessage("This post is not in the list"));
    if (step > 0 && at == last)
      return Step.of(model.withMessage("This is the last post of the list"));
    if (step < 0 && at == 0)
      return Step.of(model.withMessage("This is the first post of the list"));
    int to = Math.clamp(at + (long) step, 0, last);
    return PostOpening.requestPost(
        model.withSelected(to),
        model.posts().shown().get(to),
        OpenTarget.LAST_POSITION,
        model.navigation().leave(screen.location()));
  }

  private Model toggleCodeWrap() {
    boolean wrap = !model.preferences().wrapCode();
    String right = model.keymap().firstKeyLabel(ReaderCommand.SCROLL_RIGHT);
    return PageScroll.relayout(model.withPreferences(model.preferences().withWrapCode(wrap)))
        .withMessage(
            wrap
                ? "Long lines of code are wrapped"
                : "Long lines of code are not wrapped; " + right + " shows the rest");
  }

  private Model scrollRight() {
    if (model.preferences().wrapCode()) return model;
    int widest = 0;
    for (Line line : screen.visibleLines(pageRows())) widest = Math.max(widest, line.width());
    int most = Math.max(0, widest - PageScroll.columns(model));
    if (screen.scrollColumn() >= most) return model;
    return model.withReader(
        screen.withScrollColumn(Math.min(most, screen.scrollColumn() + SCROLL_COLUMNS)));
  }

  private Model scrollLeft() {
    return model.withReader(
        screen.withScrollColumn(Math.max(0, screen.scrollColumn() - SCROLL_COLUMNS)));
  }

  private Model changeWidth(int step) {
    int now = PageScroll.columns(model);
    int fits = model.metrics().pageColumns(Math.max(Math.min(MIN_WIDTH, now), now + step));
    if (fits == now)
      return model.withMessage(step > 0 ? "As wide as the screen" : "As narrow as it gets");
    return PageScroll.relayout(model.withPreferences(model.preferences().withWidth(fits)))
        .withMessage(fits + " columns");
  }

  /** One thing back: the search, the focus, the link that was followed, the post. */
  @Override
  public Step back() {
    if (screen.search() != null) return Step.of(model.withReader(screen.withSearch(null)));
    if (screen.focusIndex() >= 0) return Step.of(model.withReader(screen.withFocus(-1)));
    return model.navigation().back().isEmpty() ? close() : goBack();
  }

  /** Back to the list, with the post that was read selected. */
  @Override
  public Step close() {
    Model saved = ProgressUpdate.savePosition(model);
    return Step.of(
        saved.pop().withPendingOpen(null, saved.lastRequestId()).withSelected(screen.entry()));
  }

  @Override
  public @Nullable Step type(Key key) {
    SearchState search = screen.typedSearch();
    if (search == null) return null;
    Prompt prompt = search.prompt();
    return switch (key.name()) {
      case "Enter" -> Step.of(SearchUpdate.accept(model, screen, search));
      case "Backspace" ->
          Step.of(
              prompt.text().isEmpty()
                  ? SearchUpdate.cancel(model, screen, search)
                  : SearchUpdate.search(model, screen, search, prompt.handleKey(key, List.of())));
      default ->
          PromptKeys.cancels(model, key)
              ? Step.of(SearchUpdate.cancel(model, screen, search))
              : PromptKeys.isCommand(model, key)
                  ? null
                  : Step.of(
                      SearchUpdate.search(
                          model,
                          screen,
                          search,
                          prompt.handleKey(key, model.history().searches())));
    };
  }

  @Override
  public Step edit() {
    int requestId = model.lastRequestId() + 1;
    Model.PendingOpen pending = new Model.PendingOpen(requestId, model.navigation());
    int line = Math.max(1, screen.page().sourceLine(screen.top()));
    ReadingPosition position = screen.page().positionOf(screen.top());
    return Step.of(
        model.withPendingOpen(pending, requestId),
        new Effect.Edit(screen.entry(), line, position, requestId));
  }

  @Override
  public Step paste(String text) {
    SearchState typed = screen.typedSearch();
    SearchState search = typed != null ? typed : SearchUpdate.begin(screen);
    return Step.of(SearchUpdate.search(model, screen, search, search.prompt().insert(text)));
  }

  /** Follows the link, or folds the details, of an index. */
  @Override
  public @Nullable Step activate(int index) {
    List<FocusTarget> targets = screen.focusTargets();
    if (index < 0 || index >= targets.size()) return null;
    return LinkNavigation.activate(model, screen, targets.get(index));
  }

  @Override
  public @Nullable Step click(int row, int column) {
    int pageRow = screen.top() + row;
    if (row >= pageRows() || pageRow >= screen.page().lines().size()) return null;
    int indent = model.metrics().pageIndent(PageScroll.columns(model));
    String text = screen.page().lines().get(pageRow).text();
    int at = column < indent ? -1 : DisplayWidth.indexAtWidth(text, column - indent);
    List<FocusTarget> targets = screen.focusTargets();
    for (int i = 0; i < targets.size(); i++) {
      if (targets.get(i).contains(pageRow, at))
        return LinkNavigation.activate(model, screen.withFocus(i), targets.get(i));
    }
    return null;
  }

  @Override
  public Model settle() {
    return model;
  }
}
