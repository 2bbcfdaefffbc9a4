package lectern.layout;

/**
 * Where a reader is in a post, whatever the width, and so that it is found again after the post was
 * edited.
 *
 * @param block how many marked rows (see {@link lectern.text.Anchor}) stand above or at the place,
 *     from 1; 0 above the first
 * @param offset characters of words (no decoration) between the block's beginning and the place
 * @param fingerprint of what the block says; 0 for nothing, or not known
 * @param previousFingerprint @param after the prints of its neighbours
 */
public record ReadingPosition(
    int block, int offset, int fingerprint, int previousFingerprint, int nextFingerprint) {
  public static final ReadingPosition START = new ReadingPosition(0, 0);

  public ReadingPosition(int block, int offset) {
    this(block, offset, 0, 0, 0);
  }
}
