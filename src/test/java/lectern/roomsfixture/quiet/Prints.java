package lectern.roomsfixture.quiet;

class Prints {
  void value() {
    System.out.println();
  }
}
