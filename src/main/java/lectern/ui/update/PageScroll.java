package lectern.ui.update;

import java.util.Set;
import lectern.layout.Layout;
import lectern.layout.Page;
import lectern.layout.ReadingPosition;
import lectern.links.FragmentIndex;
import lectern.markdown.Document;
import lectern.text.PercentEncoding;
import lectern.ui.LoadedPost;
import lectern.ui.Model;
import lectern.ui.ReaderScreen;

/** Lays the open post out, and scrolls it. */
public final class PageScroll {
  private PageScroll() {}

  /** With a row at the top of the screen, even where the page then ends above the bottom. */
  public static Model scrollTo(Model model, ReaderScreen reader, int row) {
    int last = Math.max(0, reader.page().lines().size() - 1);
    return withTop(model, reader, Math.clamp(row, 0, last));
  }

  /** Scrolls; the end of the page does not leave the bottom of the screen. */
  static Model scrollBy(Model model, ReaderScreen reader, int rows) {
    int last = reader.lastTop(model.metrics().pageRows());
    int most = Math.max(last, rows > 0 ? reader.top() : 0);
    if (rows > 0 && reader.top() >= most) return model;
    return withTop(model, reader, Math.clamp(reader.top() + (long) rows, 0, most));
  }

  private static Model withTop(Model model, ReaderScreen reader, int row) {
    boolean same = row == reader.top() && reader == model.reader();
    return same ? model : model.withReader(reader.withTop(row)).withDirty(true);
  }

  /** To a heading or a footnote; only a message when the page has none of that id. */
  static Model scrollToFragment(Model model, ReaderScreen reader, String id) {
    if (id.isEmpty() || id.equals("top")) return scrollTo(model, reader, 0);
    int row = reader.page().rowOf(id);
    if (row < 0) row = reader.page().rowOf(PercentEncoding.decode(id));
    if (row < 0) row = rowOfHeading(reader, id);
    if (row < 0) return model.withMessage("There is no section “" + id + "” in this post");
    return scrollTo(model, reader, row);
  }

  /** The row of the heading that other generators give that id; -1 for none. */
  private static int rowOfHeading(ReaderScreen reader, String fragment) {
    String name = FragmentIndex.normalize(fragment);
    for (Page.HeadingRow heading : reader.headings()) {
      boolean named =
          name.equals(FragmentIndex.normalize(heading.id()))
              || name.equals(FragmentIndex.normalize(heading.title()));
      if (named && !name.isEmpty()) return heading.row();
    }
    return -1;
  }

  /** Columns of the page. */
  static int columns(Model model) {
    return model.metrics().pageColumns(model.preferences().width());
  }

  static Page layOut(Model model, LoadedPost post, Document document, Set<Integer> toggledDetails) {
    boolean wrap = model.preferences().wrapCode();
    return Layout.of(
        post.header(),
        document,
        new Layout.Options(columns(model), model.glyphs(), false, false, wrap, toggledDetails));
  }

  /** The page after a change of size or looks; the same block stays at the top. */
  static Model relayout(Model model) {
    ReaderScreen reader = model.reader();
    return reader == null ? model : relayout(model, reader, reader.content().toggledDetails());
  }

  static Model relayout(Model model, ReaderScreen reader, Set<Integer> toggledDetails) {
    ReadingPosition position = reader.page().positionOf(reader.top());
    Page page = layOut(model, reader.content().post(), reader.content().document(), toggledDetails);
    int row = reader.top() == 0 ? 0 : page.rowOf(position);
    ReaderScreen next =
        reader
            .withPage(page, toggledDetails)
            .withTop(Math.clamp(row, 0, Math.max(0, page.lines().size() - 1)));
    if (reader.search() != null) next = next.withSearch(reader.search().rerunOn(page));
    return model.withReader(next);
  }
}
