package lectern.ui;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import lectern.post.Tag;

/** The keys of the tag picker. */
final class TagPickerUpdate {
  private TagPickerUpdate() {}

  static Model open(Model app) {
    List<Tag> tags = ordered(app);
    if (tags.isEmpty()) return app.message("No post has a tag");
    return app.push(
        new Screen.TagPicker(
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
  private static List<Tag> ordered(Model app) {
    Map<Tag, Integer> remaining = app.shelf().remaining();
    List<Tag> tags = new ArrayList<>(app.shelf().tags());
    tags.sort(Comparator.comparingInt(tag -> -remaining.getOrDefault(tag, 0)));
    return List.copyOf(tags);
  }

  static Step run(Model app, Screen.TagPicker tags, Command command) {
    int last = Math.max(0, tags.shown().size() - 1);
    int page = new ScreenMetrics(app.size()).listRows();
    return switch (command) {
      case DOWN, UP, PAGE_DOWN, PAGE_UP, HALF_DOWN, HALF_UP, START, END ->
          Step.of(app.top(tags.at(Update.moved(command, tags.selected(), 1, page, last))));
      case TURN_TAG -> Step.of(turn(app, tags));
      case CLEAR_TAGS ->
          Step.of(counted(PostListUpdate.select(app, TagSelection.none(app.shelf().query())), tags));
      case APPLY_TAGS -> Step.of(apply(app, tags));
      case BACK, QUIT -> Step.of(PostListUpdate.restored(app.pop(), tags.before(), tags.on()));
      default -> Step.of(app);
    };
  }

  static Model turn(Model app, Screen.TagPicker tags) {
    if (tags.shown().isEmpty()) return app;
    Tag tag = tags.shown().get(Math.min(tags.selected(), tags.shown().size() - 1));
    return counted(PostListUpdate.select(app, TagSelection.turned(app.shelf().query(), tag)), tags);
  }

  /** Enter: what was chosen; with nothing chosen, the tag under the bar. */
  private static Model apply(Model app, Screen.TagPicker tags) {
    boolean changed = !app.shelf().query().equals(tags.before());
    Model applied = changed || TagSelection.any(app.shelf().query()) ? app : turn(app, tags);
    return applied.pop();
  }

  private static Model counted(Model app, Screen.TagPicker tags) {
    return app.top(tags.counts(app.shelf().remaining()));
  }

  /** With other posts under an open tag picker. */
  static Model loaded(Model app) {
    if (!(app.top() instanceof Screen.TagPicker tags)) return app;
    List<Tag> all = ordered(app);
    Screen.TagPicker next =
        new Screen.TagPicker(
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
