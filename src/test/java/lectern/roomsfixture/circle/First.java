package lectern.roomsfixture.circle;

class First {
  Second.Inner next;
}
