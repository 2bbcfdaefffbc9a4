package lectern.library;

/**
 * A file that cannot be read as a post at all. The message is a sentence without the file's name.
 */
public final class PostFailure extends Exception {
  public PostFailure(String message) {
    super(message, null, false, false);
  }
}
