package lectern.markdown.dialect;

/** Follows the code fences of a source line by line (CommonMark 0.31 §4.5). */
final class CodeFence {
  private final String source;

  /** The backticks or tildes of the open fence; empty outside of code. */
  private String open = "";

  CodeFence(String source) {
    this.source = source;
  }

  boolean isOpen() {
    return !open.isEmpty();
  }

  /** Whether the line between two indexes is code or a fence; to be asked of each line in order. */
  boolean containsLine(int from, int end) {
    String marker = marker(from, end);
    boolean code = isOpen() || !marker.isEmpty();
    if (!isOpen()) open = marker;
    else if (marker.startsWith(open) && source.substring(from, end).strip().equals(marker))
      open = "";
    return code;
  }

  /** The three or more backticks or tildes that a line begins with; empty for none. */
  private String marker(int from, int end) {
    int start = from;
    while (start < end && source.charAt(start) == ' ') start++;
    if (start == end || source.charAt(start) != '`' && source.charAt(start) != '~') return "";
    int to = start;
    while (to < end && source.charAt(to) == source.charAt(start)) to++;
    if (to - start < 3) return "";
    boolean codeSpan = source.charAt(start) == '`' && source.indexOf('`', to, end) >= 0;
    return codeSpan ? "" : source.substring(start, to);
  }
}
