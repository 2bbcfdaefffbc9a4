package lectern.ui;

import java.util.List;
import lectern.layout.Page;

/** Wheel and clicks: the same as some keys would do. */
final class MouseUpdate {
  private static final int WHEEL_UP = 64;
  private static final int WHEEL_DOWN = 65;
  private static final int NOTCH = 3;

  private MouseUpdate() {}

  static Step clicked(Model app, Event.MousePressed click) {
    return switch (click.button()) {
      case WHEEL_UP -> wheel(app, Command.UP);
      case WHEEL_DOWN -> wheel(app, Command.DOWN);
      case 0 -> click(app, click);
      default -> Step.of(app);
    };
  }

  private static Step wheel(Model app, Command command) {
    return Update.run(app.pending("", app.top() instanceof Screen.ReaderScreen ? NOTCH : 1), command);
  }

  private static Step click(Model app, Event.MousePressed click) {
    ScreenMetrics geometry = new ScreenMetrics(app.size());
    int row = click.row() - geometry.listTop();
    return switch (app.top()) {
      case Screen.PostList posts -> {
        int at = posts.top() + Math.floorDiv(row - ListBanner.rows(app), geometry.entryRows());
        boolean inside =
            row >= ListBanner.rows(app) && at < app.shelf().shown().size() && row < geometry.listRows();
        yield inside
            ? PostListUpdate.open(app.posts(posts.at(at).typed()), app.shelf().shown().get(at))
            : Step.of(app);
      }
      case Screen.TagPicker tags -> {
        int at = tags.top() + row;
        boolean inside = row >= 0 && row < geometry.listRows() && at < tags.shown().size();
        yield inside ? Step.of(TagPickerUpdate.turn(app, tags.at(at))) : Step.of(app);
      }
      case Screen.Picker chooser -> {
        int at = chooser.top() + row;
        boolean inside = row >= 0 && row < geometry.listRows() && at < chooser.shown().size();
        yield inside ? PickerUpdate.chosen(app, chooser, chooser.shown().get(at)) : Step.of(app);
      }
      case Screen.ReaderScreen reader -> page(app, reader, click);
      case Screen.HelpScreen _, Screen.TextScreen _ -> Step.of(app);
    };
  }

  private static Step page(Model app, Screen.ReaderScreen reader, Event.MousePressed click) {
    ScreenMetrics geometry = new ScreenMetrics(app.size());
    int row = reader.top() + click.row();
    if (click.row() >= geometry.pageRows() || row >= reader.page().lines().size())
      return Step.of(app);
    int left = geometry.pageLeft(geometry.pageColumns(app.preferences().width()));
    String text = reader.page().lines().get(row).text();
    int at =
        click.column() < left
            ? -1
            : lectern.text.DisplayWidth.indexAtWidth(text, click.column() - left);
    List<FocusTarget> stops = FocusTarget.of(reader.page());
    for (int i = 0; i < stops.size(); i++) {
      if (hit(stops.get(i), row, at)) return LinkNavigation.act(app, reader.focus(i), stops.get(i));
    }
    return Step.of(app);
  }

  private static boolean hit(FocusTarget stop, int row, int at) {
    return switch (stop) {
      case FocusTarget.DetailsTarget fold -> fold.row() == row;
      case FocusTarget.LinkTarget link -> {
        for (Page.RowRange piece : link.link().ranges()) {
          if (piece.row() == row && at >= piece.from() && at < piece.to()) yield true;
        }
        yield false;
      }
    };
  }
}
