package lectern.ui.view;

import java.util.ArrayList;
import java.util.List;
import lectern.layout.Page;
import lectern.text.DisplayWidth;
import lectern.text.Line;
import lectern.text.Role;
import lectern.text.Span;
import lectern.ui.Command;
import lectern.ui.FocusTarget;
import lectern.ui.Frame;
import lectern.ui.Model;
import lectern.ui.Phrases;
import lectern.ui.Screen;
import lectern.ui.ScreenMetrics;
import lectern.ui.SearchState;
import lectern.ui.update.PostOpening;

/** A post being read: its page in the middle, and its place in words. */
public final class ReaderView {
  private ReaderView() {}

  public static Frame draw(Model app, Screen.ReaderScreen reader) {
    ScreenMetrics geometry = new ScreenMetrics(app.size());
    int columns = geometry.pageColumns(app.preferences().width());
    List<Span> margin = List.of(Span.of(RowBuilder.spaces(geometry.pageIndent(columns))));
    List<Line> lines = new ArrayList<>(app.size().rows());
    List<Line> rows = highlight(app, reader, visibleLines(app, reader));
    for (Line row : rows) lines.add(indentAndClip(row, margin, columns, reader, app));
    while (lines.size() < geometry.pageRows()) lines.add(Line.EMPTY);
    boolean typing = reader.search() != null && reader.search().typing();
    lines.add(
        typing
            ? Chrome.promptLine(app, "/", reader.search().prompt(), matchPosition(reader))
            : statusLine(app, reader));
    if (!typing) return Frame.of(lines);
    return new Frame(
        lines,
        lines.size() - 1,
        Chrome.cursorColumn(app, "/", reader.search().prompt(), matchPosition(reader)));
  }

  public static List<Line> visibleLines(Model app, Screen.ReaderScreen reader) {
    List<Line> all = reader.page().lines();
    int from = Math.min(reader.top(), all.size());
    return all.subList(from, Math.min(all.size(), from + new ScreenMetrics(app.size()).pageRows()));
  }

  private static Line indentAndClip(
      Line row, List<Span> margin, int columns, Screen.ReaderScreen reader, Model app) {
    if (row.spans().isEmpty()) return Line.EMPTY;
    boolean wide = row.width() > columns;
    Line shown =
        wide
            ? LineSlices.scrollSideways(
                row, reader.scrollColumn(), columns, app.preferences().glyphs())
            : row;
    return margin.getFirst().text().isEmpty() ? shown : shown.withPrefix(margin);
  }

  /** The rows with search hits and the focused link lit. */
  private static List<Line> highlight(Model app, Screen.ReaderScreen reader, List<Line> rows) {
    List<Line> lit = new ArrayList<>(rows);
    SearchState find = reader.search();
    if (find != null) {
      for (int i = firstVisibleMatch(find.matches(), reader.top());
          i < find.matches().size();
          i++) {
        Page.Match hit = find.matches().get(i);
        if (hit.row() >= reader.top() + rows.size()) break;
        highlightPieces(
            lit,
            hit.ranges(),
            reader.top(),
            i == find.currentIndex() ? Role.MATCH_CURRENT : Role.MATCH);
      }
    }
    if (reader.focusIndex() >= 0) highlightFocus(reader, lit);
    return lit;
  }

