package lectern.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lectern.text.Role;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is comment, string or neither, against bat. bat is given a theme of three colours, so that
 * it says what it found and not how it would look.
 *
 * <p>The samples are in {@code src/test/resources/code}, named by language. With {@code
 * -Dbat.corpus=FOLDER} the files of a folder of folders, each named by language, are judged too,
 * and {@code -Dbat.misses=true} prints the lines that differ.
 */
class BatAgreementTest {
  private static final double AGREED = 0.98;

  /** What bat's grammars leave plain or name otherwise, as a whole language. */
  private static final Map<String, String> BAT_NAMES =
      Map.of("jsx", "JavaScript (Babel)", "csharp", "c#", "docker", "dockerfile");

  private static final String THEME =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <plist version="1.0"><dict><key>name</key><string>judge</string><key>settings</key><array>
      <dict><key>settings</key><dict><key>foreground</key><string>#000003</string></dict></dict>
      <dict><key>scope</key><string>string</string><key>settings</key><dict>
      <key>foreground</key><string>#000002</string></dict></dict>
      <dict><key>scope</key><string>string source, string meta.interpolation, string meta.embedded, \
      meta.interpolation, string.unquoted, \
      string meta.group.expansion, string.quoted variable, entity.name.tag, \
      meta.style.inline source</string><key>settings</key><dict>
      <key>foreground</key><string>#000003</string></dict></dict>
      <dict><key>scope</key><string>source.yaml string.unquoted, source.perl string.unquoted, string.unquoted.heredoc, string.unquoted.html, string.unquoted.cdata, \
      source.css string.unquoted, source.nix string.unquoted, \
      string.quoted.double constant, markup.raw.inline</string><key>settings</key><dict>
      <key>foreground</key><string>#000002</string></dict></dict>
      <dict><key>scope</key><string>source.yaml entity.name.tag</string><key>settings</key><dict>
      <key>foreground</key><string>#000003</string></dict></dict>
      <dict><key>scope</key><string>comment, comment string, comment entity.name.tag, comment meta.tag string</string><key>settings</key><dict>
      <key>foreground</key><string>#000001</string></dict></dict>
      </array></dict></plist>
      """;

  private static final Pattern ESCAPE = Pattern.compile("\u001b\\[([0-9;]*)m");

  @TempDir Path work;

  @Test
  void commentsAndStringsAreWhereBatSeesThem() throws Exception {
    String bat = program();
    Assumptions.assumeTrue(bat != null, "skipped: neither bat nor batcat is here");
    Path theme = Files.createDirectories(work.resolve("source/themes")).resolve("judge.tmTheme");
    Files.writeString(theme, THEME);
    Path cache = work.resolve("cache");
    run(
        Map.of(),
        bat,
        "cache",
        "--build",
        "--source",
        work.resolve("source").toString(),
        "--target",
        cache.toString());
    Map<String, long[]> scores = new TreeMap<>();
    for (Path sample : files(Path.of("src/test/resources/code"))) {
      String name = sample.getFileName().toString();
      judge(bat, cache, name, sample, scores);
    }
    String corpus = System.getProperty("bat.corpus", "");
    if (!corpus.isEmpty()) {
      for (Path language : files(Path.of(corpus)))
        for (Path sample : files(language))
          judge(bat, cache, language.getFileName().toString(), sample, scores);
    }
    List<String> below = new ArrayList<>();
    for (Map.Entry<String, long[]> one : scores.entrySet()) {
      long[] score = one.getValue();
      double share = score[0] / (double) Math.max(1, score[1]);
      String line = String.format(Locale.ROOT, "%-12s %6.2f %%", one.getKey(), 100 * share);
      if (!corpus.isEmpty()) System.out.println(line + "  of " + score[1]);
      if (share < AGREED) below.add(line);
    }
    assertTrue(scores.size() >= 30, "samples: " + scores.size());
    assertEquals(List.of(), below);
  }

  private void judge(String bat, Path cache, String language, Path file, Map<String, long[]> scores)
      throws Exception {
    String text = Files.readString(file).replace("\r", "");
    String verdict = verdict(bat, cache, language, text);
    if (verdict == null) return;
    byte[] ours = Highlighter.highlight(language, text);
    long[] score = scores.computeIfAbsent(language, l -> new long[2]);
    boolean show = Boolean.getBoolean("bat.misses");
    int line = 0;
    boolean missed = false;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || text.charAt(i) == '\n') {
        if (missed && show) print(file, text, line, i, ours, verdict);
        missed = false;
        line = i + 1;
        continue;
      }
      if (Character.isWhitespace(text.charAt(i))) continue;
      score[1]++;
      if (kind(ours[i]) == verdict.charAt(i)) score[0]++;
      else missed = true;
    }
  }

  private static void print(Path file, String text, int from, int to, byte[] ours, String verdict) {
    StringBuilder mine = new StringBuilder();
    for (int i = from; i < to; i++) mine.append(kind(ours[i]) == '3' ? ' ' : kind(ours[i]));
    System.out.println(
        file.getFileName()
            + "\n  "
            + text.substring(from, to)
            + "\n  "
            + mine
            + " ours\n  "
            + verdict.substring(from, to).replace('3', ' ')
            + " bat");
  }

  private static char kind(byte role) {
    if (role == Role.CODE_COMMENT.ordinal() + 1) return '1';
    return role == Role.CODE_STRING.ordinal() + 1
            || role == Role.CODE_KEY.ordinal() + 1
            || role == Role.CODE_ESCAPE.ordinal() + 1
        ? '2'
        : '3';
  }

  /** Of each character what bat takes it for; null where bat has no such language. */
  private String verdict(String bat, Path cache, String language, String text) throws Exception {
    Path file = work.resolve("block");
    Files.writeString(file, text);
    String out =
        run(
            Map.of("BAT_CACHE_PATH", cache.toString(), "COLORTERM", "truecolor"),
            bat,
            "--no-config",
            "--theme=judge",
            "--color=always",
            "--style=plain",
            "--paging=never",
            "--tabs=0",
            "--wrap=never",
            "--language=" + BAT_NAMES.getOrDefault(language, language),
            file.toString());
    if (out == null) return null;
    StringBuilder plain = new StringBuilder();
    StringBuilder kinds = new StringBuilder();
    char now = '3';
    Matcher escape = ESCAPE.matcher(out);
    int at = 0;
    while (true) {
      boolean found = escape.find();
      int end = found ? escape.start() : out.length();
      plain.append(out, at, end);
      for (int i = at; i < end; i++) kinds.append(now);
      if (!found) break;
      String code = escape.group(1);
      now = code.startsWith("38;2;0;0;") ? code.charAt(9) : '3';
      at = escape.end();
    }
    assertEquals(text.stripTrailing(), plain.toString().stripTrailing(), language);
    return kinds.append("3".repeat(text.length())).toString();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (var all = Files.list(folder)) {
      return all.sorted().toList();
    }
  }

  /** What a program prints; null when it fails. */
  private static String run(Map<String, String> more, String... command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(more);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() == 0 ? out : null;
  }

  private static String program() {
    for (String folder : System.getenv().getOrDefault("PATH", "").split(":"))
      for (String name : new String[] {"bat", "batcat"}) {
        Path file = Path.of(folder, name);
        if (Files.isExecutable(file)) return file.toString();
      }
    return null;
  }
}
