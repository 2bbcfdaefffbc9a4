package lectern.roomsfixture.circle;

class Third {
  First next;
}
