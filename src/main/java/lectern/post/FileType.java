package lectern.post;

import java.util.Locale;
import lectern.text.Resources;

/** What a file holds, by its name: Markdown, source code, or lines of text. */
public final class FileType {
  /** The name of what comes down a pipe: Markdown. */
  public static final String STANDARD_INPUT = "standard input";

  private static final String MARKDOWN_EXTENSIONS =
      " md mdx markdown markdn mdown mdwn mdn mkd mkdn mkdown mdtxt mdtext mmd rmd qmd livemd mdc"
          + " mdoc mdsvex svx ronn gfm ";

  /** Names of files whose kind stands before the first dot, as in {@code Dockerfile.dev}. */
  private static final String KINDS_BEFORE_DOT =
      " dockerfile containerfile makefile gnumakefile jenkinsfile ";

  private FileType() {}

  /**
   * Whether a file is Markdown by its extension.
   *
   * @param name with or without folders
   */
  public static boolean isMarkdown(String name) {
    String file = fileName(name);
    return file.equals(STANDARD_INPUT) || MARKDOWN_EXTENSIONS.contains(" " + extension(file) + " ");
  }

  /**
   * The language of source code, by the file's extension or name.
   *
   * @return empty for other text
   */
  public static String language(String name) {
    String file = fileName(name);
    int dot = file.indexOf('.', 1);
    String stem = dot < 0 ? file : file.substring(0, dot);
    if (KINDS_BEFORE_DOT.contains(" " + stem + " ")) return languageOf(stem);
    String whole = languageOf(file.startsWith(".") ? file.substring(1) : file);
    return whole.isEmpty() ? languageOf(extension(file)) : whole;
  }

  private static String fileName(String name) {
    return name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
  }

  private static String extension(String file) {
    return file.substring(file.lastIndexOf('.') + 1);
  }

  private static String languageOf(String alias) {
    String names = "\n" + Resources.read("language/names") + "\n";
    if (alias.isEmpty() || alias.indexOf(' ') >= 0 || alias.indexOf('\n') >= 0) return "";
    int at = names.indexOf(" " + alias + " ");
    if (at < 0) at = names.indexOf(" " + alias + "\n");
    if (at < 0) at = names.indexOf("\n" + alias + " ");
    if (at < 0) at = names.indexOf("\n" + alias + "\n");
    if (at < 0) return "";
    int start = names.lastIndexOf('\n', at) + 1;
    if (names.charAt(at) == '\n') start = at + 1;
    int end = start;
    while (names.charAt(end) > ' ') end++;
    return names.substring(start, end);
  }
}
