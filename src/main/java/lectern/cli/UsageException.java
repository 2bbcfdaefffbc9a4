package lectern.cli;

/** Wrong usage: one sentence for standard error, exit code 2. */
final class UsageException extends RuntimeException {
  UsageException(String message) {
    super(message, null, false, false);
  }
}
