package lectern.roomsfixture.a;

class FullName {
  Object value() {
    return new lectern.roomsfixture.b.Target();
  }
}
