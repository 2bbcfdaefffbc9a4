package lectern.ui.update;

import java.util.List;
import lectern.ui.Model;
import lectern.ui.Prompt;
import lectern.ui.ReaderCommand;
import lectern.ui.ReaderScreen;
import lectern.ui.SearchState;

/** Search in the open post. */
public final class SearchUpdate {
  private SearchUpdate() {}

  /** A search in which nothing is typed yet. */
  static SearchState begin(ReaderScreen reader) {
    return new SearchState(Prompt.EMPTY, true, List.of(), -1, reader.top(), reader.search());
  }

  /** Searches for words as if they had been typed, with the match at the top of the screen. */
  public static Model find(Model model, ReaderScreen reader, String words) {
    Model found = searchFor(model, reader, words);
    SearchState search = found.openReader().search();
    if (search == null || search.currentIndex() < 0) return found;
    return PageScroll.scrollTo(found, found.openReader(), search.currentMatch().row());
  }

  private static Model searchFor(Model model, ReaderScreen reader, String words) {
    SearchState search = begin(reader).withPrompt(Prompt.of(words), reader.page());
    Model typed = show(model, reader, search);
    return accept(typed, typed.openReader(), search);
  }

  /** With other words typed. */
  static Model search(Model model, ReaderScreen reader, SearchState search, Prompt prompt) {
    return show(model, reader, search.withPrompt(prompt, reader.page()));
  }

  /** With the first match from where the search began in view. */
  private static Model show(Model model, ReaderScreen reader, SearchState search) {
    int origin = search.originRow();
    return PageScroll.scrollTo(
        model,
        reader.withSearch(search),
        search.currentIndex() < 0 ? origin : topRowFor(model, reader.withTop(origin), search));
  }

  /** Enter: the words are typed. */
  static Model accept(Model model, ReaderScreen reader, SearchState search) {
    if (search.query().isEmpty()) return repeatPrevious(model, reader, search);
    Model saved = model.withHistory(model.history().withSearch(search.query()));
    if (search.matches().isEmpty())
      return cancel(saved, reader, search).withMessage(notFound(search));
    return saved.withReader(reader.withSearch(search.finishTyping()));
  }

  private static String notFound(SearchState search) {
    return "“" + search.query() + "” is not in this post";
  }

  /** Enter on nothing typed: the search before, again, as in less. */
  private static Model repeatPrevious(Model model, ReaderScreen reader, SearchState search) {
    ReaderScreen closed = reader.withSearch(search.previous());
    Model before = model.withReader(closed);
    if (closed.search() != null) return goToMatch(before, closed, 1);
    List<String> searches = model.history().searches();
    return searches.isEmpty() ? before : searchFor(before, closed, searches.getLast());
  }

  /** Esc: back to where the search began. */
  static Model cancel(Model model, ReaderScreen reader, SearchState search) {
    return PageScroll.scrollTo(model, reader.withSearch(search.previous()), search.originRow());
  }

  /** To the next or previous match; wraps around at the ends, with a message. */
  static Model goToMatch(Model model, ReaderScreen reader, int step) {
    SearchState search = reader.search();
    if (search == null) return searchAgain(model, reader, step);
    int total = search.matches().size();
    if (total == 0) return model.withMessage(notFound(search));
    int current = search.currentIndex();
    int index = Math.floorMod(current + step, total);
    SearchState moved = search.withCurrentIndex(index);
    int row = topRowFor(model, reader, moved);
    Model next = PageScroll.scrollTo(model, reader.withSearch(moved), row);
    if (step > 0 ? index > current : index < current) return next;
    if (total == 1) return next.withMessage("The only hit");
    return next.withMessage(step > 0 ? "Went on from the start" : "Went on from the end");
  }

  /** n without a search: the last words searched for, from here. */
  private static Model searchAgain(Model model, ReaderScreen reader, int step) {
    List<String> searches = model.history().searches();
    if (searches.isEmpty())
      return model.withMessage(model.keymap().firstKeyLabel(ReaderCommand.SEARCH) + " searches");
    Model found = searchFor(model, reader, searches.getLast());
    return step > 0 || found.openReader().search() == null
        ? found
        : goToMatch(found, found.openReader(), -1);
  }

  /** The top row from which the current match is seen: the same one, if it is in view already. */
  private static int topRowFor(Model model, ReaderScreen reader, SearchState search) {
    int rows = model.metrics().pageRows();
    int row = search.currentMatch().row();
    if (row >= reader.top() && row < reader.top() + rows) return reader.top();
    int most = Math.max(reader.lastTop(rows), row - rows + 1);
    return Math.clamp(row - rows / 3L, 0, Math.max(0, most));
  }
}
