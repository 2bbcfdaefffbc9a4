package lectern.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import lectern.text.Sanitizer;

/** Sentences on standard error. */
final class ErrorOutput {
  private ErrorOutput() {}

  /** {@code lectern: sentence}, on one line, with nothing in it that a terminal could obey. */
  static void print(String sentence, CommandContext around) {
    try {
      around
          .err()
          .write(
              ("lectern: " + Sanitizer.sanitize(sentence) + "\n").getBytes(StandardCharsets.UTF_8));
      around.err().flush();
    } catch (IOException gone) {
      // nobody listens on standard error: the exit code still says it
    }
  }
}
