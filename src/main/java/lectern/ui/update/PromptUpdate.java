package lectern.ui.update;

import java.util.List;
import lectern.ui.Command;
import lectern.ui.Key;
import lectern.ui.KeyContext;
import lectern.ui.Keymap;
import lectern.ui.Model;
import lectern.ui.Prompt;
import lectern.ui.Screen;
import lectern.ui.Step;
import lectern.ui.TagSelection;

/** Keys and pastes where text is typed: the filter, a search, and the lists that letters narrow. */
final class PromptUpdate {
  private PromptUpdate() {}

  /** What a key does where text is typed; null where it is not, or the key is a command there. */
  static Step handleKey(Model app, Key key) {
    return switch (app.screen()) {
      case Screen.PostList posts ->
          posts.filterPrompt() == null ? null : handleFilterKey(app, posts, key);
      case Screen.ReaderScreen reader ->
          reader.search() == null || !reader.search().typing()
              ? null
              : handleSearchKey(app, reader, key);
      case Screen.TagPicker tags -> handleTagPickerKey(app, tags, key);
      case Screen.Picker chooser -> handlePickerKey(app, chooser, key);
      case Screen.HelpScreen _, Screen.TextScreen _ -> null;
    };
  }

  static Step paste(Model app, String text) {
    if (text.isEmpty()) return Step.of(app);
    return switch (app.screen()) {
      case Screen.PostList posts -> {
        Prompt prompt =
            posts.filterPrompt() == null
                ? Prompt.of(PostListUpdate.filterWords(app))
                : posts.filterPrompt();
        String before =
            posts.filterPrompt() == null ? PostListUpdate.filterWords(app) : posts.previousWords();
        lectern.post.Entry on =
            posts.filterPrompt() == null ? app.selectedEntry() : posts.previousSelection();
        yield Step.of(applyFilter(app, prompt.insert(text), before, on));
      }
      case Screen.ReaderScreen reader -> {
        Screen.ReaderScreen open =
            reader.search() != null && reader.search().typing()
                ? reader
                : SearchUpdate.begin(reader);
        yield Step.of(SearchUpdate.search(app, open, open.search().prompt().insert(text)));
      }
      case Screen.TagPicker tags -> Step.of(app.screen(tags.prompt(tags.prompt().insert(text))));
      case Screen.Picker chooser ->
          PickerUpdate.moveTo(app, chooser.prompt(chooser.prompt().insert(text)));
      case Screen.HelpScreen _, Screen.TextScreen _ -> Step.of(app);
    };
  }

  private static Step handleFilterKey(Model app, Screen.PostList posts, Key key) {
    return switch (key.name()) {
      case "Enter" ->
          Step.of(
              app.postList(posts.closeFilterPrompt())
                  .history(app.history().withSearch(PostListUpdate.filterWords(app))));
      case "Esc" -> Step.of(cancelFilter(app, posts));
      case "Backspace" ->
          posts.filterPrompt().text().isEmpty()
              ? Step.of(cancelFilter(app, posts))
              : editFilter(app, posts, key);
      case "Up" -> PostListUpdate.run(app, posts, Command.UP, -1);
      case "Down" -> PostListUpdate.run(app, posts, Command.DOWN, -1);
      case "PgUp" -> PostListUpdate.run(app, posts, Command.PAGE_UP, -1);
      case "PgDn" -> PostListUpdate.run(app, posts, Command.PAGE_DOWN, -1);
      default -> isAlwaysCommand(key) ? null : editFilter(app, posts, key);
    };
  }

  private static Step editFilter(Model app, Screen.PostList posts, Key key) {
    return Step.of(
        applyFilter(
            app,
            posts.filterPrompt().handleKey(key, app.history().searches()),
            posts.previousWords(),
            posts.previousSelection()));
  }

  private static Model applyFilter(Model app, Prompt prompt, String before, lectern.post.Entry on) {
    Model next = PostListUpdate.applyQuery(app, app.posts().query().withText(prompt.text()));
    return next.postList(next.postList().filterPrompt(prompt, before, on));
  }

  private static Model cancelFilter(Model app, Screen.PostList posts) {
    Model before =
        PostListUpdate.restoreQuery(
            app, app.posts().query().withText(posts.previousWords()), posts.previousSelection());
    return before.postList(before.postList().closeFilterPrompt());
  }

  private static Step handleSearchKey(Model app, Screen.ReaderScreen reader, Key key) {
    return switch (key.name()) {
      case "Enter" -> Step.of(SearchUpdate.accept(app, reader));
      case "Esc" -> Step.of(SearchUpdate.cancel(app, reader));
      case "Backspace" ->
          reader.search().query().isEmpty()
              ? Step.of(SearchUpdate.cancel(app, reader))
              : Step.of(
                  SearchUpdate.search(
                      app, reader, reader.search().prompt().handleKey(key, List.of())));
      default ->
          isAlwaysCommand(key)
              ? null
              : Step.of(
                  SearchUpdate.search(
                      app,
                      reader,
                      reader.search().prompt().handleKey(key, app.history().searches())));
    };
  }

  private static Step handleTagPickerKey(Model app, Screen.TagPicker tags, Key key) {
    boolean empty = tags.prompt().text().isEmpty();
    Keymap.Lookup meaning = app.keymap().lookUp(KeyContext.TAG_PICKER, key.name());
    boolean clears =
        meaning instanceof Keymap.Lookup.Bound run
            && run.command() == Command.CLEAR_TAGS
            && empty
            && TagSelection.hasTagFilter(app.posts().query());
    if (clears || key.name().equals("Space")) return null;
    if (!isEditingKey(key, empty)) return null;
    Prompt narrow = tags.prompt().handleKey(key, List.of());
    return Step.of(app.screen(tags.prompt(narrow)));
  }

  private static Step handlePickerKey(Model app, Screen.Picker chooser, Key key) {
    boolean empty = chooser.prompt().text().isEmpty();
    if (chooser.kind() == Screen.PickerKind.CODE_BLOCKS)
      return PickerUpdate.chooseByLetter(app, chooser, key);
    if (key.name().equals("Space") && empty || !isEditingKey(key, empty)) return null;
    return PickerUpdate.moveTo(app, chooser.prompt(chooser.prompt().handleKey(key, List.of())));
  }

  /** Keys that are commands also while text is typed. */
  private static boolean isAlwaysCommand(Key key) {
    return switch (key.name()) {
      case "C-c", "C-l", "C-z", "F1" -> true;
      default -> false;
    };
  }

  /** Whether a key edits the narrowing text; on an empty one only letters do. */
  private static boolean isEditingKey(Key key, boolean empty) {
    if (!key.typedText().isEmpty()) return true;
    if (empty) return false;
    return switch (key.name()) {
      case "Backspace", "Delete", "Left", "Right", "C-w", "C-u", "C-k", "C-a", "C-e", "C-h" -> true;
      default -> false;
    };
  }
}
