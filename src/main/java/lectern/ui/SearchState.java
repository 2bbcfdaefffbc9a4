package lectern.ui;

import java.util.List;
import lectern.layout.Page;

/**
 * A search in a page.
 *
 * @param prompt the words, as they are typed
 * @param typing whether they still are
 * @param hits from top to bottom
 * @param current index of the hit the reader stands on; -1 without hits
 * @param origin the row that was at the top when the search began
 * @param earlier the search before this one, to come back to; null for none
 */
record SearchState(
    Prompt prompt, boolean typing, List<Page.Match> hits, int current, int origin, SearchState earlier) {
  String words() {
    return prompt.text();
  }

  SearchState at(int hit) {
    return new SearchState(prompt, typing, hits, hit, origin, earlier);
  }

  SearchState done() {
    return new SearchState(prompt, false, hits, current, origin, null);
  }

  /** With the hits of a page; the current one stays where its number allows. */
  SearchState in(Page page) {
    if (words().isEmpty()) return new SearchState(prompt, typing, List.of(), -1, origin, earlier);
    List<Page.Match> found = page.find(words());
    return new SearchState(prompt, typing, found, Math.min(current, found.size() - 1), origin, earlier);
  }

  /** With other words. The first hit from the origin on is the current one. */
  SearchState typed(Prompt next, Page page) {
    if (next.text().equals(words())) return new SearchState(next, typing, hits, current, origin, earlier);
    List<Page.Match> found = next.text().isEmpty() ? List.of() : page.find(next.text());
    return new SearchState(next, typing, found, from(found, origin), origin, earlier);
  }

  private static int from(List<Page.Match> hits, int row) {
    for (int i = 0; i < hits.size(); i++) if (hits.get(i).row() >= row) return i;
    return hits.isEmpty() ? -1 : 0;
  }
}
