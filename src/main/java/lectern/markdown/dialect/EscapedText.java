package lectern.markdown.dialect;

import org.commonmark.node.Text;

/** A character after a backslash, which opens nothing. */
final class EscapedText extends Text {
  EscapedText(String literal) {
    super(literal);
  }
}
