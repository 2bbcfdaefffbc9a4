package lectern.ssh;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** A network in CIDR notation: {@code 10.0.0.0/8}, {@code ::1}. */
public record CidrBlock(byte[] address, int prefixLength) {
  /**
   * @throws IllegalArgumentException when it is none; names are not looked up
   */
  public static CidrBlock parse(String text) {
    int slash = text.indexOf('/');
    String host = slash < 0 ? text : text.substring(0, slash);
    if (host.isEmpty()
        || !host.chars().allMatch(c -> Character.digit(c, 16) >= 0 || c == '.' || c == ':')) {
      throw new IllegalArgumentException(text);
    }
    try {
      byte[] address = InetAddress.getByName(host).getAddress();
      int bits = slash < 0 ? address.length * 8 : Integer.parseInt(text.substring(slash + 1));
      if (bits < 0 || bits > address.length * 8) throw new IllegalArgumentException(text);
      return new CidrBlock(address, bits);
    } catch (UnknownHostException | NumberFormatException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  boolean contains(InetAddress other) {
    byte[] bytes = other.getAddress();
    if (bytes.length != address.length) return false;
    for (int i = 0; i < prefixLength; i++) {
      int mask = 0x80 >> (i % 8);
      if ((bytes[i / 8] & mask) != (address[i / 8] & mask)) return false;
    }
    return true;
  }
}
