package lectern.ui.update;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import lectern.post.Tag;
import lectern.ui.Command;
import lectern.ui.Model;
import lectern.ui.Prompt;
import lectern.ui.Screen;
import lectern.ui.ScreenMetrics;
import lectern.ui.Step;
import lectern.ui.TagSelection;

/** The keys of the tag picker. */
public final class TagPickerUpdate {
  private TagPickerUpdate() {}

  public static Model open(Model app) {
    List<Tag> tags = orderTags(app);
    if (tags.isEmpty()) return app.message("No post has a tag");
    return app.push(
        new Screen.TagPicker(
            app.posts().query(),
            app.selectedEntry(),
            tags,
            tags,
            app.posts().countPostsByTag(),
            Prompt.EMPTY,
            0,
            0));
  }

  /** Those with which most posts of the list remain first: under a filter most lead nowhere. */
  private static List<Tag> orderTags(Model app) {
    Map<Tag, Integer> remaining = app.posts().countPostsByTag();
    List<Tag> tags = new ArrayList<>(app.posts().tagsByFrequency());
    tags.sort(Comparator.comparingInt(tag -> -remaining.getOrDefault(tag, 0)));
    return List.copyOf(tags);
  }

  static Step run(Model app, Screen.TagPicker tags, Command command) {
    int last = Math.max(0, tags.matchingTags().size() - 1);
    int page = new ScreenMetrics(app.size()).listRows();
    return switch (command) {
      case DOWN, UP, PAGE_DOWN, PAGE_UP, HALF_DOWN, HALF_UP, START, END ->
          Step.of(
              app.screen(
                  tags.withSelected(Update.targetIndex(command, tags.selected(), 1, page, last))));
      case TURN_TAG -> Step.of(cycleTag(app, tags));
      case CLEAR_TAGS ->
          Step.of(
              recount(
                  PostListUpdate.applyQuery(app, TagSelection.clearTags(app.posts().query())),
                  tags));
      case APPLY_TAGS -> Step.of(applyTags(app, tags));
      case BACK, QUIT ->
          Step.of(
              PostListUpdate.restoreQuery(
                  app.pop(), tags.previousQuery(), tags.previousSelection()));
      default -> Step.of(app);
    };
  }

  public static Model cycleTag(Model app, Screen.TagPicker tags) {
    if (tags.matchingTags().isEmpty()) return app;
    Tag tag = tags.matchingTags().get(Math.min(tags.selected(), tags.matchingTags().size() - 1));
    return recount(
        PostListUpdate.applyQuery(app, TagSelection.cycleTag(app.posts().query(), tag)), tags);
  }

  /** Enter: what was chosen; with nothing chosen, the tag under the bar. */
  private static Model applyTags(Model app, Screen.TagPicker tags) {
    boolean changed = !app.posts().query().equals(tags.previousQuery());
    Model applied =
        changed || TagSelection.hasTagFilter(app.posts().query()) ? app : cycleTag(app, tags);
    return applied.pop();
  }

  private static Model recount(Model app, Screen.TagPicker tags) {
    return app.screen(tags.remainingPosts(app.posts().countPostsByTag()));
  }

  /** With other posts under an open tag picker. */
  static Model refresh(Model app) {
    if (!(app.screen() instanceof Screen.TagPicker tags)) return app;
    List<Tag> all = orderTags(app);
    Screen.TagPicker next =
        new Screen.TagPicker(
            tags.previousQuery(),
            tags.previousSelection(),
            all,
            all,
            app.posts().countPostsByTag(),
            Prompt.EMPTY,
            tags.selected(),
            tags.top());
    return app.screen(next.prompt(tags.prompt()));
  }
}
