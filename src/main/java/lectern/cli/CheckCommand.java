package lectern.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lectern.check.PostLinter;
import lectern.library.Library;
import lectern.post.Diagnostic;
import lectern.text.Sanitizer;

/** {@code lectern check}: {@code file:line:column: problem}, exit 1 when there is one. */
final class CheckCommand {
  private CheckCommand() {}

  static int run(Invocation call, CommandContext around) throws IOException {
    if (call.arguments.size() > 1) throw new UsageException("check: one source at a time");
    List<Path> sources =
        call.arguments.isEmpty()
            ? call.postFolders()
            : List.of(call.resolvePath(call.arguments.getFirst()));
    List<Diagnostic> problems = new ArrayList<>();
    for (Path source : sources) problems.addAll(lintSource(source, call, around));
    StringBuilder out = new StringBuilder();
    for (Diagnostic problem : problems)
      out.append(formatDiagnostic(problem, around.workingDirectory())).append('\n');
    around.out().write(out.toString().getBytes(StandardCharsets.UTF_8));
    return problems.isEmpty() ? Cli.EXIT_OK : Cli.EXIT_FAILURE;
  }

  private static List<Diagnostic> lintSource(Path path, Invocation call, CommandContext around) {
    if (!Files.exists(path))
      throw new CommandException(
          Sanitizer.sanitize(path.toString()) + ": there is no such file or folder");
    Path whole = path.toAbsolutePath().normalize();
    if (Files.isDirectory(path))
      return new PostLinter(whole, CatalogLoader.openLibrary(path, around).read()).lint();
    for (Path folder : call.postFolders()) {
      Path root = folder.toAbsolutePath().normalize();
      if (!whole.startsWith(root) || !Files.isDirectory(root)) continue;
      PostLinter checker = new PostLinter(root, CatalogLoader.openLibrary(root, around).read());
      List<Diagnostic> found = checker.lint(whole);
      if (found != null) return found;
    }
    Library alone = Library.ofFile(path, around.workingDirectory());
    return new PostLinter(alone.folder(), alone.read()).lint();
  }

  private static String formatDiagnostic(Diagnostic problem, Path here) {
    Path path = problem.path();
    if (path.startsWith(here.toAbsolutePath().normalize()))
      path = here.toAbsolutePath().normalize().relativize(path);
    int line = Math.max(1, problem.line());
    int column = Math.max(1, problem.column());
    return Sanitizer.sanitize(path + ":" + line + ":" + column + ": " + problem.message());
  }
}
