package lectern.roomsfixture.a;

class RecordPattern {
  int value(Object object) {
    return object instanceof lectern.roomsfixture.b.Target.Nested(int number) ? number : 0;
  }
}
