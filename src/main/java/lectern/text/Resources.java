package lectern.text;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads the program's own text files: themes and languages. Where the launcher says so, they are
 * plain files beside the program, because finding one inside a jar costs a fifth of a short run;
 * the jar has them too.
 */
public final class Resources {
  private static final String DIRECTORY = System.getProperty("lectern.texts");

  private Resources() {}

  /**
   * @param name as {@code theme/ansi.theme}
   * @return null when there is none
   */
  public static @Nullable String read(String name) {
    try (InputStream in = open(name)) {
      return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return null;
    }
  }

  private static InputStream open(String name) {
    if (DIRECTORY != null) {
      try {
        return new FileInputStream(DIRECTORY + "/" + name);
      } catch (IOException e) {
        // the jar has it
      }
    }
    return Resources.class.getResourceAsStream("/lectern/" + name);
  }
}
