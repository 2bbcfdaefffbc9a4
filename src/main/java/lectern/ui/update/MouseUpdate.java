package lectern.ui.update;

import java.util.List;
import lectern.layout.Page;
import lectern.ui.Command;
import lectern.ui.Event;
import lectern.ui.FocusTarget;
import lectern.ui.ListBanner;
import lectern.ui.Model;
import lectern.ui.Screen;
import lectern.ui.ScreenMetrics;
import lectern.ui.Step;

/** Wheel and clicks: the same as some keys would do. */
final class MouseUpdate {
  private static final int WHEEL_UP = 64;
  private static final int WHEEL_DOWN = 65;
  private static final int ROWS_PER_WHEEL_STEP = 3;

  private MouseUpdate() {}

  static Step handle(Model app, Event.MousePressed click) {
    return switch (click.button()) {
      case WHEEL_UP -> scroll(app, Command.UP);
      case WHEEL_DOWN -> scroll(app, Command.DOWN);
      case 0 -> click(app, click);
      default -> Step.of(app);
    };
  }

  private static Step scroll(Model app, Command command) {
    return Update.run(
        app.withPendingInput(
            "", app.screen() instanceof Screen.ReaderScreen ? ROWS_PER_WHEEL_STEP : 1),
        command);
  }

  private static Step click(Model app, Event.MousePressed click) {
    ScreenMetrics geometry = new ScreenMetrics(app.size());
    int row = click.row() - geometry.firstListRow();
    return switch (app.screen()) {
      case Screen.PostList posts -> {
        int at =
            posts.top() + Math.floorDiv(row - ListBanner.rowCount(app), geometry.rowsPerEntry());
        boolean inside =
            row >= ListBanner.rowCount(app)
                && at < app.posts().shown().size()
                && row < geometry.listRows();
        yield inside
            ? PostListUpdate.openPost(
                app.postList(posts.withSelected(at).closeFilterPrompt()),
                app.posts().shown().get(at))
            : Step.of(app);
      }
      case Screen.TagPicker tags -> {
        int at = tags.top() + row;
        boolean inside = row >= 0 && row < geometry.listRows() && at < tags.matchingTags().size();
        yield inside ? Step.of(TagPickerUpdate.cycleTag(app, tags.withSelected(at))) : Step.of(app);
      }
      case Screen.Picker chooser -> {
        int at = chooser.top() + row;
        boolean inside =
            row >= 0 && row < geometry.listRows() && at < chooser.matchingChoices().size();
        yield inside
            ? PickerUpdate.choose(app, chooser, chooser.matchingChoices().get(at))
            : Step.of(app);
      }
      case Screen.ReaderScreen reader -> clickPage(app, reader, click);
      case Screen.HelpScreen _, Screen.TextScreen _ -> Step.of(app);
    };
  }

  private static Step clickPage(Model app, Screen.ReaderScreen reader, Event.MousePressed click) {
    ScreenMetrics geometry = new ScreenMetrics(app.size());
    int row = reader.top() + click.row();
    if (click.row() >= geometry.pageRows() || row >= reader.page().lines().size())
      return Step.of(app);
    int left = geometry.pageIndent(geometry.pageColumns(app.preferences().width()));
    String text = reader.page().lines().get(row).text();
    int at =
        click.column() < left
            ? -1
            : lectern.text.DisplayWidth.indexAtWidth(text, click.column() - left);
    List<FocusTarget> stops = FocusTarget.findAll(reader.page());
    for (int i = 0; i < stops.size(); i++) {
      if (contains(stops.get(i), row, at))
        return LinkNavigation.activate(app, reader.focusIndex(i), stops.get(i));
    }
    return Step.of(app);
  }

  private static boolean contains(FocusTarget stop, int row, int at) {
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
