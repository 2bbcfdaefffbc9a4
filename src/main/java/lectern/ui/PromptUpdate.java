package lectern.ui;

import java.util.List;

/** Keys and pastes where text is typed: the filter, a search, and the lists that letters narrow. */
final class PromptUpdate {
  private PromptUpdate() {}

  /** What a key does where text is typed; null where it is not, or the key is a command there. */
  static Step typed(Model app, Key key) {
    return switch (app.top()) {
      case Screen.PostList posts -> posts.typing() == null ? null : filter(app, posts, key);
      case Screen.ReaderScreen reader ->
          reader.find() == null || !reader.find().typing() ? null : search(app, reader, key);
      case Screen.TagPicker tags -> tags(app, tags, key);
      case Screen.Picker chooser -> chooser(app, chooser, key);
      case Screen.HelpScreen _, Screen.TextScreen _ -> null;
    };
  }

  static Step pasted(Model app, String text) {
    if (text.isEmpty()) return Step.of(app);
    return switch (app.top()) {
      case Screen.PostList posts -> {
        Prompt prompt = posts.typing() == null ? Prompt.of(PostListUpdate.words(app)) : posts.typing();
        String before = posts.typing() == null ? PostListUpdate.words(app) : posts.before();
        lectern.post.Entry on = posts.typing() == null ? app.selected() : posts.on();
        yield Step.of(filtered(app, prompt.insert(text), before, on));
      }
      case Screen.ReaderScreen reader -> {
        Screen.ReaderScreen open =
            reader.find() != null && reader.find().typing() ? reader : SearchUpdate.begin(reader);
        yield Step.of(SearchUpdate.typed(app, open, open.find().prompt().insert(text)));
      }
      case Screen.TagPicker tags -> Step.of(app.top(tags.narrow(tags.narrow().insert(text))));
      case Screen.Picker chooser ->
          PickerUpdate.moved(app, chooser.narrow(chooser.narrow().insert(text)));
      case Screen.HelpScreen _, Screen.TextScreen _ -> Step.of(app);
    };
  }

  private static Step filter(Model app, Screen.PostList posts, Key key) {
    return switch (key.name()) {
      case "Enter" ->
          Step.of(app.posts(posts.typed()).memory(app.memory().searched(PostListUpdate.words(app))));
      case "Esc" -> Step.of(unfiltered(app, posts));
      case "Backspace" ->
          posts.typing().text().isEmpty()
              ? Step.of(unfiltered(app, posts))
              : edited(app, posts, key);
      case "Up" -> PostListUpdate.run(app, posts, Command.UP, -1);
      case "Down" -> PostListUpdate.run(app, posts, Command.DOWN, -1);
      case "PgUp" -> PostListUpdate.run(app, posts, Command.PAGE_UP, -1);
      case "PgDn" -> PostListUpdate.run(app, posts, Command.PAGE_DOWN, -1);
      default -> general(key) ? null : edited(app, posts, key);
    };
  }

  private static Step edited(Model app, Screen.PostList posts, Key key) {
    return Step.of(
        filtered(
            app, posts.typing().after(key, app.memory().searches()), posts.before(), posts.on()));
  }

  private static Model filtered(Model app, Prompt prompt, String before, lectern.post.Entry on) {
    Model next = PostListUpdate.select(app, app.shelf().query().withText(prompt.text()));
    return next.posts(next.posts().typing(prompt, before, on));
  }

  private static Model unfiltered(Model app, Screen.PostList posts) {
    Model before = PostListUpdate.restored(app, app.shelf().query().withText(posts.before()), posts.on());
    return before.posts(before.posts().typed());
  }

  private static Step search(Model app, Screen.ReaderScreen reader, Key key) {
    return switch (key.name()) {
      case "Enter" -> Step.of(SearchUpdate.accepted(app, reader));
      case "Esc" -> Step.of(SearchUpdate.cancelled(app, reader));
      case "Backspace" ->
          reader.find().words().isEmpty()
              ? Step.of(SearchUpdate.cancelled(app, reader))
              : Step.of(SearchUpdate.typed(app, reader, reader.find().prompt().after(key, List.of())));
      default ->
          general(key)
              ? null
              : Step.of(
                  SearchUpdate.typed(
                      app, reader, reader.find().prompt().after(key, app.memory().searches())));
    };
  }

  private static Step tags(Model app, Screen.TagPicker tags, Key key) {
    boolean empty = tags.narrow().text().isEmpty();
    Keymap.Lookup meaning = app.keymap().meaning(KeyContext.TAGS, key.name());
    boolean clears =
        meaning instanceof Keymap.Lookup.Bound run
            && run.command() == Command.CLEAR_TAGS
            && empty
            && TagSelection.any(app.shelf().query());
    if (clears || key.name().equals("Space")) return null;
    if (!edits(key, empty)) return null;
    Prompt narrow = tags.narrow().after(key, List.of());
    return Step.of(app.top(tags.narrow(narrow)));
  }

  private static Step chooser(Model app, Screen.Picker chooser, Key key) {
    boolean empty = chooser.narrow().text().isEmpty();
    if (chooser.kind() == Screen.PickerKind.CODES) return PickerUpdate.letter(app, chooser, key);
    if (key.name().equals("Space") && empty || !edits(key, empty)) return null;
    return PickerUpdate.moved(app, chooser.narrow(chooser.narrow().after(key, List.of())));
  }

  /** Keys that are commands also while text is typed. */
  private static boolean general(Key key) {
    return switch (key.name()) {
      case "C-c", "C-l", "C-z", "F1" -> true;
      default -> false;
    };
  }

  /** Whether a key edits the narrowing text; on an empty one only letters do. */
  private static boolean edits(Key key, boolean empty) {
    if (!key.typed().isEmpty()) return true;
    if (empty) return false;
    return switch (key.name()) {
      case "Backspace", "Delete", "Left", "Right", "C-w", "C-u", "C-k", "C-a", "C-e", "C-h" -> true;
      default -> false;
    };
  }
}
