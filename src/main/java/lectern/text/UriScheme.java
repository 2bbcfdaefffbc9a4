package lectern.text;

import java.util.Locale;

/** Schemes of addresses (RFC 3986 §3.1). */
public final class UriScheme {
  /** Browsers and terminals take no longer addresses, in UTF-16 units. */
  private static final int MAX_LENGTH = 2_048;

  private UriScheme() {}

  /**
   * The scheme that an address begins with.
   *
   * @return in lower case, without the colon; empty for a relative address and for a single letter,
   *     which is a drive
   */
  public static String of(String address) {
    int colon = address.indexOf(':');
    if (colon < 2 || !isLetter(address.charAt(0))) return "";
    for (int i = 1; i < colon; i++) {
      char c = address.charAt(i);
      if (!isLetter(c) && !(c >= '0' && c <= '9') && c != '+' && c != '-' && c != '.') return "";
    }
    return address.substring(0, colon).toLowerCase(Locale.ROOT);
  }

  /** Whether links with this scheme (lower case) are opened; those with others are only shown. */
  public static boolean isFollowed(String scheme) {
    return scheme.equals("http") || scheme.equals("https") || scheme.equals("mailto");
  }

  /** Whether a reader can follow an address: relative, or with a scheme that is followed. */
  public static boolean isFollowable(String address) {
    if (address.isEmpty() || address.length() > MAX_LENGTH) return false;
    String scheme = of(address);
    return scheme.isEmpty() || isFollowed(scheme);
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }
}
