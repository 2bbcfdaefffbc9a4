package lectern.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import lectern.post.Diagnostic;

/**
 * What a check found, sorted by path, line and column.
 *
 * @param posts how many were checked
 * @param problems what is wrong
 * @param hints what may be meant so: a date or title that the neighbours have
 */
public record Findings(int posts, List<Diagnostic> problems, List<Diagnostic> hints) {
  static Findings of(int posts, List<Diagnostic> problems, List<Diagnostic> hints) {
    return new Findings(posts, sorted(problems), sorted(hints));
  }

  private static List<Diagnostic> sorted(List<Diagnostic> diagnostics) {
    List<Diagnostic> sorted = new ArrayList<>(new LinkedHashSet<>(diagnostics));
    sorted.sort(
        (a, b) -> {
          int by = a.path().compareTo(b.path());
          if (by == 0) by = Integer.compare(a.line(), b.line());
          return by != 0 ? by : Integer.compare(a.column(), b.column());
        });
    return List.copyOf(sorted);
  }

  /** The same with the hints counted as problems. */
  public Findings withHintsAsProblems() {
    List<Diagnostic> all = new ArrayList<>(problems);
    all.addAll(hints);
    return of(posts, all, List.of());
  }

  /** Those of several checks together. */
  public Findings plus(Findings other) {
    List<Diagnostic> allProblems = new ArrayList<>(problems);
    List<Diagnostic> allHints = new ArrayList<>(hints);
    allProblems.addAll(other.problems);
    allHints.addAll(other.hints);
    return new Findings(posts + other.posts, allProblems, allHints);
  }

  /** How many files have problems, or hints. */
  public static int countFiles(List<Diagnostic> diagnostics) {
    Set<Path> files = new HashSet<>();
    for (Diagnostic diagnostic : diagnostics) files.add(diagnostic.path());
    return files.size();
  }
}
