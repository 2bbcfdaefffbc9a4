package lectern.cli;

import java.util.List;
import lectern.text.Sanitizer;

/**
 * Writes one JSON document (RFC 8259). Control characters are escaped, so it is harmless on a
 * terminal too.
 */
final class JsonWriter {
  private final StringBuilder out = new StringBuilder();
  private boolean comma;

  JsonWriter open(char bracket) {
    separate();
    out.append(bracket);
    comma = false;
    return this;
  }

  JsonWriter close(char bracket) {
    out.append(bracket);
    comma = true;
    return this;
  }

  JsonWriter name(String name) {
    separate();
    string(name);
    out.append(':');
    comma = false;
    return this;
  }

  JsonWriter text(String text) {
    separate();
    if (text == null) out.append("null");
    else string(text);
    comma = true;
    return this;
  }

  JsonWriter number(long number) {
    separate();
    out.append(number);
    comma = true;
    return this;
  }

  JsonWriter truth(boolean value) {
    separate();
    out.append(value);
    comma = true;
    return this;
  }

  JsonWriter texts(String name, List<String> texts) {
    name(name).open('[');
    for (String text : texts) text(text);
    return close(']');
  }

  /** Between the entries of a long document: what stands so far, taken away to be written. */
  String take() {
    String text = out.toString();
    out.setLength(0);
    return text;
  }

  private void separate() {
    if (comma) out.append(',');
  }

  private void string(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c == '"' || c == '\\') out.append('\\').append((char) c);
      else if (c == '\n') out.append("\\n");
      else if (c == '\t') out.append("\\t");
      else if (c >= 0xd800 && c <= 0xdfff) out.append('\ufffd');
      else if (Sanitizer.isUnsafe(c)) escape(c);
      else out.appendCodePoint(c);
    }
    out.append('"');
  }

  private void escape(int c) {
    for (char unit : Character.toChars(c)) {
      String hex = Integer.toHexString(unit);
      out.append("\\u").append("0".repeat(4 - hex.length())).append(hex);
    }
  }
}
