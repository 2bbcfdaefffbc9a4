package lectern.ui.update;

import lectern.ui.HelpScreen;
import lectern.ui.HelpTable;
import lectern.ui.Model;
import lectern.ui.Picker;
import lectern.ui.PostList;
import lectern.ui.ReaderScreen;
import lectern.ui.Screen;
import lectern.ui.TagPicker;
import lectern.ui.TextScreen;

/** The update of the screen shown. */
public record ScreenUpdates(Model model) implements Screen.Visitor<ScreenUpdate> {
  public static ScreenUpdate of(Model model) {
    return model.screen().accept(new ScreenUpdates(model));
  }

  @Override
  public ScreenUpdate postList(PostList screen) {
    return new PostListUpdate(model, screen);
  }

  @Override
  public ScreenUpdate tagPicker(TagPicker screen) {
    return new TagPickerUpdate(model, screen);
  }

  @Override
  public ScreenUpdate reader(ReaderScreen screen) {
    return new ReaderUpdate(model, screen);
  }

  @Override
  public ScreenUpdate picker(Picker screen) {
    return new PickerUpdate(model, screen);
  }

  @Override
  public ScreenUpdate help(HelpScreen screen) {
    int rows = HelpTable.of(model, screen.context()).size();
    return new TextUpdate(model, screen.top(), rows, top -> new HelpScreen(screen.context(), top));
  }

  @Override
  public ScreenUpdate text(TextScreen screen) {
    return new TextUpdate(
        model,
        screen.top(),
        screen.rows(model.size().columns()).size(),
        top -> new TextScreen(screen.title(), screen.note(), screen.lines(), top));
  }
}
