package lectern.ui;

import java.util.List;
import java.util.Set;
import lectern.layout.Page;
import lectern.markdown.Document;
import lectern.post.Entry;
import lectern.text.Line;
import org.jspecify.annotations.Nullable;

/**
 * An open post.
 *
 * @param top the row of the page at the top of the screen
 * @param scrollColumn columns that wide rows of code are scrolled to the right
 * @param focusIndex index of the focused one of {@link #focusTargets}; -1 for none
 */
public record ReaderScreen(
    Content content, int top, int scrollColumn, int focusIndex, @Nullable SearchState search)
    implements Screen {
  /**
   * The open post and its layout.
   *
   * @param document what is laid out: the post, and what to read next
   * @param toggledDetails numbers of the details that differ from what the source says
   * @param headings of the page, asked for once
   */
  public record Content(
      LoadedPost post,
      Document document,
      Set<Integer> toggledDetails,
      Page page,
      List<Page.HeadingRow> headings) {}

  public static ReaderScreen of(LoadedPost post, Document document, Page page) {
    Content content = new Content(post, document, Set.of(), page, page.headings());
    return new ReaderScreen(content, 0, 0, -1, null);
  }

  @Override
  public KeyContext keyContext() {
    return KeyContext.READER;
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.reader(this);
  }

  public Entry entry() {
    return content.post().entry();
  }

  public Page page() {
    return content.page();
  }

  public List<Page.HeadingRow> headings() {
    return content.headings();
  }

  public ReaderScreen withTop(int row) {
    return row == top ? this : new ReaderScreen(content, row, scrollColumn, focusIndex, search);
  }

  public ReaderScreen withScrollColumn(int column) {
    return new ReaderScreen(content, top, column, focusIndex, search);
  }

  /** With this target focused; without focus if the index is out of range. */
  public ReaderScreen withFocus(int index) {
    int focus = index < 0 || index >= focusTargets().size() ? -1 : index;
    return new ReaderScreen(content, top, scrollColumn, focus, search);
  }

  public ReaderScreen withSearch(@Nullable SearchState next) {
    return new ReaderScreen(content, top, scrollColumn, focusIndex, next);
  }

  /** With the page laid out anew. */
  public ReaderScreen withPage(Page page, Set<Integer> toggledDetails) {
    Content next =
        new Content(content.post(), content.document(), toggledDetails, page, page.headings());
    return new ReaderScreen(next, top, 0, focusIndex, search).withFocus(focusIndex);
  }

  public List<FocusTarget> focusTargets() {
    return FocusTarget.findAll(page());
  }

  public @Nullable FocusTarget focusedTarget() {
    return focusIndex < 0 ? null : focusTargets().get(focusIndex);
  }

  public NavigationHistory.Location location() {
    return new NavigationHistory.Location(entry().key(), page().positionOf(top), focusIndex);
  }

  /** The search while its words are typed. */
  public @Nullable SearchState typedSearch() {
    return search != null && search.typing() ? search : null;
  }

  public List<Line> visibleLines(int pageRows) {
    List<Line> all = page().lines();
    int from = Math.min(top, all.size());
    return all.subList(from, Math.min(all.size(), from + pageRows));
  }

  /** The row at the top of the screen when the last one is at its bottom. */
  public int lastTop(int pageRows) {
    return Math.max(0, page().lines().size() - pageRows);
  }

  /** How far the post is read, 0 to 100. */
  public int percentRead(int pageRows) {
    int last = lastTop(pageRows);
    return last == 0 ? 100 : Math.min(100, (int) (top * 100L / last));
  }

  /** Index of the heading above the top row; -1 above the first. */
  public int headingIndex() {
    int low = 0;
    int high = headings().size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (headings().get(middle).row() <= top) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}
