package lectern.layout;

/**
 * Where a reader is in a post, independent of the width, and found again after the post was edited.
 *
 * @param block rows with an {@link lectern.text.Anchor} up to the position; 0 above the first
 * @param offset characters without decoration from the start of the block
 * @param fingerprint of the block's text; 0 for none or unknown
 * @param previousFingerprint that of the block before
 * @param nextFingerprint that of the block after
 */
public record ReadingPosition(
    int block, int offset, int fingerprint, int previousFingerprint, int nextFingerprint) {
  public static final ReadingPosition START = new ReadingPosition(0, 0);

  public ReadingPosition(int block, int offset) {
    this(block, offset, 0, 0, 0);
  }
}
