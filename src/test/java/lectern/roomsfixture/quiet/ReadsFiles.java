package lectern.roomsfixture.quiet;

class ReadsFiles {
  boolean value() {
    return java.nio.file.Files.exists(java.nio.file.Path.of("x"));
  }
}
