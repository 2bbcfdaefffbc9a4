package lectern.text;

import java.nio.charset.StandardCharsets;

/** Percent-encoding of UTF-8 in addresses (RFC 3986 §2.1, RFC 3987 §3.1). */
public final class PercentEncoding {
  private PercentEncoding() {}

  /**
   * Encodes all but printable ASCII.
   *
   * @param reserved printable characters to be encoded too
   * @return the same object when nothing had to be encoded
   */
  public static String encode(String text, String reserved) {
    if (isPlain(text, reserved)) return text;
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if (isPlain(c, reserved)) out.append(c);
      else
        out.append('%')
            .append(Character.forDigit(c >> 4, 16))
            .append(Character.forDigit(c & 15, 16));
    }
    return out.toString();
  }

  private static boolean isPlain(String text, String reserved) {
    for (int i = 0; i < text.length(); i++) if (!isPlain(text.charAt(i), reserved)) return false;
    return true;
  }

  private static boolean isPlain(char c, String reserved) {
    return c > ' ' && c < 0x7f && reserved.indexOf(c) < 0;
  }

  /** Decodes {@code %41} to {@code A}; what is not two hexadecimal digits is left as it is. */
  public static String decode(String text) {
    if (text.indexOf('%') < 0) return text;
    byte[] in = text.getBytes(StandardCharsets.UTF_8);
    byte[] out = new byte[in.length];
    int n = 0;
    for (int i = 0; i < in.length; i++) {
      int high = i + 2 < in.length && in[i] == '%' ? Character.digit(in[i + 1], 16) : -1;
      int low = high < 0 ? -1 : Character.digit(in[i + 2], 16);
      out[n++] = low < 0 ? in[i] : (byte) (high * 16 + low);
      if (low >= 0) i += 2;
    }
    return new String(out, 0, n, StandardCharsets.UTF_8);
  }
}
