package lectern.ui.view;

import java.util.ArrayList;
import java.util.List;
import lectern.post.Query;
import lectern.post.Tag;
import lectern.text.DisplayWidth;
import lectern.text.Line;
import lectern.text.Role;
import lectern.text.RoleSet;
import lectern.ui.Command;
import lectern.ui.Frame;
import lectern.ui.Model;
import lectern.ui.Screen;
import lectern.ui.ScreenMetrics;
import lectern.ui.TagSelection;

/** The tag picker: each tag, whether it is chosen, and how many posts would remain. */
public final class TagPickerView {
  private static final RoleSet SELECTION_BAR = RoleSet.of(Role.DECOR, Role.SELECTED);

  /** Below so many columns a sign says what a word says above. */
  private static final int NARROW_COLUMNS = 32;

  private TagPickerView() {}

  public static Frame draw(Model app, Screen.TagPicker tags) {
    List<Line> body = new ArrayList<>();
    int rows = new ScreenMetrics(app.size()).listRows();
    if (tags.matchingTags().isEmpty())
      body.addAll(PostListView.wrapIndented("No tag is called so", app.size().columns() - 3));
    for (int i = tags.top(); i < tags.matchingTags().size() && i < tags.top() + rows; i++) {
      body.add(tagLine(app, tags, tags.matchingTags().get(i), i == tags.selected()));
    }
    String state =
        app.posts().shown().size() + " of " + app.posts().countBeforeFilters() + " posts";
    String position =
        tags.matchingTags().isEmpty()
            ? ""
            : (tags.selected() + 1) + "/" + tags.matchingTags().size();
    if (tags.prompt().text().isEmpty()) {
      Line footer =
          Chrome.footer(
              app,
              position,
              Command.TURN_TAG,
              Command.APPLY_TAGS,
              Command.BACK,
              Command.CLEAR_TAGS);
      return Frame.of(Chrome.frameLines(app, "tags", state, body, footer));
    }
    Line footer = Chrome.promptLine(app, "", tags.prompt(), position);
    List<Line> lines = Chrome.frameLines(app, "tags", state, body, footer);
    return new Frame(
        lines, lines.size() - 1, Chrome.cursorColumn(app, "", tags.prompt(), position));
  }

  private static Line tagLine(Model app, Screen.TagPicker tags, Tag tag, boolean selected) {
    String bar = app.preferences().glyphs().selected();
    Query query = app.posts().query();
    boolean with = TagSelection.isIncluded(query, tag);
    boolean without = TagSelection.isExcluded(query, tag);
    int columns = app.size().columns();
    String word = with ? "with" : without ? "without" : "";
    if (columns < NARROW_COLUMNS)
      word = with ? "+" : without ? app.preferences().glyphs().minus() : "";
    word = word + RowBuilder.spaces((columns < NARROW_COLUMNS ? 2 : 9) - DisplayWidth.of(word));
    int count = tags.remainingPosts().getOrDefault(tag, 0);
    RowBuilder row =
        new RowBuilder(Math.min(columns - 1, 60), app.preferences().glyphs().ellipsis());
    row.addLeft(" ")
        .addLeft(
            selected ? bar : RowBuilder.spaces(DisplayWidth.of(bar)),
            selected ? SELECTION_BAR : RoleSet.NONE);
    row.addLeft(word, with ? Role.STRONG : Role.PROBLEM).addLeft(tag.name(), Role.TAG);
    return row.addRight(without ? "" : Integer.toString(count), Role.META).build();
  }
}
