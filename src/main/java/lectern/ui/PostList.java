package lectern.ui;

import lectern.post.Entry;
import org.jspecify.annotations.Nullable;

/**
 * The list of posts, always the first screen.
 *
 * @param selection indexes into {@link FilteredPosts#shown}
 * @param filter the filter while it is typed
 * @param unfinished the post to offer to continue
 */
public record PostList(
    Selection selection,
    @Nullable FilterInput filter,
    ReaderHistory.@Nullable ReadingRecord unfinished)
    implements Screen {
  static final PostList INITIAL = new PostList(Selection.FIRST, null, null);

  /**
   * A filter while it is typed.
   *
   * @param previousText the filter before it
   * @param previousEntry the post selected before it
   */
  public record FilterInput(Prompt prompt, String previousText, @Nullable Entry previousEntry) {
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
   * @param next none closes it
   */
  public PostList withFilter(@Nullable FilterInput next) {
    return new PostList(selection, next, unfinished);
  }

  public PostList withUnfinished(ReaderHistory.@Nullable ReadingRecord next) {
    return new PostList(selection, filter, next);
  }
}
