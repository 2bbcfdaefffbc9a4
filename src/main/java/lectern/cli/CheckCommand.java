package lectern.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lectern.check.Findings;
import lectern.check.PostLinter;
import lectern.library.Library;
import lectern.markdown.HeadingText;
import lectern.post.Diagnostic;
import lectern.text.Sanitizer;

/**
 * {@code lectern check}: {@code file:line:column: problem}, then a summary; exit code 1 when there
 * is one. Hints count with {@code --strict} only.
 */
final class CheckCommand {
  private CheckCommand() {}

  static int run(Invocation invocation, CommandContext context) throws IOException {
    if (invocation.arguments.size() > 1) throw new UsageException("check: one source at a time");
    List<Path> sources =
        invocation.arguments.isEmpty()
            ? invocation.postFolders()
            : List.of(invocation.resolvePath(invocation.arguments.getFirst()));
    Findings findings = new Findings(0, List.of(), List.of());
    for (Path source : sources) findings = findings.plus(lintSource(source, invocation, context));
    if (invocation.hasOption(CliOption.STRICT)) findings = findings.withHintsAsProblems();
    Path folder = context.workingDirectory().toAbsolutePath().normalize();
    if (invocation.hasOption(CliOption.JSON)) context.print(toJson(findings, folder) + "\n");
    else context.print(toLines(findings, folder) + summary(findings) + "\n");
    return findings.problems().isEmpty() ? ExitCode.OK : ExitCode.FAILURE;
  }

  private static String toLines(Findings findings, Path folder) {
    StringBuilder out = new StringBuilder();
    for (Diagnostic problem : findings.problems()) out.append(format(problem, "", folder));
    for (Diagnostic hint : findings.hints()) out.append(format(hint, "hint: ", folder));
    return out.toString();
  }

  /** {@code 8 problems in 6 of 420 posts, 2 hints}, {@code 26 posts, no problems}. */
  private static String summary(Findings findings) {
    int problems = findings.problems().size();
    int hints = findings.hints().size();
    String posts = count(findings.posts(), "post");
    String found =
        problems == 0
            ? posts + ", no problems"
            : count(problems, "problem")
                + " in "
                + Findings.countFiles(findings.problems())
                + " of "
                + posts;
    return hints == 0 ? found : found + ", " + count(hints, "hint");
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private static String toJson(Findings findings, Path folder) {
    return Json.format(
        Json.object(
            "posts", findings.posts(),
            "problems", toObjects(findings.problems(), folder),
            "hints", toObjects(findings.hints(), folder)));
  }

  private static List<Object> toObjects(List<Diagnostic> diagnostics, Path folder) {
    List<Object> out = new ArrayList<>();
    for (Diagnostic diagnostic : diagnostics)
      out.add(
          Json.object(
              "path", relativize(diagnostic.path(), folder).toString(),
              "line", Math.max(1, diagnostic.line()),
              "column", Math.max(1, diagnostic.column()),
              "reason", diagnostic.message()));
    return out;
  }

  private static Findings lintSource(Path source, Invocation invocation, CommandContext context) {
    if (!Files.exists(source))
      throw new CommandException(source + ": there is no such file or folder");
    Path path = source.toAbsolutePath().normalize();
    if (Files.isDirectory(path)) return linterOf(path, context).lint();
    // a file's links lead to its neighbours in the folder of posts that it lies in
    for (Path folder : invocation.postFolders()) {
      Path root = folder.toAbsolutePath().normalize();
      if (!path.startsWith(root) || !Files.isDirectory(root)) continue;
      Findings findings = linterOf(root, context).lint(path);
      if (findings != null) return findings;
    }
    Library alone = Library.ofFile(source, context.workingDirectory(), HeadingText::of);
    return new PostLinter(alone.folder(), alone.read()).lint();
  }

  private static PostLinter linterOf(Path folder, CommandContext context) {
    return new PostLinter(folder, CatalogLoader.openLibrary(List.of(folder), context).read());
  }

  /**
   * @param folder from which paths below it are named
   */
  private static String format(Diagnostic diagnostic, String label, Path folder) {
    Path path = relativize(diagnostic.path(), folder);
    int line = Math.max(1, diagnostic.line());
    int column = Math.max(1, diagnostic.column());
    return Sanitizer.sanitize(
            path + ":" + line + ":" + column + ": " + label + diagnostic.message())
        + "\n";
  }

  private static Path relativize(Path path, Path folder) {
    return path.startsWith(folder) ? folder.relativize(path) : path;
  }
}
