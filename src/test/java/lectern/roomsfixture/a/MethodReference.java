package lectern.roomsfixture.a;

class MethodReference {
  Runnable value() {
    return lectern.roomsfixture.b.Target::call;
  }
}
