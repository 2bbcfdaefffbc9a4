package lectern.ui;

import java.util.ArrayList;
import java.util.List;
import lectern.post.Query;
import lectern.post.Tag;
import lectern.text.DisplayWidth;
import lectern.text.Line;
import lectern.text.Role;
import lectern.text.RoleSet;

/** The tag picker: each tag, whether it is chosen, and how many posts would remain. */
final class TagPickerView {
  private static final RoleSet BAR = RoleSet.of(Role.DECOR, Role.SELECTED);

  /** Below so many columns a sign says what a word says above. */
  private static final int NARROW = 32;

  private TagPickerView() {}

  static Frame frame(Model app, Screen.TagPicker tags) {
    List<Line> body = new ArrayList<>();
    int rows = new ScreenMetrics(app.size()).listRows();
    if (tags.shown().isEmpty())
      body.addAll(PostListView.wrapped("No tag is called so", app.size().columns() - 3));
    for (int i = tags.top(); i < tags.shown().size() && i < tags.top() + rows; i++) {
      body.add(row(app, tags, tags.shown().get(i), i == tags.selected()));
    }
    String state = app.shelf().shown().size() + " of " + app.shelf().total() + " posts";
    String position =
        tags.shown().isEmpty() ? "" : (tags.selected() + 1) + "/" + tags.shown().size();
    if (tags.narrow().text().isEmpty()) {
      Line footer =
          Chrome.footer(
              app,
              position,
              Command.TURN_TAG,
              Command.APPLY_TAGS,
              Command.BACK,
              Command.CLEAR_TAGS);
      return Frame.of(Chrome.framed(app, "tags", state, body, footer));
    }
    Line footer = Chrome.prompt(app, "", tags.narrow(), position);
    List<Line> lines = Chrome.framed(app, "tags", state, body, footer);
    return new Frame(lines, lines.size() - 1, Chrome.cursor(app, "", tags.narrow(), position));
  }

  private static Line row(Model app, Screen.TagPicker tags, Tag tag, boolean selected) {
    String bar = app.preferences().glyphs().selected();
    Query query = app.shelf().query();
    boolean with = TagSelection.isWith(query, tag);
    boolean without = TagSelection.isWithout(query, tag);
    int columns = app.size().columns();
    String word = with ? "with" : without ? "without" : "";
    if (columns < NARROW) word = with ? "+" : without ? app.preferences().glyphs().minus() : "";
    word = word + RowBuilder.blanks((columns < NARROW ? 2 : 9) - DisplayWidth.of(word));
    int count = tags.counts().getOrDefault(tag, 0);
    RowBuilder row = new RowBuilder(Math.min(columns - 1, 60), app.preferences().glyphs().ellipsis());
    row.left(" ")
        .left(selected ? bar : RowBuilder.blanks(DisplayWidth.of(bar)), selected ? BAR : RoleSet.NONE);
    row.left(word, with ? Role.STRONG : Role.PROBLEM).left(tag.name(), Role.TAG);
    return row.right(without ? "" : Integer.toString(count), Role.META).line();
  }
}
