package lectern.roomsfixture.quiet;

class RefersToClock {
  java.util.function.LongSupplier value() {
    return System::nanoTime;
  }
}
