package lectern.roomsfixture.quiet;

class Repeats {
  Object value() {
    return new java.util.Random(1);
  }
}
