package lectern.roomsfixture.quiet;

import java.util.List;

/** Uses the threads of the common pool. */
class RunsInParallel {
  int sum(List<Integer> numbers) {
    return numbers.parallelStream().mapToInt(n -> n).sum();
  }
}
