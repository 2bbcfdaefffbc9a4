package lectern.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lectern.check.PostLinter;
import lectern.library.Library;
import lectern.markdown.HeadingText;
import lectern.post.Diagnostic;
import lectern.text.Sanitizer;

/** {@code lectern check}: {@code file:line:column: problem}, exit code 1 when there is one. */
final class CheckCommand {
  private CheckCommand() {}

  static int run(Invocation invocation, CommandContext context) throws IOException {
    if (invocation.arguments.size() > 1) throw new UsageException("check: one source at a time");
    List<Path> sources =
        invocation.arguments.isEmpty()
            ? invocation.postFolders()
            : List.of(invocation.resolvePath(invocation.arguments.getFirst()));
    List<Diagnostic> problems = new ArrayList<>();
    for (Path source : sources) problems.addAll(lintSource(source, invocation, context));
    StringBuilder out = new StringBuilder();
    Path folder = context.workingDirectory().toAbsolutePath().normalize();
    for (Diagnostic problem : problems) out.append(format(problem, folder)).append('\n');
    context.print(out.toString());
    return problems.isEmpty() ? ExitCode.OK : ExitCode.FAILURE;
  }

  private static List<Diagnostic> lintSource(
      Path source, Invocation invocation, CommandContext context) {
    if (!Files.exists(source))
      throw new CommandException(source + ": there is no such file or folder");
    Path path = source.toAbsolutePath().normalize();
    if (Files.isDirectory(path)) return linterOf(path, context).lint();
    // a file's links lead to its neighbours in the folder of posts that it lies in
    for (Path folder : invocation.postFolders()) {
      Path root = folder.toAbsolutePath().normalize();
      if (!path.startsWith(root) || !Files.isDirectory(root)) continue;
      List<Diagnostic> problems = linterOf(root, context).lint(path);
      if (problems != null) return problems;
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
  private static String format(Diagnostic problem, Path folder) {
    Path path = problem.path();
    if (path.startsWith(folder)) path = folder.relativize(path);
    int line = Math.max(1, problem.line());
    int column = Math.max(1, problem.column());
    return Sanitizer.sanitize(path + ":" + line + ":" + column + ": " + problem.message());
  }
}
