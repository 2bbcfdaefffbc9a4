package lectern.roomsfixture.quiet;

class OpensAddress {
  Object value() {
    return java.net.URI.create("x:y");
  }
}
