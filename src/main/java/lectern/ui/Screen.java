package lectern.ui;

import java.util.List;
import java.util.Map;
import java.util.Set;
import lectern.layout.Page;
import lectern.markdown.Document;
import lectern.post.Tag;
import lectern.text.TextFolding;
import lectern.ui.view.HelpView;
import lectern.ui.view.PickerView;
import lectern.ui.view.PostListView;
import lectern.ui.view.ReaderView;
import lectern.ui.view.TagPickerView;
import lectern.ui.view.TextView;

/**
 * One level of what is on the screen; the last of the stack is shown. What differs from screen to
 * screen is asked of the screen itself and not decided by pattern switches, each of which costs
 * milliseconds when it first runs: before the first frame, that is time a reader waits.
 */
public sealed interface Screen {
  /** The keys that are its own. */
  KeyContext keyContext();

  /** Its picture. */
  Frame draw(Model app);

  /**
   * The list of posts, always the first.
   *
   * @param selected @param top indexes into what the shelf shows
   * @param filterPrompt the filter being typed; null when it is not
   * @param previousWords the words of the filter before it was typed
   * @param previousSelection the post under the bar then; null for none
   * @param unfinished the post to offer to go on with; null for none
   */
  record PostList(
      int selected,
      int top,
      Prompt filterPrompt,
      String previousWords,
      lectern.post.Entry previousSelection,
      ReaderHistory.ReadingRecord unfinished)
      implements Screen {
    @Override
    public KeyContext keyContext() {
      return KeyContext.POST_LIST;
    }

    @Override
    public Frame draw(Model app) {
      return PostListView.draw(app, this);
    }

    static final PostList INITIAL = new PostList(0, 0, null, "", null, null);

    public PostList withSelected(int selected) {
      return new PostList(
          selected, top, filterPrompt, previousWords, previousSelection, unfinished);
    }

    public PostList top(int top) {
      return new PostList(
          selected, top, filterPrompt, previousWords, previousSelection, unfinished);
    }

    public PostList filterPrompt(Prompt prompt, String before, lectern.post.Entry on) {
      return new PostList(selected, top, prompt, before, on, unfinished);
    }

    public PostList closeFilterPrompt() {
      return filterPrompt(null, "", null);
    }

    public PostList unfinished(ReaderHistory.ReadingRecord kept) {
      return new PostList(selected, top, filterPrompt, previousWords, previousSelection, kept);
    }
  }

  /**
   * The tag picker.
   *
   * @param previousQuery @param on the query and the post to go back to
   * @param tags all of them @param shown those that the typed letters leave
   * @param remainingPosts of posts that would remain
   */
  record TagPicker(
      lectern.post.Query previousQuery,
      lectern.post.Entry previousSelection,
      List<Tag> tags,
      List<Tag> matchingTags,
      Map<Tag, Integer> remainingPosts,
      Prompt prompt,
      int selected,
      int top)
      implements Screen {
    @Override
    public KeyContext keyContext() {
      return KeyContext.TAG_PICKER;
    }

    @Override
    public Frame draw(Model app) {
      return TagPickerView.draw(app, this);
    }

    public TagPicker withSelected(int selected) {
      return new TagPicker(
          previousQuery,
          previousSelection,
          tags,
          matchingTags,
          remainingPosts,
          prompt,
          selected,
          top);
    }

    public TagPicker top(int top) {
      return new TagPicker(
          previousQuery,
          previousSelection,
          tags,
          matchingTags,
          remainingPosts,
          prompt,
          selected,
          top);
    }

    public TagPicker remainingPosts(Map<Tag, Integer> counts) {
      return new TagPicker(
          previousQuery, previousSelection, tags, matchingTags, counts, prompt, selected, top);
    }

    public TagPicker prompt(Prompt narrow) {
      if (narrow.text().equals(this.prompt.text())) {
        return new TagPicker(
            previousQuery,
            previousSelection,
            tags,
            matchingTags,
            remainingPosts,
            narrow,
            selected,
            top);
      }
      String folded = TextFolding.fold(narrow.text().strip());
      List<Tag> left = new java.util.ArrayList<>();
      for (Tag tag : tags) if (tag.key().contains(folded)) left.add(tag);
      return new TagPicker(
          previousQuery, previousSelection, tags, left, remainingPosts, narrow, 0, 0);
    }
  }

