package lectern.ui.update;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import lectern.post.Query;
import lectern.post.Tag;
import lectern.ui.Command;
import lectern.ui.FilterableList;
import lectern.ui.Key;
import lectern.ui.KeyContext;
import lectern.ui.Model;
import lectern.ui.Movement;
import lectern.ui.Prompt;
import lectern.ui.Step;
import lectern.ui.TagPicker;
import lectern.ui.TagPickerCommand;
import org.jspecify.annotations.Nullable;

/** Events of the tag picker. */
public record TagPickerUpdate(Model model, TagPicker screen) implements ScreenUpdate {
  /** The model with the tag picker opened; only a message when no post has a tag. */
  public static Model open(Model model) {
    List<Tag> tags = orderTags(model);
    if (tags.isEmpty()) return model.withMessage("No post has a tag");
    return model.push(
        new TagPicker(
            model.posts().query(),
            model.selectedEntry(),
            model.posts().countPostsByTag(),
            FilterableList.of(tags, -1)));
  }

  /** Tags by number of remaining posts, most first. */
  private static List<Tag> orderTags(Model model) {
    Map<Tag, Integer> remaining = model.posts().countPostsByTag();
    List<Tag> tags = new ArrayList<>(model.posts().tagsByFrequency());
    tags.sort(Comparator.comparingInt(tag -> -remaining.getOrDefault(tag, 0)));
    return List.copyOf(tags);
  }

  /** With other posts under an open tag picker. */
  static Model refresh(Model model) {
    if (!(model.screen() instanceof TagPicker picker)) return model;
    FilterableList<Tag> old = picker.tags();
    FilterableList<Tag> tags =
        FilterableList.of(orderTags(model), -1)
            .withSelection(old.selection())
            .withPrompt(old.prompt(), Tag::key);
    return recount(model, picker.withTags(tags));
  }

  private static Model recount(Model model, TagPicker picker) {
    return model.withScreen(picker.withRemainingPosts(model.posts().countPostsByTag()));
  }

  private Step show(FilterableList<Tag> tags) {
    return Step.of(model.withScreen(screen.withTags(tags)));
  }

  @Override
  public Step move(Movement movement, int count) {
    return show(screen.tags().move(movement, model.metrics().listRows()));
  }

  @Override
  public Step run(Command command, int count) {
    return Step.of(
        switch ((TagPickerCommand) command) {
          case CYCLE_TAG -> cycleTag(screen.tags().selected());
          case APPLY_TAGS -> applyTags();
          case CLEAR_TAGS -> recount(model.withQuery(model.posts().query().withoutTags()), screen);
        });
  }

  private Model cycleTag(@Nullable Tag tag) {
    if (tag == null) return model;
    return recount(model.withQuery(model.posts().query().cycleTag(tag)), screen);
  }

  /** What was chosen; with nothing chosen, the selected tag. */
  private Model applyTags() {
    Query query = model.posts().query();
    boolean chosen = query.hasTags() || !query.equals(screen.previousQuery());
    return (chosen ? model : cycleTag(screen.tags().selected())).pop();
  }

  @Override
  public Step back() {
    return Step.of(
        model.pop().withQuery(screen.previousQuery()).withSelected(screen.previousEntry()));
  }

  @Override
  public @Nullable Step type(Key key) {
    Prompt prompt = screen.tags().prompt();
    boolean clears =
        prompt.text().isEmpty()
            && model.posts().query().hasTags()
            && model.keymap().lookUp(KeyContext.TAG_PICKER, key.name()).command()
                == TagPickerCommand.CLEAR_TAGS;
    if (clears || key.name().equals("Space") || !PromptKeys.narrows(key, prompt)) return null;
    return show(screen.tags().withPrompt(prompt.handleKey(key, List.of()), Tag::key));
  }

  @Override
  public Step edit() {
    return Step.of(model);
  }

  @Override
  public Step paste(String text) {
    return show(screen.tags().withPrompt(screen.tags().prompt().insert(text), Tag::key));
  }

  @Override
  public @Nullable Step activate(int index) {
    if (index < 0 || index >= screen.tags().matching().size()) return null;
    FilterableList<Tag> tags = screen.tags();
    FilterableList<Tag> clicked = tags.withSelection(tags.selection().withIndex(index));
    return Step.of(
        new TagPickerUpdate(model, screen.withTags(clicked)).cycleTag(clicked.selected()));
  }

  @Override
  public @Nullable Step click(int row, int column) {
    int index = screen.tags().selection().indexAt(row, model.metrics());
    return index < 0 ? null : activate(index);
  }

  @Override
  public Model settle() {
    return model.withScreen(screen.withTags(screen.tags().settle(model.metrics().listRows())));
  }
}
