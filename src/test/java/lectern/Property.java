package lectern;

import java.util.Arrays;
import java.util.Random;
import java.util.function.Function;

/**
 * Checks that something holds for many generated values.
 *
 * <p>A value is made from a {@link Random} whose answers are recorded. The seeds are fixed, so a
 * build that fails fails again; {@code -Dproperty.seed=N} tries others. When a value fails, the
 * recorded answers are dropped in runs and lowered one by one as long as the value made from them
 * still fails with the same kind of exception: lists lose elements, texts lose characters, choices
 * become the first choice. What is left is reported.
 */
public final class Property {
  /** How often a property is tried where the test does not say. */
  private static final int TRIES = 1_000;

  /** The most values tried while a failing one is simplified. */
  private static final int SHRINK_STEPS = 3_000;

  private static final long FIRST_SEED = Long.getLong("property.seed", 1);

  private Property() {}

  /** What must hold for a value; it throws where it does not. */
  public interface Check<T> {
    void accept(T value) throws Exception;
  }

  /** Checks 1,000 values. */
  public static <T> void check(Function<Random, T> generator, Check<T> check) {
    check(TRIES, generator, check);
  }

  /**
   * Checks as many values as {@code tries} says.
   *
   * @throws AssertionError with the seed, the simplest value that fails, and its exception as cause
   */
  public static <T> void check(int tries, Function<Random, T> generator, Check<T> check) {
    Trial<T> trial = new Trial<>(generator, check);
    for (int i = 0; i < tries; i++) {
      Choices choices = new Choices(FIRST_SEED + i);
      Throwable failure = trial.run(choices);
      if (failure != null) throw trial.simplified(choices, failure);
    }
  }

  private static final class Trial<T> {
    private final Function<Random, T> generator;
    private final Check<T> check;
    private T value;
    private int stepsLeft = SHRINK_STEPS;
    private int[] simplest;
    private Throwable failure;

    Trial(Function<Random, T> generator, Check<T> check) {
      this.generator = generator;
      this.check = check;
    }

    /** Returns what was thrown for the value made of these choices, or null. */
    Throwable run(Choices choices) {
      try {
        value = null;
        value = generator.apply(choices);
        check.accept(value);
        return null;
      } catch (Exception | AssertionError | StackOverflowError e) {
        return e;
      }
    }

    AssertionError simplified(Choices first, Throwable firstFailure) {
      String original = Gen.quoted(value);
      simplest = first.made();
      failure = firstFailure;
      while (dropRuns() | lowerChoices()) {
        // as long as it helps
      }
      run(new Choices(simplest));
      return new AssertionError(
          "seed %d, simplest value %s (%d choices; first found: %s): %s"
              .formatted(first.seed, Gen.quoted(value), simplest.length, original, failure),
          failure);
    }

    private boolean dropRuns() {
      boolean dropped = false;
      for (int run = Math.max(1, simplest.length / 2); run > 0; run = run > 8 ? run / 2 : run - 1) {
        for (int from = simplest.length - run; from >= 0; from--) {
          if (from + run > simplest.length) continue;
          int[] candidate = Arrays.copyOf(simplest, simplest.length - run);
          System.arraycopy(simplest, from + run, candidate, from, candidate.length - from);
          dropped |= stillFails(candidate);
        }
      }
      return dropped;
    }

    private boolean lowerChoices() {
      boolean lowered = false;
      for (int i = 0; i < simplest.length; i++) {
        lowered |= choice(i) != 0 && stillFailsWith(i, 0);
        for (int step = choice(i) / 2; step > 0; step /= 2) {
          while (choice(i) >= step && stillFailsWith(i, choice(i) - step)) lowered = true;
        }
      }
      return lowered;
    }

    private int choice(int index) {
      return index < simplest.length ? simplest[index] : 0;
    }

    private boolean stillFailsWith(int index, int choice) {
      int[] candidate = simplest.clone();
      candidate[index] = choice;
      return stillFails(candidate);
    }

    private boolean stillFails(int[] candidate) {
      if (stepsLeft == 0) return false;
      stepsLeft--;
      Choices choices = new Choices(candidate);
      Throwable thrown = run(choices);
      if (thrown == null || thrown.getClass() != failure.getClass()) return false;
      int[] made = choices.made();
      if (made.length > simplest.length
          || made.length == simplest.length && Arrays.compareUnsigned(made, simplest) >= 0)
        return false;
      simplest = made;
      failure = thrown;
      return true;
    }
  }

  /** Remembers each answer; made from answers, it gives them again, and then zeros. */
  private static final class Choices extends Random {
    private static final long serialVersionUID = 1;
    private final long seed;
    private final transient Random source;
    private final int[] given;
    private int[] made = new int[64];
    private int count;

    Choices(long seed) {
      this.seed = seed;
      source = new Random(seed * 0x9E3779B97F4A7C15L);
      given = null;
    }

    Choices(int[] given) {
      seed = 0;
      source = null;
      this.given = given;
    }

    int[] made() {
      return Arrays.copyOf(made, count);
    }

    @Override
    public int nextInt(int bound) {
      return record(given == null ? source.nextInt(bound) : Math.min(next(), bound - 1));
    }

    @Override
    public int nextInt(int origin, int bound) {
      return origin + nextInt(bound - origin);
    }

    @Override
    protected int next(int bits) {
      return record(given == null ? source.nextInt() >>> 32 - bits : next());
    }

    private int next() {
      return count < given.length ? given[count] : 0;
    }

    private int record(int choice) {
      if (count == made.length) made = Arrays.copyOf(made, 2 * count);
      made[count++] = choice;
      return choice;
    }
  }
}
