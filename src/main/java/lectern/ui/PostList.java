package lectern.ui;

import lectern.post.Entry;

/**
 * The list of posts, always the first screen.
 *
 * @param selection indexes into {@link FilteredPosts#shown}
 * @param filter the filter while it is typed; null when it is not
 * @param unfinished the post to offer to continue; null for none
 */
public record PostList(
    Selection selection, FilterInput filter, ReaderHistory.ReadingRecord unfinished)
    implements Screen {
  static final PostList INITIAL = new PostList(Selection.FIRST, null, null);

  /**
   * A filter while it is typed.
   *
   * @param previousText the filter before it
   * @param previousEntry the post selected before it; null for none
   */
  public record FilterInput(Prompt prompt, String previousText, Entry previousEntry) {
    public FilterInput withPrompt(Prompt next) {
      return new FilterInput(next, previousText, previousEntry);
    }
  }

  @Override
  public KeyContext keyContext() {
    return KeyContext.POST_LIST;
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.postList(this);
  }

  public PostList withSelection(Selection next) {
    return new PostList(next, filter, unfinished);
  }

  /**
   * @param next null closes it
   */
  public PostList withFilter(FilterInput next) {
    return new PostList(selection, next, unfinished);
  }

  public PostList withUnfinished(ReaderHistory.ReadingRecord next) {
    return new PostList(selection, filter, next);
  }
}
