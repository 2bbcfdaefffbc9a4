package lectern.library;

import lectern.post.DateParser;
import lectern.post.PostDate;
import org.jspecify.annotations.Nullable;

/** Dates in the names of files and folders, and in addresses. */
final class PathDates {
  private PathDates() {}

  /**
   * The date in a path: {@code 2024-03-02-name.md}, {@code 2024/03/02/name.md}, {@code
   * 2024/03-02-name.md}, or in the name of the folder whose page the file is.
   *
   * @param name path below the folder
   */
  static @Nullable PostDate ofFile(String name) {
    String bare = FileNames.withoutExtension(name);
    int last = bare.lastIndexOf('/') + 1;
    if (FileNames.isFolderPage(name) && last > 0) last = bare.lastIndexOf('/', last - 2) + 1;
    return find(bare, last);
  }

  /** The date in an address, at its beginning or after a slash. */
  static @Nullable PostDate ofAddress(String address) {
    return find(address, 0);
  }

  /**
   * The last date that begins a name.
   *
   * @param ownName from where a date may be a name of its own; before it stands in several folders
   */
  private static @Nullable PostDate find(String path, int ownName) {
    for (int i = path.length() - 1; i >= 0; i--) {
      if (i > 0 && path.charAt(i - 1) != '/') continue;
      int end = endOfDate(path, i);
      if (end < 0 || i < ownName && path.substring(i, end).indexOf('/') < 0) continue;
      PostDate date = DateParser.parse(path.substring(i, end).replace('/', '-').replace('_', '-'));
      if (date != null) return date;
    }
    return null;
  }

  /** Where a date ends that begins at an index: year, month and day; -1 for none. */
  private static int endOfDate(String path, int from) {
    int year = digits(path, from);
    if (year != 4 || path.charAt(from) < '1' || path.charAt(from) > '2') return -1;
    int month = from + 5;
    int monthDigits = separator(path, from + 4) ? digits(path, month) : 0;
    if (monthDigits < 1 || monthDigits > 2 || !separator(path, month + monthDigits)) return -1;
    int day = month + monthDigits + 1;
    int end = day + digits(path, day);
    boolean ends = end == path.length() || " .".indexOf(path.charAt(end)) >= 0;
    return end - day < 1 || end - day > 2 || !ends && !separator(path, end) ? -1 : end;
  }

  private static boolean separator(String path, int at) {
    return at < path.length() && "/-_".indexOf(path.charAt(at)) >= 0;
  }

  private static int digits(String path, int from) {
    int end = from;
    while (end < path.length() && path.charAt(end) >= '0' && path.charAt(end) <= '9') end++;
    return end - from;
  }

  /** Without the folders of a year, a month and a day. */
  static String withoutDateFolders(String path) {
    for (int i = 0; i < path.length(); i = path.indexOf('/', i) + 1) {
      int end = endOfDate(path, i);
      boolean folders = end > 0 && end < path.length() && path.charAt(end) == '/';
      if (folders && path.indexOf('/', i) == i + 4 && path.lastIndexOf('/', end - 1) > i + 4)
        return path.substring(0, i) + path.substring(end + 1);
      if (path.indexOf('/', i) < 0) break;
    }
    return path;
  }

  /** Without a date and a hyphen or underscore at the start of a file's name. */
  static String withoutDatePrefix(String file) {
    boolean prefixed =
        file.length() > 11
            && (file.charAt(10) == '-' || file.charAt(10) == '_')
            && isIsoDate(file.substring(0, 10));
    return prefixed ? file.substring(11) : file;
  }

  /** Whether a name is a date: {@code 2024-03-02}. */
  static boolean isIsoDate(String file) {
    if (file.length() != 10) return false;
    for (int i = 0; i < 10; i++) {
      char c = file.charAt(i);
      if (i == 4 || i == 7 ? c != '-' : c < '0' || c > '9') return false;
    }
    return true;
  }
}
