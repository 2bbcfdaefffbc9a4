package lectern.cli;

/**
 * Something was wrong with the posts, or not found: one sentence for standard error, exit code 1.
 */
final class CommandException extends RuntimeException {
  CommandException(String message) {
    super(message, null, false, false);
  }
}
