package lectern.layout;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The examples of the CommonMark spec (© John MacFarlane, CC-BY-SA 4.0), as test data. */
public final class Spec {
  private static final String FENCE = "`".repeat(32);

  private Spec() {}

  public record Example(int number, String markdown) {}

  public static List<Example> examples() {
    List<Example> out = new ArrayList<>();
    String[] lines = text().split("\n");
    for (int i = 0; i < lines.length; i++) {
      if (!lines[i].equals(FENCE + " example")) continue;
      StringBuilder markdown = new StringBuilder();
      for (i++; !lines[i].equals("."); i++)
        markdown.append(lines[i].replace('→', '\t')).append('\n');
      while (!lines[i].equals(FENCE)) i++;
      out.add(new Example(out.size() + 1, markdown.toString()));
    }
    return out;
  }

  private static String text() {
    try (InputStream in = Spec.class.getResourceAsStream("/spec/commonmark-0.31.2.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
