package lectern;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** Values for a {@link Property}; the first choice is always the simplest value. */
public final class Gen {
  private static final int MAX_LENGTH = 255;
  private static final String ASCII =
      "abcdefghijklmnopqrstuvwxyz ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789\n\t"
          + "-:#'\"[]{}()<>|&*!%@`,.?=+_/\\~^$;\r";

  private Gen() {}

  /** An element of the array. */
  @SafeVarargs
  public static <T> T of(Random random, T... values) {
    return values[random.nextInt(values.length)];
  }

  /** A number between two others, these included; one of the two in one case of ten. */
  public static int between(Random random, int min, int max) {
    return switch (random.nextInt(20)) {
      case 18 -> max;
      case 19 -> min;
      default -> random.nextInt(min, max + 1);
    };
  }

  /** At most as many elements; an element can be left out when the list is simplified. */
  public static <T> List<T> list(Random random, int max, Function<Random, T> element) {
    List<T> out = new ArrayList<>();
    int size = random.nextInt(max + 1);
    while (out.size() < size && random.nextInt(1_000) > 0) out.add(element.apply(random));
    return out;
  }

  /** The text of at most as many parts. */
  public static String joined(Random random, int max, String... parts) {
    return String.join("", list(random, max, r -> of(r, parts)));
  }

  /** Up to 255 characters of any kind: syntax, controls, every script, halves of surrogates. */
  public static String text(Random random) {
    return text(random, random.nextInt(4) == 0 ? MAX_LENGTH : 40);
  }

  /** At most as many characters of any kind. */
  public static String text(Random random, int max) {
    int kind = random.nextInt(5);
    return String.join("", list(random, max, r -> character(r, kind)));
  }

  /** At most as many characters of ASCII, controls among them. */
  public static String ascii(Random random, int max) {
    int kind = random.nextInt(2);
    return String.join("", list(random, max, r -> character(r, kind)));
  }

  private static String character(Random random, int kind) {
    return switch (kind) {
      case 0 -> String.valueOf(ASCII.charAt(random.nextInt(ASCII.length())));
      case 1 -> String.valueOf((char) random.nextInt(0x80));
      case 2 -> String.valueOf((char) random.nextInt(0x3100));
      case 3 -> String.valueOf((char) random.nextInt(0x10000));
      default -> Character.toString(random.nextInt(Character.MAX_CODE_POINT + 1));
    };
  }

  /** At most as many bytes, half of them of the bytes given. */
  public static byte[] bytes(Random random, int max, byte[] frequent) {
    List<Byte> list =
        list(
            random,
            max,
            r -> r.nextBoolean() ? (byte) r.nextInt(256) : frequent[r.nextInt(frequent.length)]);
    byte[] out = new byte[list.size()];
    for (int i = 0; i < out.length; i++) out[i] = list.get(i);
    return out;
  }

  /** A value for a message: texts in quotes, what cannot be seen as an escape of Java. */
  static String quoted(Object value) {
    if (value instanceof byte[] bytes) return java.util.HexFormat.of().formatHex(bytes);
    StringBuilder out = new StringBuilder(value instanceof String ? "\"" : "");
    for (char c : String.valueOf(value).toCharArray()) {
      if (c == '\n') out.append("\\n");
      else if (c < ' ' || c > '~') out.append("\\u%04x".formatted((int) c));
      else out.append(c);
    }
    return out.append(value instanceof String ? "\"" : "").toString();
  }
}
