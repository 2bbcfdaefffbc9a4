package lectern.ui.update;

import java.util.List;
import lectern.layout.Page;
import lectern.ui.Command;
import lectern.ui.Model;
import lectern.ui.Prompt;
import lectern.ui.Screen;
import lectern.ui.ScreenMetrics;
import lectern.ui.SearchState;

/** Search in the post that is open. */
public final class SearchUpdate {
  private SearchUpdate() {}

  public static Screen.ReaderScreen begin(Screen.ReaderScreen reader) {
    SearchState earlier = reader.search();
    return reader.search(new SearchState(Prompt.EMPTY, true, List.of(), -1, reader.top(), earlier));
  }

  public static Model search(Model app, Screen.ReaderScreen reader, Prompt prompt) {
    SearchState find = reader.search().withPrompt(prompt, reader.page());
    if (find.currentIndex() < 0)
      return PostOpening.scrollTo(app, reader.search(find), find.originRow());
    return PostOpening.scrollTo(
        app, reader.search(find), topRowFor(app, reader.top(find.originRow()), find));
  }

  public static Model accept(Model app, Screen.ReaderScreen reader) {
    SearchState find = reader.search();
    if (find.query().isEmpty()) return repeatPrevious(app, reader);
    Model kept = app.history(app.history().withSearch(find.query()));
    if (find.matches().isEmpty()) {
      Model back = PostOpening.scrollTo(kept, reader.search(find.previous()), find.originRow());
      return back.message("“" + find.query() + "” is not in this post");
    }
    return kept.readerScreen(reader.search(find.finishTyping()));
  }

  /** Enter on nothing typed: the search before, again, as in less. */
  private static Model repeatPrevious(Model app, Screen.ReaderScreen reader) {
    Model closed = app.readerScreen(reader.search(reader.search().previous()));
    List<String> searches = app.history().searches();
    if (reader.search().previous() != null) return goToMatch(closed, closed.readerScreen(), 1);
    if (searches.isEmpty()) return closed;
    Screen.ReaderScreen again = begin(closed.readerScreen());
    Model typed = search(closed, again, Prompt.of(searches.getLast()));
    return accept(typed, typed.readerScreen());
  }

  /** Esc: back to where the search began. */
  static Model cancel(Model app, Screen.ReaderScreen reader) {
    SearchState find = reader.search();
    return PostOpening.scrollTo(app, reader.search(find.previous()), find.originRow());
  }

  /** To the next hit, or the one before; beyond the last it goes on with the first, and says so. */
  static Model goToMatch(Model app, Screen.ReaderScreen reader, int step) {
    SearchState find = reader.search();
    if (find == null) return searchAgain(app, reader, step);
    int total = find.matches().size();
    if (total == 0) return app.message("“" + find.query() + "” is not in this post");
    int hit = Math.floorMod(find.currentIndex() + step, total);
    boolean wrapped = step > 0 ? hit <= find.currentIndex() : hit >= find.currentIndex();
    SearchState moved = find.withCurrentIndex(hit);
    Model next = PostOpening.scrollTo(app, reader.search(moved), topRowFor(app, reader, moved));
    if (!wrapped) return next;
    if (total == 1) return next.message("The only hit");
    return next.message(step > 0 ? "Went on from the start" : "Went on from the end");
  }

  /** n without a search: the last words searched for, from here. */
  private static Model searchAgain(Model app, Screen.ReaderScreen reader, int step) {
    List<String> searches = app.history().searches();
    if (searches.isEmpty()) {
      return app.message(app.keymap().firstKeyLabel(Command.SEARCH) + " searches");
    }
    Model typed = search(app, begin(reader), Prompt.of(searches.getLast()));
    Model done = accept(typed, typed.readerScreen());
    return step > 0 || done.readerScreen().search() == null
        ? done
        : goToMatch(done, done.readerScreen(), -1);
  }

  /** The top row from which the current hit is seen: the same one, where it is in view already. */
  private static int topRowFor(Model app, Screen.ReaderScreen reader, SearchState find) {
    Page.Match hit = find.matches().get(find.currentIndex());
    int rows = new ScreenMetrics(app.size()).pageRows();
    int row = hit.row();
    if (row >= reader.top() && row < reader.top() + rows) return reader.top();
    int most = Math.max(0, Math.max(PostOpening.lastTop(app, reader), row - rows + 1));
    return ScreenMetrics.clamp(row - rows / 3, most);
  }
}
