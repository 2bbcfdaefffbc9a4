package lectern.roomsfixture.quiet;

class StartsThread {
  void value() {
    Thread.ofVirtual().start(() -> {});
  }
}
