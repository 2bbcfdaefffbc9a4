package lectern.ui.update;

import lectern.ui.ListBanner;
import lectern.ui.Model;
import lectern.ui.Screen;
import lectern.ui.ScreenMetrics;
import lectern.ui.view.HelpView;
import lectern.ui.view.TextView;

/** After every event: what is selected exists, and is in view. */
public final class Viewport {
  private Viewport() {}

  public static Model settle(Model app) {
    Model settled = app.postList(settlePostList(app, app.postList()));
    return switch (settled.screen()) {
      case Screen.TagPicker tags -> settled.screen(settleTagPicker(settled, tags));
      case Screen.Picker chooser -> settled.screen(settlePicker(settled, chooser));
      case Screen.HelpScreen help -> settled.screen(settleHelp(settled, help));
      case Screen.TextScreen text -> settled.screen(settleText(settled, text));
      case Screen.PostList _, Screen.ReaderScreen _ -> settled;
    };
  }

  private static Screen.PostList settlePostList(Model app, Screen.PostList posts) {
    int total = app.posts().shown().size();
    int selected = ScreenMetrics.clamp(posts.selected(), Math.max(0, total - 1));
    int visible = new ScreenMetrics(app.size()).visibleEntries(ListBanner.rowCount(app));
    return posts
        .withSelected(selected)
        .top(ScreenMetrics.scrollToShow(posts.top(), selected, visible, total));
  }

  private static Screen.TagPicker settleTagPicker(Model app, Screen.TagPicker tags) {
    int total = tags.matchingTags().size();
    int selected = ScreenMetrics.clamp(tags.selected(), Math.max(0, total - 1));
    int visible = new ScreenMetrics(app.size()).listRows();
    return tags.withSelected(selected)
        .top(ScreenMetrics.scrollToShow(tags.top(), selected, visible, total));
  }

  private static Screen.Picker settlePicker(Model app, Screen.Picker chooser) {
    int total = chooser.matchingChoices().size();
    int selected = ScreenMetrics.clamp(chooser.selected(), Math.max(0, total - 1));
    int visible = new ScreenMetrics(app.size()).listRows();
    return chooser
        .withSelected(selected)
        .top(ScreenMetrics.scrollToShow(chooser.top(), selected, visible, total));
  }

  private static Screen.HelpScreen settleHelp(Model app, Screen.HelpScreen help) {
    int most = HelpView.lines(app, help).size() - new ScreenMetrics(app.size()).listRows();
    return new Screen.HelpScreen(
        help.context(), ScreenMetrics.clamp(help.top(), Math.max(0, most)));
  }

  private static Screen.TextScreen settleText(Model app, Screen.TextScreen text) {
    int most = TextView.wrapLines(app, text).size() - new ScreenMetrics(app.size()).listRows();
    return new Screen.TextScreen(
        text.title(),
        text.note(),
        text.lines(),
        ScreenMetrics.clamp(text.top(), Math.max(0, most)));
  }
}
