package lectern.cli;

import java.util.List;
import lectern.text.Sanitizer;

/**
 * Writes one JSON document (RFC 8259). Control characters are escaped, so it is harmless on a
 * terminal too.
 */
final class JsonWriter {
  private final StringBuilder out = new StringBuilder();
  private boolean needsComma;

  JsonWriter open(char bracket) {
    writeSeparator();
    out.append(bracket);
    needsComma = false;
    return this;
  }

  JsonWriter close(char bracket) {
    out.append(bracket);
    needsComma = true;
    return this;
  }

  JsonWriter name(String name) {
    writeSeparator();
    writeString(name);
    out.append(':');
    needsComma = false;
    return this;
  }

  JsonWriter value(String text) {
    writeSeparator();
    if (text == null) out.append("null");
    else writeString(text);
    needsComma = true;
    return this;
  }

  JsonWriter value(long number) {
    writeSeparator();
    out.append(number);
    needsComma = true;
    return this;
  }

  JsonWriter value(boolean value) {
    writeSeparator();
    out.append(value);
    needsComma = true;
    return this;
  }

  JsonWriter stringArray(String name, List<String> texts) {
    name(name).open('[');
    for (String text : texts) value(text);
    return close(']');
  }

  /** Between the entries of a long document: what stands so far, taken away to be written. */
  String drain() {
    String text = out.toString();
    out.setLength(0);
    return text;
  }

  private void writeSeparator() {
    if (needsComma) out.append(',');
  }

  private void writeString(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c == '"' || c == '\\') out.append('\\').append((char) c);
      else if (c == '\n') out.append("\\n");
      else if (c == '\t') out.append("\\t");
      else if (c >= 0xd800 && c <= 0xdfff) out.append('\ufffd');
      else if (Sanitizer.isUnsafe(c)) writeEscape(c);
      else out.appendCodePoint(c);
    }
    out.append('"');
  }

  private void writeEscape(int c) {
    for (char unit : Character.toChars(c)) {
      String hex = Integer.toHexString(unit);
      out.append("\\u").append("0".repeat(4 - hex.length())).append(hex);
    }
  }
}
