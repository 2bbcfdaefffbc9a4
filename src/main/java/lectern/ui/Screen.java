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
  Where where();

  /** Its picture. */
  Frame frame(App app);

  /**
   * The list of posts, always the first.
   *
   * @param selected @param top indexes into what the shelf shows
   * @param typing the filter being typed; null when it is not
   * @param before the words of the filter before it was typed
   * @param on the post under the bar then; null for none
   * @param resume the post to offer to go on with; null for none
   */
  record Posts(
      int selected,
      int top,
      Prompt typing,
      String before,
      lectern.post.Entry on,
      Memory.Kept resume)
      implements Screen {
    @Override
    public Where where() {
      return Where.LIST;
    }

    @Override
    public Frame frame(App app) {
      return PostListView.frame(app, this);
    }

    static final Posts FIRST = new Posts(0, 0, null, "", null, null);

    Posts at(int selected) {
      return new Posts(selected, top, typing, before, on, resume);
    }

    Posts top(int top) {
      return new Posts(selected, top, typing, before, on, resume);
    }

    Posts typing(Prompt prompt, String before, lectern.post.Entry on) {
      return new Posts(selected, top, prompt, before, on, resume);
    }

    Posts typed() {
      return typing(null, "", null);
    }

    Posts resume(Memory.Kept kept) {
      return new Posts(selected, top, typing, before, on, kept);
    }
  }

  /**
   * The tag picker.
   *
   * @param before @param on the query and the post to go back to
   * @param tags all of them @param shown those that the typed letters leave
   * @param counts of posts that would remain
   */
  record Tags(
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
    public Where where() {
      return Where.TAGS;
    }

    @Override
    public Frame frame(App app) {
      return TagPickerView.frame(app, this);
    }

    Tags at(int selected) {
      return new Tags(before, on, tags, shown, counts, narrow, selected, top);
    }

    Tags top(int top) {
      return new Tags(before, on, tags, shown, counts, narrow, selected, top);
    }

    Tags counts(Map<Tag, Integer> counts) {
      return new Tags(before, on, tags, shown, counts, narrow, selected, top);
    }

    Tags narrow(Prompt narrow) {
      if (narrow.text().equals(this.narrow.text())) {
        return new Tags(before, on, tags, shown, counts, narrow, selected, top);
      }
      String folded = Tag.fold(narrow.text().strip());
      List<Tag> left = new java.util.ArrayList<>();
      for (Tag tag : tags) if (tag.key().contains(folded)) left.add(tag);
      return new Tags(before, on, tags, left, counts, narrow, 0, 0);
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
  record Reader(
      Opened opened,
      Document document,
      Page page,
      List<Page.Heading> headings,
      int top,
      int left,
      int focus,
      Find find,
      Set<Integer> folded)
      implements Screen {
    @Override
    public Where where() {
      return Where.READER;
    }

    @Override
    public Frame frame(App app) {
      return ReaderView.frame(app, this);
    }

    Reader top(int top) {
      return top == this.top
          ? this
          : new Reader(opened, document, page, headings, top, left, focus, find, folded);
    }

    Reader left(int left) {
      return new Reader(opened, document, page, headings, top, left, focus, find, folded);
    }

    Reader focus(int focus) {
      return new Reader(opened, document, page, headings, top, left, focus, find, folded);
    }

    Reader find(Find find) {
      return new Reader(opened, document, page, headings, top, left, focus, find, folded);
    }

    Reader folded(Set<Integer> folded) {
      return new Reader(opened, document, page, headings, top, left, focus, find, folded);
    }

    Reader page(Page page) {
      return new Reader(opened, document, page, page.headings(), top, left, focus, find, folded);
    }
  }

  /** What a choice is about, and so what choosing does. */
  enum Kind {
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
  record Chooser(
      Kind kind,
      String title,
      List<Choice> choices,
      List<Choice> shown,
      Prompt narrow,
      int selected,
      int top,
      Choice current)
      implements Screen {
    @Override
    public Where where() {
      return Where.CHOOSER;
    }

    @Override
    public Frame frame(App app) {
      return PickerView.frame(app, this);
    }

    static Chooser of(Kind kind, String title, List<Choice> choices, int selected) {
      Choice current = choices.isEmpty() ? null : choices.get(Math.max(0, selected));
      return new Chooser(
          kind,
          title,
          choices,
          choices,
          Prompt.EMPTY,
          Math.max(0, selected),
          0,
          selected < 0 ? null : current);
    }

    Chooser at(int selected) {
      return new Chooser(kind, title, choices, shown, narrow, selected, top, current);
    }

    Chooser top(int top) {
      return new Chooser(kind, title, choices, shown, narrow, selected, top, current);
    }

    Chooser narrow(Prompt narrow) {
      if (narrow.text().equals(this.narrow.text())) {
        return new Chooser(kind, title, choices, shown, narrow, selected, top, current);
      }
      String folded = Tag.fold(narrow.text().strip());
      List<Choice> left = new java.util.ArrayList<>();
      for (Choice choice : choices) if (Tag.fold(choice.label()).contains(folded)) left.add(choice);
      // with the letters gone the bar is back where one is
      int selected = folded.isEmpty() ? Math.max(0, left.indexOf(current)) : 0;
      return new Chooser(kind, title, choices, left, narrow, selected, 0, current);
    }

    Choice chosen() {
      return shown.isEmpty() ? null : shown.get(Math.min(selected, shown.size() - 1));
    }
  }

  /** The key table. @param about the screen it was asked on */
  record Help(Where about, int top) implements Screen {
    @Override
    public Where where() {
      return Where.EVERYWHERE;
    }

    @Override
    public Frame frame(App app) {
      return HelpView.frame(app, this);
    }
  }

  /**
   * Text to look at or to select by hand, without a frame. @param note why, beside the title @param
   * top of the rows that the lines are broken into
   */
  record Text(String title, String note, List<String> lines, int top) implements Screen {
    @Override
    public Where where() {
      return Where.EVERYWHERE;
    }

    @Override
    public Frame frame(App app) {
      return TextView.frame(app, this);
    }
  }
}
