package lectern.ui.view;

import java.util.ArrayList;
import java.util.List;
import lectern.layout.Page;
import lectern.text.DisplayWidth;
import lectern.text.Line;
import lectern.text.Role;
import lectern.text.Span;
import lectern.ui.CommonCommand;
import lectern.ui.DisplayText;
import lectern.ui.FocusTarget;
import lectern.ui.Frame;
import lectern.ui.Model;
import lectern.ui.ReaderScreen;
import lectern.ui.ScreenMetrics;
import lectern.ui.SearchState;

/** An open post: its page in the middle, and the position in words. */
final class ReaderView {
  private ReaderView() {}

  static Frame draw(Model model, ReaderScreen reader) {
    ScreenMetrics metrics = model.metrics();
    int columns = metrics.pageColumns(model.preferences().width());
    List<Span> margin = List.of(Span.of(RowBuilder.spaces(metrics.pageIndent(columns))));
    List<Line> lines = new ArrayList<>(model.size().rows());
    for (Line row : highlight(reader, reader.visibleLines(metrics.pageRows())))
      lines.add(indentAndClip(row, margin, columns, reader, model));
    while (lines.size() < metrics.pageRows()) lines.add(Line.EMPTY);
    SearchState typed = reader.typedSearch();
    if (typed != null)
      return Chrome.withPrompt(model, lines, "/", typed.prompt(), matchPosition(typed));
    lines.add(statusLine(model, reader));
    return Frame.of(lines);
  }

  private static Line indentAndClip(
      Line row, List<Span> margin, int columns, ReaderScreen reader, Model model) {
    if (row.spans().isEmpty()) return Line.EMPTY;
    boolean wide = row.width() > columns;
    Line shown =
        wide ? LineSlices.scrollSideways(row, reader.scrollColumn(), columns, model.glyphs()) : row;
    return margin.getFirst().text().isEmpty() ? shown : shown.withPrefix(margin);
  }

  /** The rows with matches and focus highlighted. */
  private static List<Line> highlight(ReaderScreen reader, List<Line> rows) {
    List<Line> highlighted = new ArrayList<>(rows);
    if (reader.search() != null) highlightMatches(reader, reader.search(), highlighted);
    FocusTarget focused = reader.focusedTarget();
    if (focused != null) highlightRanges(highlighted, focused.ranges(), reader.top(), Role.FOCUS);
    return highlighted;
  }

  private static void highlightMatches(
      ReaderScreen reader, SearchState search, List<Line> highlighted) {
    List<Page.Match> matches = search.matches();
    int end = reader.top() + highlighted.size();
    for (int i = firstVisibleMatch(matches, reader.top()); i < matches.size(); i++) {
      if (matches.get(i).row() >= end) break;
      Role role = i == search.currentIndex() ? Role.MATCH_CURRENT : Role.MATCH;
      highlightRanges(highlighted, matches.get(i).ranges(), reader.top(), role);
    }
  }

  /** Index of the first match that may reach into the rows in view. */
  private static int firstVisibleMatch(List<Page.Match> matches, int top) {
    int low = 0;
    int high = matches.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (matches.get(middle).ranges().getLast().row() < top) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private static void highlightRanges(
      List<Line> lines, List<Page.RowRange> ranges, int top, Role role) {
    for (Page.RowRange range : ranges) {
      int row = range.row() - top;
      if (row < 0 || row >= lines.size()) continue;
      lines.set(row, LineSlices.addRole(lines.get(row), range.from(), range.to(), role));
    }
  }

  private static String matchPosition(SearchState search) {
    if (search.query().isEmpty()) return "";
    return search.matches().isEmpty()
        ? "not found"
        : (search.currentIndex() + 1) + " of " + search.matches().size();
  }

  /** Title, section, how far, how long still; or a message in place of the first two. */
  private static Line statusLine(Model model, ReaderScreen reader) {
    int columns = model.size().columns();
    String gap = columns >= 60 ? "  " + model.glyphs().separator() + "  " : "  ";
    RowBuilder row = new RowBuilder(columns - 1, model.glyphs().ellipsis()).addLeft(" ");
    String help =
        columns >= 72
            ? gap
                + model.keymap().firstKeyLabel(CommonCommand.HELP)
                + " "
                + CommonCommand.HELP.hint()
            : "";
    String far = progressLabel(model, reader, gap) + help;
    String pending =
        reader.focusIndex() >= 0 && !model.message().isEmpty() ? "" : Chrome.pendingInput(model);
    // a message goes before the position, which is shown again at the next key
    if (pending.isEmpty() && DisplayWidth.of(model.message()) > columns - 3 - DisplayWidth.of(far))
      far = "";
    if (!pending.isEmpty()) row.addLeft(pending, Role.PROMPT);
    else if (!model.message().isEmpty()) row.addLeft(model.message(), Role.CHROME);
    else addLocation(model, reader, row, columns - 3 - DisplayWidth.of(far), gap);
    return row.addRight(far, Role.META).build();
  }

  private static void addLocation(
      Model model, ReaderScreen reader, RowBuilder row, int room, String gap) {
    String title = reader.entry().title();
    String ellipsis = model.glyphs().ellipsis();
    int most = room - DisplayWidth.of(gap) - Math.min(DisplayWidth.of(title), room / 3);
    String section = sectionLabel(reader, most, ellipsis);
    int forTitle =
        section.isEmpty() ? room : room - DisplayWidth.of(gap) - DisplayWidth.of(section);
    row.addLeft(DisplayWidth.truncate(title, Math.max(1, forTitle), ellipsis), Role.CHROME);
    if (!section.isEmpty()) row.addLeft(gap + section, Role.CHROME);
  }

  /**
   * Where the reader is, in words; the heading gives way to the numbers. Empty when there is no
   * room.
   */
  private static String sectionLabel(ReaderScreen reader, int room, String ellipsis) {
    String words;
    String heading = "";
    int at = reader.headingIndex();
    int total = reader.headings().size();
    if (reader.search() != null) {
      words = "“" + reader.search().query() + "” " + matchPosition(reader.search());
    } else if (at < 0) {
      words = total == 0 ? "" : DisplayText.pluralize(total, "section");
    } else {
      words = "section " + (at + 1) + " of " + total;
      int left = room - DisplayWidth.of(words) - 2;
      if (left >= 6)
        heading = DisplayWidth.truncate(reader.headings().get(at).title(), left, ellipsis) + ", ";
    }
    return DisplayWidth.of(words) > room ? "" : heading + words;
  }

  private static String progressLabel(Model model, ReaderScreen reader, String gap) {
    int percent = reader.percentRead(model.metrics().pageRows());
    if (reader.lastTop(model.metrics().pageRows()) == 0)
      return model.size().columns() < 40 ? "all" : "all of it";
    String far = RowBuilder.spaces(percent < 10 ? 2 : percent < 100 ? 1 : 0) + percent + " %";
    if (model.size().columns() < 48) return far;
    int minutes = reader.entry().readingMinutes();
    int left = (int) Math.ceil(minutes * (100 - percent) / 100.0);
    String still = percent >= 100 ? "the end" : left + " min left";
    return far + gap + RowBuilder.spaces(10 - still.length()) + still;
  }
}
