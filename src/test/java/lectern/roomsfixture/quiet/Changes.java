package lectern.roomsfixture.quiet;

class Changes {
  static int count;
}
