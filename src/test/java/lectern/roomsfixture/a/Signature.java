package lectern.roomsfixture.a;

class Signature {
  void take(java.util.List<lectern.roomsfixture.b.Target> targets) {}
}
