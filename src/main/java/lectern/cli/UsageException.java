package lectern.cli;

/** Wrong usage: one sentence for standard error, and the exit code. */
final class UsageException extends RuntimeException {
  final int exitCode;

  UsageException(String message) {
    this(message, ExitCode.USAGE);
  }

  UsageException(String message, int exitCode) {
    super(message, null, false, false);
    this.exitCode = exitCode;
  }
}
