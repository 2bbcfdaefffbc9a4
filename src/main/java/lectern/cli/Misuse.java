package lectern.cli;

/** Wrong usage: one sentence for standard error, exit code 2. */
final class Misuse extends RuntimeException {
  Misuse(String message) {
    super(message, null, false, false);
  }
}