  /** The first hit that may reach into the page shown. */
  private static int firstVisibleMatch(List<Page.Match> hits, int top) {
    int low = 0;
    int high = hits.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (hits.get(middle).ranges().getLast().row() < top) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private static void highlightFocus(Screen.ReaderScreen reader, List<Line> lit) {
    List<FocusTarget> stops = FocusTarget.findAll(reader.page());
    if (reader.focusIndex() >= stops.size()) return;
    switch (stops.get(reader.focusIndex())) {
      case FocusTarget.LinkTarget link ->
          highlightPieces(lit, link.link().ranges(), reader.top(), Role.FOCUS);
      case FocusTarget.DetailsTarget fold -> {
        int row = fold.row() - reader.top();
        if (row < 0 || row >= lit.size()) return;
        int length = lit.get(row).text().length();
        lit.set(row, LineSlices.addRole(lit.get(row), 0, length, Role.FOCUS));
      }
    }
  }

  private static void highlightPieces(
      List<Line> lit, List<Page.RowRange> pieces, int top, Role role) {
    for (Page.RowRange piece : pieces) {
      int row = piece.row() - top;
      if (row < 0 || row >= lit.size()) continue;
      lit.set(row, LineSlices.addRole(lit.get(row), piece.from(), piece.to(), role));
    }
  }

  private static String matchPosition(Screen.ReaderScreen reader) {
    SearchState find = reader.search();
    if (find.query().isEmpty()) return "";
    return find.matches().isEmpty()
        ? "not found"
        : (find.currentIndex() + 1) + " of " + find.matches().size();
  }

  /** Title, section, how far, how long still; or a message in place of the first two. */
  private static Line statusLine(Model app, Screen.ReaderScreen reader) {
    int columns = app.size().columns();
    String gap = columns >= 60 ? "  " + app.preferences().glyphs().separator() + "  " : "  ";
    RowBuilder row =
        new RowBuilder(columns - 1, app.preferences().glyphs().ellipsis()).addLeft(" ");
    String help =
        columns >= 72
            ? gap + app.keymap().firstKeyLabel(Command.HELP) + " " + Command.HELP.hint()
            : "";
    String far = progressLabel(app, reader, gap) + help;
    String pending =
        reader.focusIndex() >= 0 && !app.message().isEmpty() ? "" : Chrome.pendingInput(app);
    // what is said goes before where one is, which is still there at the next key
    if (pending.isEmpty() && DisplayWidth.of(app.message()) > columns - 3 - DisplayWidth.of(far))
      far = "";
    if (!pending.isEmpty()) row.addLeft(pending, Role.PROMPT);
    else if (!app.message().isEmpty()) row.addLeft(app.message(), Role.CHROME);
    else addLocation(app, reader, row, columns - 3 - DisplayWidth.of(far), gap);
    return row.addRight(far, Role.META).build();
  }

  private static void addLocation(
      Model app, Screen.ReaderScreen reader, RowBuilder row, int room, String gap) {
    String title = reader.post().entry().title();
    String ellipsis = app.preferences().glyphs().ellipsis();
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
  private static String sectionLabel(Screen.ReaderScreen reader, int room, String ellipsis) {
    String words;
    String heading = "";
    int at = PostOpening.headingIndexAt(reader, reader.top());
    int total = reader.headings().size();
    if (reader.search() != null) {
      words = "“" + reader.search().query() + "” " + matchPosition(reader);
    } else if (at < 0) {
      words = total == 0 ? "" : Phrases.pluralize(total, "section");
    } else {
      words = "section " + (at + 1) + " of " + total;
      int left = room - DisplayWidth.of(words) - 2;
      if (left >= 6)
        heading = DisplayWidth.truncate(reader.headings().get(at).title(), left, ellipsis) + ", ";
    }
    return DisplayWidth.of(words) > room ? "" : heading + words;
  }

  private static String progressLabel(Model app, Screen.ReaderScreen reader, String gap) {
    int percent = PostOpening.percentRead(app, reader);
    if (PostOpening.lastTop(app, reader) == 0)
      return app.size().columns() < 40 ? "all" : "all of it";
    String far = RowBuilder.spaces(percent < 10 ? 2 : percent < 100 ? 1 : 0) + percent + " %";
    if (app.size().columns() < 48) return far;
    int minutes = PostOpening.minutes(reader.post().entry());
    int left = (int) Math.ceil(minutes * (100 - percent) / 100.0);
    String still = percent >= 100 ? "the end" : left + " min left";
    return far + gap + RowBuilder.spaces(10 - still.length()) + still;
  }
}
