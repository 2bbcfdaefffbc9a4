package lectern.ui;

import java.util.List;
import lectern.layout.Page;
import org.jspecify.annotations.Nullable;

/**
 * A search in a page.
 *
 * @param prompt the words, as they are typed
 * @param typing whether they still are
 * @param matches from top to bottom
 * @param currentIndex index of the current match; -1 without matches
 * @param originRow the row that was at the top when the search began
 * @param previous the search before this one, to come back to
 */
public record SearchState(
    Prompt prompt,
    boolean typing,
    List<Page.Match> matches,
    int currentIndex,
    int originRow,
    @Nullable SearchState previous) {
  public String query() {
    return prompt.text();
  }

  /** The current match; there must be one. */
  public Page.Match currentMatch() {
    return matches.get(currentIndex);
  }

  public SearchState withCurrentIndex(int index) {
    return new SearchState(prompt, typing, matches, index, originRow, previous);
  }

  public SearchState finishTyping() {
    return new SearchState(prompt, false, matches, currentIndex, originRow, null);
  }

  /** With the matches of a page; the current one stays where its number allows. */
  public SearchState rerunOn(Page page) {
    if (query().isEmpty())
      return new SearchState(prompt, typing, List.of(), -1, originRow, previous);
    List<Page.Match> found = page.find(query());
    return new SearchState(
        prompt, typing, found, Math.min(currentIndex, found.size() - 1), originRow, previous);
  }

  /** With other words. The first match from the origin on is the current one. */
  public SearchState withPrompt(Prompt next, Page page) {
    if (next.text().equals(query()))
      return new SearchState(next, typing, matches, currentIndex, originRow, previous);
    List<Page.Match> found = next.text().isEmpty() ? List.of() : page.find(next.text());
    return new SearchState(
        next, typing, found, firstMatchFrom(found, originRow), originRow, previous);
  }

  private static int firstMatchFrom(List<Page.Match> matches, int row) {
    for (int i = 0; i < matches.size(); i++) if (matches.get(i).row() >= row) return i;
    return matches.isEmpty() ? -1 : 0;
  }
}
