package lectern.ui;

import java.util.List;
import java.util.Map;
import java.util.Set;
import lectern.layout.Page;
import lectern.markdown.Document;
import lectern.post.Tag;

/**
 * One level of what is on the screen; the last of the stack is shown. What differs from screen to
 * screen is asked of the screen itself and not decided by pattern switches, each of which costs
 * milliseconds when it first runs: before the first frame, that is time a reader waits.
 */
sealed interface Screen {
  /** The keys that are its own. */
  KeyContext where();

  /** Its picture. */
  Frame frame(Model app);

  /**
   * The list of posts, always the first.
   *
   * @param selected @param top indexes into what the shelf shows
   * @param typing the filter being typed; null when it is not
   * @param before the words of the filter before it was typed
   * @param on the post under the bar then; null for none
   * @param resume the post to offer to go on with; null for none
   */
  record PostList(
      int selected,
      int top,
      Prompt typing,
      String before,
      lectern.post.Entry on,
      ReaderHistory.ReadingRecord resume)
      implements Screen {
    @Override
    public KeyContext where() {
      return KeyContext.LIST;
    }

    @Override
    public Frame frame(Model app) {
      return PostListView.frame(app, this);
    }

    static final PostList FIRST = new PostList(0, 0, null, "", null, null);

    PostList at(int selected) {
      return new PostList(selected, top, typing, before, on, resume);
    }

    PostList top(int top) {
      return new PostList(selected, top, typing, before, on, resume);
    }

    PostList typing(Prompt prompt, String before, lectern.post.Entry on) {
      return new PostList(selected, top, prompt, before, on, resume);
    }

    PostList typed() {
      return typing(null, "", null);
    }

    PostList resume(ReaderHistory.ReadingRecord kept) {
      return new PostList(selected, top, typing, before, on, kept);
    }
  }

  /**
   * The tag picker.
   *
   * @param before @param on the query and the post to go back to
   * @param tags all of them @param shown those that the typed letters leave
   * @param counts of posts that would remain
   */
  record TagPicker(
      lectern.post.Query before,
      lectern.post.Entry on,
      List<Tag> tags,
      List<Tag> shown,
      Map<Tag, Integer> counts,
      Prompt narrow,
      int selected,
      int top)
      implements Screen {
    @Override
    public KeyContext where() {
      return KeyContext.TAGS;
    }

    @Override
    public Frame frame(Model app) {
      return TagPickerView.frame(app, this);
    }

    TagPicker at(int selected) {
      return new TagPicker(before, on, tags, shown, counts, narrow, selected, top);
    }

    TagPicker top(int top) {
      return new TagPicker(before, on, tags, shown, counts, narrow, selected, top);
    }

    TagPicker counts(Map<Tag, Integer> counts) {
      return new TagPicker(before, on, tags, shown, counts, narrow, selected, top);
    }

    TagPicker narrow(Prompt narrow) {
      if (narrow.text().equals(this.narrow.text())) {
        return new TagPicker(before, on, tags, shown, counts, narrow, selected, top);
      }
      String folded = Tag.fold(narrow.text().strip());
      List<Tag> left = new java.util.ArrayList<>();
      for (Tag tag : tags) if (tag.key().contains(folded)) left.add(tag);
      return new TagPicker(before, on, tags, left, counts, narrow, 0, 0);
    }
  }