  /**
   * A post being read.
   *
   * @param document what is laid out: the post, and what to read next
   * @param headings of the page, read once
   * @param top the row of the page at the top of the screen
   * @param scrollColumn columns that long rows of code are moved to the left
   * @param focusIndex which of the page's links and folds keys act on; -1 for none
   * @param search the search; null for none
   * @param toggledDetails numbers of the details turned from what the source says
   */
  record ReaderScreen(
      LoadedPost post,
      Document document,
      Page page,
      List<Page.Heading> headings,
      int top,
      int scrollColumn,
      int focusIndex,
      SearchState search,
      Set<Integer> toggledDetails)
      implements Screen {
    @Override
    public KeyContext keyContext() {
      return KeyContext.READER;
    }

    @Override
    public Frame draw(Model app) {
      return ReaderView.draw(app, this);
    }

    public ReaderScreen top(int top) {
      return top == this.top
          ? this
          : new ReaderScreen(
              post,
              document,
              page,
              headings,
              top,
              scrollColumn,
              focusIndex,
              search,
              toggledDetails);
    }

    public ReaderScreen scrollColumn(int left) {
      return new ReaderScreen(
          post, document, page, headings, top, left, focusIndex, search, toggledDetails);
    }

    public ReaderScreen focusIndex(int focus) {
      return new ReaderScreen(
          post, document, page, headings, top, scrollColumn, focus, search, toggledDetails);
    }

    public ReaderScreen search(SearchState find) {
      return new ReaderScreen(
          post, document, page, headings, top, scrollColumn, focusIndex, find, toggledDetails);
    }

    public ReaderScreen toggledDetails(Set<Integer> folded) {
      return new ReaderScreen(
          post, document, page, headings, top, scrollColumn, focusIndex, search, folded);
    }

    public ReaderScreen page(Page page) {
      return new ReaderScreen(
          post,
          document,
          page,
          page.headings(),
          top,
          scrollColumn,
          focusIndex,
          search,
          toggledDetails);
    }
  }

  /** What a choice is about, and so what choosing does. */
  enum PickerKind {
    OUTLINE,
    LINKS,
    THEMES,
    CODE_BLOCKS
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
      List<Choice> matchingChoices,
      Prompt prompt,
      int selected,
      int top,
      Choice current)
      implements Screen {
    @Override
    public KeyContext keyContext() {
      return KeyContext.PICKER;
    }

    @Override
    public Frame draw(Model app) {
      return PickerView.draw(app, this);
    }

    public static Picker of(PickerKind kind, String title, List<Choice> choices, int selected) {
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

    public Picker withSelected(int selected) {
      return new Picker(kind, title, choices, matchingChoices, prompt, selected, top, current);
    }

    public Picker top(int top) {
      return new Picker(kind, title, choices, matchingChoices, prompt, selected, top, current);
    }

    public Picker prompt(Prompt narrow) {
      if (narrow.text().equals(this.prompt.text())) {
        return new Picker(kind, title, choices, matchingChoices, narrow, selected, top, current);
      }
      String folded = TextFolding.fold(narrow.text().strip());
      List<Choice> left = new java.util.ArrayList<>();
      for (Choice choice : choices)
        if (TextFolding.fold(choice.label()).contains(folded)) left.add(choice);
      // with the letters gone the bar is back where one is
      int selected = folded.isEmpty() ? Math.max(0, left.indexOf(current)) : 0;
      return new Picker(kind, title, choices, left, narrow, selected, 0, current);
    }

    public Choice selectedChoice() {
      return matchingChoices.isEmpty()
          ? null
          : matchingChoices.get(Math.min(selected, matchingChoices.size() - 1));
    }
  }

  /** The key table. @param about the screen it was asked on */
  record HelpScreen(KeyContext context, int top) implements Screen {
    @Override
    public KeyContext keyContext() {
      return KeyContext.COMMON;
    }

    @Override
    public Frame draw(Model app) {
      return HelpView.draw(app, this);
    }
  }

  /**
   * Text to look at or to select by hand, without a frame. @param note why, beside the title @param
   * top of the rows that the lines are broken into
   */
  record TextScreen(String title, String note, List<String> lines, int top) implements Screen {
    @Override
    public KeyContext keyContext() {
      return KeyContext.COMMON;
    }

    @Override
    public Frame draw(Model app) {
      return TextView.draw(app, this);
    }
  }
}
