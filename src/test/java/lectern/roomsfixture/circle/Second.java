package lectern.roomsfixture.circle;

class Second {
  static class Inner {
    Third next;
  }
}
