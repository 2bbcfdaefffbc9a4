package lectern.layout;

/**
 * Where a reader is in a post, whatever the width.
 *
 * @param block how many marked rows (see {@link lectern.text.Mark}) stand above or at the place,
 *     from 1; 0 above the first
 * @param offset characters of words (no decoration) between the block's beginning and the place
 */
public record Place(int block, int offset) {
  public static final Place START = new Place(0, 0);
}
