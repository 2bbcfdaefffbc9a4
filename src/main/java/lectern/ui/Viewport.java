package lectern.ui;

/** After every event: what is selected exists, and is in view. */
final class Viewport {
  private Viewport() {}

  static Model settled(Model app) {
    Model settled = app.posts(posts(app, app.posts()));
    return switch (settled.top()) {
      case Screen.TagPicker tags -> settled.top(tags(settled, tags));
      case Screen.Picker chooser -> settled.top(chooser(settled, chooser));
      case Screen.HelpScreen help -> settled.top(help(settled, help));
      case Screen.TextScreen text -> settled.top(text(settled, text));
      case Screen.PostList _, Screen.ReaderScreen _ -> settled;
    };
  }

  private static Screen.PostList posts(Model app, Screen.PostList posts) {
    int total = app.shelf().shown().size();
    int selected = ScreenMetrics.clamp(posts.selected(), Math.max(0, total - 1));
    int visible = new ScreenMetrics(app.size()).entries(ListBanner.rows(app));
    return posts.at(selected).top(ScreenMetrics.scrolled(posts.top(), selected, visible, total));
  }

  private static Screen.TagPicker tags(Model app, Screen.TagPicker tags) {
    int total = tags.shown().size();
    int selected = ScreenMetrics.clamp(tags.selected(), Math.max(0, total - 1));
    int visible = new ScreenMetrics(app.size()).listRows();
    return tags.at(selected).top(ScreenMetrics.scrolled(tags.top(), selected, visible, total));
  }

  private static Screen.Picker chooser(Model app, Screen.Picker chooser) {
    int total = chooser.shown().size();
    int selected = ScreenMetrics.clamp(chooser.selected(), Math.max(0, total - 1));
    int visible = new ScreenMetrics(app.size()).listRows();
    return chooser.at(selected).top(ScreenMetrics.scrolled(chooser.top(), selected, visible, total));
  }

  private static Screen.HelpScreen help(Model app, Screen.HelpScreen help) {
    int most = HelpView.lines(app, help).size() - new ScreenMetrics(app.size()).listRows();
    return new Screen.HelpScreen(help.about(), ScreenMetrics.clamp(help.top(), Math.max(0, most)));
  }

  private static Screen.TextScreen text(Model app, Screen.TextScreen text) {
    int most = TextView.rows(app, text).size() - new ScreenMetrics(app.size()).listRows();
    return new Screen.TextScreen(
        text.title(), text.note(), text.lines(), ScreenMetrics.clamp(text.top(), Math.max(0, most)));
  }
}
