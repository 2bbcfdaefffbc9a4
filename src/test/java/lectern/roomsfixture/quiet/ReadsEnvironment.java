package lectern.roomsfixture.quiet;

class ReadsEnvironment {
  String value() {
    return System.getenv("HOME");
  }
}
