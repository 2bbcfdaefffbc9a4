package lectern.roomsfixture.quiet;

class ReadsDay {
  Object value() {
    return java.time.LocalDate.now();
  }
}
