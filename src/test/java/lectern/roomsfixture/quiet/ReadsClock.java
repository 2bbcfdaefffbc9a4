package lectern.roomsfixture.quiet;

class ReadsClock {
  long value() {
    return System.currentTimeMillis();
  }
}
