package lectern.library;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import lectern.data.TextPosition;

/**
 * Bytes to text: UTF-8, or UTF-16 where its byte order mark says so; line ends become {@code \n};
 * what cannot be decoded becomes U+FFFD and is a problem.
 *
 * @param text without byte order mark
 * @param invalidLine line of the first byte that is no text, from 1; 0 for none
 * @param invalidColumn its column, from 1
 * @param invalidIsNul whether that byte is a NUL
 * @param utf16 whether it was UTF-16
 */
record DecodedText(
    String text, int invalidLine, int invalidColumn, boolean invalidIsNul, boolean utf16) {
  /** Says what is wrong at the invalid byte. */
  String invalidReason() {
    return invalidIsNul ? "a NUL byte" : "a byte that is not UTF-8";
  }

  static DecodedText of(byte[] bytes, int length) {
    if (length >= 2 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xfe)
      return decodeUtf16(bytes, length, StandardCharsets.UTF_16LE);
    if (length >= 2 && (bytes[0] & 0xff) == 0xfe && (bytes[1] & 0xff) == 0xff)
      return decodeUtf16(bytes, length, StandardCharsets.UTF_16BE);
    int from =
        length >= 3
                && (bytes[0] & 0xff) == 0xef
                && (bytes[1] & 0xff) == 0xbb
                && (bytes[2] & 0xff) == 0xbf
            ? 3
            : 0;
    String text = new String(bytes, from, length - from, StandardCharsets.UTF_8);
    if (text.indexOf('\ufffd') < 0 && text.indexOf(0) < 0)
      return new DecodedText(normalizeLineEnds(text), 0, 0, false, false);
    int validEnd = validEnd(bytes, from, length);
    String before =
        normalizeLineEnds(new String(bytes, from, validEnd - from, StandardCharsets.UTF_8));
    boolean invalid = validEnd < length;
    TextPosition at = TextPosition.after(before);
    return new DecodedText(
        normalizeLineEnds(text),
        invalid ? at.line() : 0,
        invalid ? at.column() : 0,
        invalid && bytes[validEnd] == 0,
        false);
  }

  private static DecodedText decodeUtf16(byte[] bytes, int length, Charset charset) {
    return new DecodedText(
        normalizeLineEnds(new String(bytes, 2, length - 2, charset)), 0, 0, false, true);
  }

  /** How many bytes from the start are UTF-8 without NUL. */
  private static int validEnd(byte[] bytes, int from, int length) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes, from, length - from);
    CharBuffer out = CharBuffer.allocate(8192);
    CoderResult result;
    do {
      out.clear();
      result = decoder.decode(in, out, true);
    } while (result.isOverflow());
    int good = result.isError() ? in.position() : length;
    for (int i = from; i < good; i++) if (bytes[i] == 0) return i;
    return good;
  }

  private static String normalizeLineEnds(String text) {
    return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
  }
}
