package lectern.ui;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import lectern.post.Tag;

/** The keys of the tag picker. */
final class TagPickerUpdate {
  private TagPickerUpdate() {}

  static App open(App app) {
    List<Tag> tags = ordered(app);
    if (tags.isEmpty()) return app.message("No post has a tag");
    return app.push(
        new Screen.Tags(
            app.shelf().query(),
            app.selected(),
            tags,
            tags,
            app.shelf().remaining(),
            Prompt.EMPTY,
            0,
            0));
  }

  /** Those with which most posts of the list remain first: under a filter most lead nowhere. */
  private static List<Tag> ordered(App app) {
    Map<Tag, Integer> remaining = app.shelf().remaining();
    List<Tag> tags = new ArrayList<>(app.shelf().tags());
    tags.sort(Comparator.comparingInt(tag -> -remaining.getOrDefault(tag, 0)));
    return List.copyOf(tags);
  }

  static Next run(App app, Screen.Tags tags, Command command) {
    int last = Math.max(0, tags.shown().size() - 1);
    int page = new Geometry(app.size()).listRows();
    return switch (command) {
      case DOWN, UP, PAGE_DOWN, PAGE_UP, HALF_DOWN, HALF_UP, START, END ->
          Next.of(app.top(tags.at(Update.moved(command, tags.selected(), 1, page, last))));
      case TURN_TAG -> Next.of(turn(app, tags));
      case CLEAR_TAGS ->
          Next.of(counted(PostListUpdate.select(app, TagSelection.none(app.shelf().query())), tags));
      case APPLY_TAGS -> Next.of(apply(app, tags));
      case BACK, QUIT -> Next.of(PostListUpdate.restored(app.pop(), tags.before(), tags.on()));
      default -> Next.of(app);
    };
  }

  static App turn(App app, Screen.Tags tags) {
    if (tags.shown().isEmpty()) return app;
    Tag tag = tags.shown().get(Math.min(tags.selected(), tags.shown().size() - 1));
    return counted(PostListUpdate.select(app, TagSelection.turned(app.shelf().query(), tag)), tags);
  }

  /** Enter: what was chosen; with nothing chosen, the tag under the bar. */
  private static App apply(App app, Screen.Tags tags) {
    boolean changed = !app.shelf().query().equals(tags.before());
    App applied = changed || TagSelection.any(app.shelf().query()) ? app : turn(app, tags);
    return applied.pop();
  }

  private static App counted(App app, Screen.Tags tags) {
    return app.top(tags.counts(app.shelf().remaining()));
  }

  /** With other posts under an open tag picker. */
  static App loaded(App app) {
    if (!(app.top() instanceof Screen.Tags tags)) return app;
    List<Tag> all = ordered(app);
    Screen.Tags next =
        new Screen.Tags(
            tags.before(),
            tags.on(),
            all,
            all,
            app.shelf().remaining(),
            Prompt.EMPTY,
            tags.selected(),
            tags.top());
    return app.top(next.narrow(tags.narrow()));
  }
}
