package lectern.ui.view;

import java.util.ArrayList;
import java.util.List;
import lectern.post.Query;
import lectern.post.Tag;
import lectern.text.DisplayWidth;
import lectern.text.Line;
import lectern.text.Role;
import lectern.ui.Command;
import lectern.ui.CommonCommand;
import lectern.ui.FilterableList;
import lectern.ui.Frame;
import lectern.ui.Model;
import lectern.ui.TagPicker;
import lectern.ui.TagPickerCommand;

/** The tag picker: each tag, whether it is chosen, and how many posts would remain. */
final class TagPickerView {
  /** Below this width a symbol replaces the word. */
  private static final int NARROW_COLUMNS = 32;

  private static final Command[] HINTS = {
    TagPickerCommand.CYCLE_TAG,
    TagPickerCommand.APPLY_TAGS,
    CommonCommand.BACK,
    TagPickerCommand.CLEAR_TAGS
  };

  private TagPickerView() {}

  static Frame draw(Model model, TagPicker picker) {
    FilterableList<Tag> tags = picker.tags();
    List<Line> body = new ArrayList<>();
    if (tags.matching().isEmpty()) body.addAll(Chrome.sentence(model, "No tag is called so"));
    int top = tags.selection().top();
    int end = Math.min(tags.matching().size(), top + model.metrics().listRows());
    for (int i = top; i < end; i++) body.add(tagLine(model, picker, i));
    String state =
        model.posts().shown().size() + " of " + model.posts().countBeforeFilters() + " posts";
    String position = tags.position();
    List<Line> rows = Chrome.frameLines(model, "tags", state, body);
    if (!tags.prompt().text().isEmpty())
      return Chrome.withPrompt(model, rows, "", tags.prompt(), position);
    return Chrome.withFooter(model, rows, position, HINTS);
  }

  private static Line tagLine(Model model, TagPicker picker, int index) {
    Tag tag = picker.tags().matching().get(index);
    Query query = model.posts().query();
    boolean with = query.includes(tag);
    boolean without = query.excludes(tag);
    int columns = model.size().columns();
    boolean narrow = columns < NARROW_COLUMNS;
    String minus = model.glyphs().minus();
    String state = with ? narrow ? "+" : "with" : without ? narrow ? minus : "without" : "";
    String padding = RowBuilder.spaces((narrow ? 2 : 9) - DisplayWidth.of(state));
    int remaining = picker.remainingPosts().getOrDefault(tag, 0);
    boolean selected = index == picker.tags().selection().index();
    return Chrome.startRow(model, Math.min(columns - 1, 60), selected)
        .addLeft(state + padding, with ? Role.STRONG : Role.PROBLEM)
        .addLeft(tag.name(), Role.TAG)
        .addRight(without ? "" : Integer.toString(remaining), Role.META)
        .build();
  }
}
