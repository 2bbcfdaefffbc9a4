package lectern.roomsfixture.b;

class Library {
  Object value() {
    return new org.commonmark.node.Text("");
  }
}
