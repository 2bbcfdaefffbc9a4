package lectern.ui;

import java.util.Map;
import lectern.post.Entry;
import lectern.post.Query;
import lectern.post.Tag;
import org.jspecify.annotations.Nullable;

/**
 * The tag picker.
 *
 * @param previousQuery to go back to
 * @param previousEntry the post to go back to
 * @param remainingPosts how many posts each tag would leave
 */
public record TagPicker(
    Query previousQuery,
    @Nullable Entry previousEntry,
    Map<Tag, Integer> remainingPosts,
    FilterableList<Tag> tags)
    implements Screen {
  @Override
  public KeyContext keyContext() {
    return KeyContext.TAG_PICKER;
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.tagPicker(this);
  }

  public TagPicker withTags(FilterableList<Tag> next) {
    return new TagPicker(previousQuery, previousEntry, remainingPosts, next);
  }

  public TagPicker withRemainingPosts(Map<Tag, Integer> counts) {
    return new TagPicker(previousQuery, previousEntry, counts, tags);
  }
}
