package lectern;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.googlejavaformat.java.Formatter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every source is formatted by google-java-format; {@code scripts/format} does it. */
class FormatIT {
  @Test
  void sourcesAreFormatted() throws Exception {
    Formatter formatter = new Formatter();
    List<String> others = new ArrayList<>();
    for (String folder : new String[] {"src", "scripts"}) {
      try (Stream<Path> files = Files.walk(Path.of(folder))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
          String source = Files.readString(file);
          String formatted = formatter.formatSourceAndFixImports(source);
          if (formatted.equals(source)) continue;
          if (Boolean.getBoolean("format.write")) Files.writeString(file, formatted);
          else others.add(file.toString());
        }
      }
    }
    assertEquals(List.of(), others, "scripts/format formats them");
  }
}
