package lectern.ui;

import java.util.List;
import lectern.layout.Page;

/** Search in the post that is open. */
final class SearchUpdate {
  private SearchUpdate() {}

  static Screen.ReaderScreen begin(Screen.ReaderScreen reader) {
    SearchState earlier = reader.find();
    return reader.find(new SearchState(Prompt.EMPTY, true, List.of(), -1, reader.top(), earlier));
  }

  static Model typed(Model app, Screen.ReaderScreen reader, Prompt prompt) {
    SearchState find = reader.find().typed(prompt, reader.page());
    if (find.current() < 0) return PostOpening.to(app, reader.find(find), find.origin());
    return PostOpening.to(app, reader.find(find), rowFor(app, reader.top(find.origin()), find));
  }

  static Model accepted(Model app, Screen.ReaderScreen reader) {
    SearchState find = reader.find();
    if (find.words().isEmpty()) return repeated(app, reader);
    Model kept = app.memory(app.memory().searched(find.words()));
    if (find.hits().isEmpty()) {
      Model back = PostOpening.to(kept, reader.find(find.earlier()), find.origin());
      return back.message("“" + find.words() + "” is not in this post");
    }
    return kept.reader(reader.find(find.done()));
  }

  /** Enter on nothing typed: the search before, again, as in less. */
  private static Model repeated(Model app, Screen.ReaderScreen reader) {
    Model closed = app.reader(reader.find(reader.find().earlier()));
    List<String> searches = app.memory().searches();
    if (reader.find().earlier() != null) return next(closed, closed.reader(), 1);
    if (searches.isEmpty()) return closed;
    Screen.ReaderScreen again = begin(closed.reader());
    Model typed = typed(closed, again, Prompt.of(searches.getLast()));
    return accepted(typed, typed.reader());
  }

  /** Esc: back to where the search began. */
  static Model cancelled(Model app, Screen.ReaderScreen reader) {
    SearchState find = reader.find();
    return PostOpening.to(app, reader.find(find.earlier()), find.origin());
  }

  /** To the next hit, or the one before; beyond the last it goes on with the first, and says so. */
  static Model next(Model app, Screen.ReaderScreen reader, int step) {
    SearchState find = reader.find();
    if (find == null) return again(app, reader, step);
    int total = find.hits().size();
    if (total == 0) return app.message("“" + find.words() + "” is not in this post");
    int hit = Math.floorMod(find.current() + step, total);
    boolean wrapped = step > 0 ? hit <= find.current() : hit >= find.current();
    SearchState moved = find.at(hit);
    Model next = PostOpening.to(app, reader.find(moved), rowFor(app, reader, moved));
    if (!wrapped) return next;
    if (total == 1) return next.message("The only hit");
    return next.message(step > 0 ? "Went on from the start" : "Went on from the end");
  }

  /** n without a search: the last words searched for, from here. */
  private static Model again(Model app, Screen.ReaderScreen reader, int step) {
    List<String> searches = app.memory().searches();
    if (searches.isEmpty()) {
      return app.message(app.keymap().key(Command.SEARCH) + " searches");
    }
    Model typed = typed(app, begin(reader), Prompt.of(searches.getLast()));
    Model done = accepted(typed, typed.reader());
    return step > 0 || done.reader().find() == null ? done : next(done, done.reader(), -1);
  }

  /** The top row from which the current hit is seen: the same one, where it is in view already. */
  private static int rowFor(Model app, Screen.ReaderScreen reader, SearchState find) {
    Page.Match hit = find.hits().get(find.current());
    int rows = new ScreenMetrics(app.size()).pageRows();
    int row = hit.row();
    if (row >= reader.top() && row < reader.top() + rows) return reader.top();
    int most = Math.max(0, Math.max(PostOpening.lastTop(app, reader), row - rows + 1));
    return ScreenMetrics.clamp(row - rows / 3, most);
  }
}
