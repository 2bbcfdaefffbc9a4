package lectern.ui;

/** After every event: what is selected exists, and is in view. */
final class Viewport {
  private Viewport() {}

  static App settled(App app) {
    App settled = app.posts(posts(app, app.posts()));
    return switch (settled.top()) {
      case Screen.Tags tags -> settled.top(tags(settled, tags));
      case Screen.Chooser chooser -> settled.top(chooser(settled, chooser));
      case Screen.Help help -> settled.top(help(settled, help));
      case Screen.Text text -> settled.top(text(settled, text));
      case Screen.Posts _, Screen.Reader _ -> settled;
    };
  }

  private static Screen.Posts posts(App app, Screen.Posts posts) {
    int total = app.shelf().shown().size();
    int selected = Geometry.clamp(posts.selected(), Math.max(0, total - 1));
    int visible = new Geometry(app.size()).entries(ListBanner.rows(app));
    return posts.at(selected).top(Geometry.scrolled(posts.top(), selected, visible, total));
  }

  private static Screen.Tags tags(App app, Screen.Tags tags) {
    int total = tags.shown().size();
    int selected = Geometry.clamp(tags.selected(), Math.max(0, total - 1));
    int visible = new Geometry(app.size()).listRows();
    return tags.at(selected).top(Geometry.scrolled(tags.top(), selected, visible, total));
  }

  private static Screen.Chooser chooser(App app, Screen.Chooser chooser) {
    int total = chooser.shown().size();
    int selected = Geometry.clamp(chooser.selected(), Math.max(0, total - 1));
    int visible = new Geometry(app.size()).listRows();
    return chooser.at(selected).top(Geometry.scrolled(chooser.top(), selected, visible, total));
  }

  private static Screen.Help help(App app, Screen.Help help) {
    int most = HelpView.lines(app, help).size() - new Geometry(app.size()).listRows();
    return new Screen.Help(help.about(), Geometry.clamp(help.top(), Math.max(0, most)));
  }

  private static Screen.Text text(App app, Screen.Text text) {
    int most = TextView.rows(app, text).size() - new Geometry(app.size()).listRows();
    return new Screen.Text(
        text.title(), text.note(), text.lines(), Geometry.clamp(text.top(), Math.max(0, most)));
  }
}
