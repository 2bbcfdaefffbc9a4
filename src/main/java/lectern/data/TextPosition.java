package lectern.data;

/**
 * A place in a text.
 *
 * @param line from 1
 * @param column from 1, in characters (code points)
 */
public record TextPosition(int line, int column) {
  /**
   * The place right after a text.
   *
   * @param before with {@code \n} as line ends
   */
  public static TextPosition after(String before) {
    int line = 1;
    for (int i = before.indexOf('\n'); i >= 0; i = before.indexOf('\n', i + 1)) line++;
    int from = before.lastIndexOf('\n') + 1;
    return new TextPosition(line, before.codePointCount(from, before.length()) + 1);
  }
}
