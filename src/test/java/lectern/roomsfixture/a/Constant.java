package lectern.roomsfixture.a;

class Constant {
  Object value() {
    return lectern.roomsfixture.b.Target.CONSTANT;
  }
}
