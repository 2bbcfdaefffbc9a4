package lectern.library;

/**
 * A file that cannot be read as a post at all. The message is a sentence without the file's name.
 */
public final class UnreadablePostException extends Exception {
  public UnreadablePostException(String message) {
    super(message, null, false, false);
  }
}