  /**
   * A post being read.
   *
   * @param document what is laid out: the post, and what to read next
   * @param headings of the page, read once
   * @param top the row of the page at the top of the screen
   * @param left columns that long rows of code are moved to the left
   * @param focus which of the page's links and folds keys act on; -1 for none
   * @param find the search; null for none
   * @param folded numbers of the details turned from what the source says
   */
  record ReaderScreen(
      LoadedPost opened,
      Document document,
      Page page,
      List<Page.Heading> headings,
      int top,
      int left,
      int focus,
      SearchState find,
      Set<Integer> folded)
      implements Screen {
    @Override
    public KeyContext where() {
      return KeyContext.READER;
    }

    @Override
    public Frame frame(Model app) {
      return ReaderView.frame(app, this);
    }

    ReaderScreen top(int top) {
      return top == this.top
          ? this
          : new ReaderScreen(opened, document, page, headings, top, left, focus, find, folded);
    }

    ReaderScreen left(int left) {
      return new ReaderScreen(opened, document, page, headings, top, left, focus, find, folded);
    }

    ReaderScreen focus(int focus) {
      return new ReaderScreen(opened, document, page, headings, top, left, focus, find, folded);
    }

    ReaderScreen find(SearchState find) {
      return new ReaderScreen(opened, document, page, headings, top, left, focus, find, folded);
    }

    ReaderScreen folded(Set<Integer> folded) {
      return new ReaderScreen(opened, document, page, headings, top, left, focus, find, folded);
    }

    ReaderScreen page(Page page) {
      return new ReaderScreen(opened, document, page, page.headings(), top, left, focus, find, folded);
    }
  }

  /** What a choice is about, and so what choosing does. */
  enum PickerKind {
    OUTLINE,
    LINKS,
    THEMES,
    CODES
  }

  /**
   * @param value what is chosen: a row, a theme's name, a number @param note said quietly beside it
   */
  record Choice(String label, String note, int indent, String value) {}

  /**
   * A list to choose from; letters narrow it, or, for code blocks, choose. @param current index of
   * where one is
   */
  record Picker(
      PickerKind kind,
      String title,
      List<Choice> choices,
      List<Choice> shown,
      Prompt narrow,
      int selected,
      int top,
      Choice current)
      implements Screen {
    @Override
    public KeyContext where() {
      return KeyContext.CHOOSER;
    }

    @Override
    public Frame frame(Model app) {
      return PickerView.frame(app, this);
    }

    static Picker of(PickerKind kind, String title, List<Choice> choices, int selected) {
      Choice current = choices.isEmpty() ? null : choices.get(Math.max(0, selected));
      return new Picker(
          kind,
          title,
          choices,
          choices,
          Prompt.EMPTY,
          Math.max(0, selected),
          0,
          selected < 0 ? null : current);
    }

    Picker at(int selected) {
      return new Picker(kind, title, choices, shown, narrow, selected, top, current);
    }

    Picker top(int top) {
      return new Picker(kind, title, choices, shown, narrow, selected, top, current);
    }

    Picker narrow(Prompt narrow) {
      if (narrow.text().equals(this.narrow.text())) {
        return new Picker(kind, title, choices, shown, narrow, selected, top, current);
      }
      String folded = Tag.fold(narrow.text().strip());
      List<Choice> left = new java.util.ArrayList<>();
      for (Choice choice : choices) if (Tag.fold(choice.label()).contains(folded)) left.add(choice);
      // with the letters gone the bar is back where one is
      int selected = folded.isEmpty() ? Math.max(0, left.indexOf(current)) : 0;
      return new Picker(kind, title, choices, left, narrow, selected, 0, current);
    }

    Choice chosen() {
      return shown.isEmpty() ? null : shown.get(Math.min(selected, shown.size() - 1));
    }
  }

  /** The key table. @param about the screen it was asked on */
  record HelpScreen(KeyContext about, int top) implements Screen {
    @Override
    public KeyContext where() {
      return KeyContext.EVERYWHERE;
    }

    @Override
    public Frame frame(Model app) {
      return HelpView.frame(app, this);
    }
  }

  /**
   * Text to look at or to select by hand, without a frame. @param note why, beside the title @param
   * top of the rows that the lines are broken into
   */
  record TextScreen(String title, String note, List<String> lines, int top) implements Screen {
    @Override
    public KeyContext where() {
      return KeyContext.EVERYWHERE;
    }

    @Override
    public Frame frame(Model app) {
      return TextView.frame(app, this);
    }
  }
}
