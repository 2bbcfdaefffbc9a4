package lectern.terminal;

/**
 * The parameters of a control sequence: separated by semicolons, each with subparameters after
 * colons (ECMA-48, 5.4.2). A private mark before them ({@code < = > ?}) is skipped.
 *
 * @param from index of the first byte
 * @param to index after the last byte
 */
record CsiParameters(byte[] bytes, int from, int to) {
  /** Parameter {@code n}, from 0; -1 when missing. */
  int get(int n) {
    return get(n, 0);
  }

  /** Subparameter {@code k} of parameter {@code n}, both from 0; -1 when missing. */
  int get(int n, int k) {
    int at = indexOfField(n);
    return at < 0 ? -1 : parseNumber(at, k);
  }

  /** Parameter 1 as xterm encodes modifiers: 1 for none. */
  int modifiers() {
    int n = get(1);
    return n < 1 || n > 256 ? 1 : n;
  }

  private int indexOfField(int n) {
    int at = from;
    for (int i = from; i < to && n > 0; i++) {
      if (bytes[i] == ';') {
        n--;
        at = i + 1;
      }
    }
    return n > 0 ? -1 : at;
  }

  private int parseNumber(int at, int k) {
    int value = -1;
    for (int i = at; i < to && bytes[i] != ';'; i++) {
      if (bytes[i] == ':') {
        if (k-- == 0) return value;
        value = -1;
      } else if (bytes[i] >= '0' && bytes[i] <= '9' && value < 10_000_000) {
        value = Math.max(0, value) * 10 + bytes[i] - '0';
      }
    }
    return k == 0 ? value : -1;
  }
}
