package lectern.roomsfixture.quiet;

class Draws {
  Object value() {
    return new java.util.Random();
  }
}
