package lectern.library;

/** Reads slug and title off the name of a file. */
final class FileNames {
  private FileNames() {}

  /**
   * @param name path below the folder, {@code /} between names
   */
  static String slug(String name) {
    String bare = withoutExtension(name);
    int slash = bare.lastIndexOf('/');
    if (isIndex(bare.substring(slash + 1)) && slash > 0) bare = bare.substring(0, slash);
    bare = PathDates.withoutDateFolders(bare);
    int last = bare.lastIndexOf('/') + 1;
    return bare.substring(0, last) + PathDates.withoutDatePrefix(bare.substring(last));
  }

  /** Whether a file is the page of its folder, also in one of several languages. */
  static boolean isFolderPage(String name) {
    String bare = withoutExtension(name);
    return isIndex(bare.substring(bare.lastIndexOf('/') + 1));
  }

  /** {@code index}, and {@code _index} (Hugo, Zola), with or without a language. */
  private static boolean isIndex(String file) {
    int dot = file.indexOf('.');
    String word = dot > 0 && isLanguage(file, dot + 1) ? file.substring(0, dot) : file;
    return word.equalsIgnoreCase("index") || word.equals("_index");
  }

  /** {@code fr}, {@code pt-br}, {@code zh_Hans}. */
  private static boolean isLanguage(String file, int from) {
    int letters = 0;
    while (from + letters < file.length() && Character.isLetter(file.charAt(from + letters)))
      letters++;
    int end = from + letters;
    boolean region = end < file.length() && "-_".indexOf(file.charAt(end)) >= 0;
    return (letters == 2 || letters == 3)
        && (end == file.length() || region && file.length() - end <= 5);
  }

  /** Whether a file lies where Jekyll and Hexo keep drafts. */
  static boolean isDraft(String name) {
    return name.startsWith("_drafts/") || name.contains("/_drafts/");
  }

  /** {@code notes/half-written_thing.md} → {@code Half written thing}. */
  static String title(String name) {
    String slug = slug(name);
    String last = slug.substring(slug.lastIndexOf('/') + 1);
    if (PathDates.isIsoDate(last)) return last;
    String words = last.replace('-', ' ').replace('_', ' ').strip();
    if (words.isEmpty()) return name;
    int first = words.codePointAt(0);
    return new StringBuilder()
        .appendCodePoint(Character.toTitleCase(first))
        .append(words, Character.charCount(first), words.length())
        .toString();
  }

  static String withoutExtension(String name) {
    int dot = name.lastIndexOf('.');
    return dot > name.lastIndexOf('/') + 1 ? name.substring(0, dot) : name;
  }
}
