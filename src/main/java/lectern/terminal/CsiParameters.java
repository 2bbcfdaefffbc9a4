package lectern.terminal;

/**
 * The numbers of a control sequence: with semicolons between them, each with numbers of its own
 * after colons (ECMA-48, 5.4.2). A private mark before them ({@code < = > ?}) is passed over.
 *
 * @param from of the first
 * @param to past the last
 */
record CsiParameters(byte[] bytes, int from, int to) {
  /** The nth; -1 when it is not there. */
  int get(int n) {
    return get(n, 0);
  }

  /** The kth number after a colon of the nth; -1 when it is not there. */
  int get(int n, int k) {
    int at = indexOfField(n);
    return at < 0 ? -1 : parseNumber(at, k);
  }

  /** The second, as xterm counts modifiers: 1 none. */
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
