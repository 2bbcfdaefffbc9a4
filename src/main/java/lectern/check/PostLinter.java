package lectern.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lectern.library.PostFiles;
import lectern.library.UnreadablePostException;
import lectern.links.LinkResolver;
import lectern.markdown.Document;
import lectern.post.Catalog;
import lectern.post.Diagnostic;
import lectern.post.Entry;
import lectern.post.Post;
import lectern.post.PostBody;
import org.jspecify.annotations.Nullable;

/** Finds what is wrong with posts: front matter, links, code fences, damaged text. */
public final class PostLinter {
  private final Catalog catalog;
  private final LinkChecker checker;
  private final List<Diagnostic> problems = new ArrayList<>();

  /**
   * @param root the folder of the posts, absolute
   */
  public PostLinter(Path root, Catalog catalog) {
    this.catalog = catalog;
    this.checker = new LinkChecker(root, catalog);
  }

  /** Checks all posts. */
  public Findings lint() {
    problems.addAll(catalog.diagnostics());
    checkDuplicateSlugs();
    List<PostScan> scans = catalog.entries().parallelStream().map(this::scan).toList();
    checkLinks(scans);
    return Findings.of(scans.size(), problems, conventionsOf(scans).hints(null));
  }

  /** Checks one post, among the others; null when it is none of them. */
  public @Nullable Findings lint(Path file) {
    for (Entry entry : catalog.entries()) {
      if (!entry.path().equals(file)) continue;
      checkDuplicateSlugs();
      problems.removeIf(problem -> !problem.path().equals(file));
      checkLinks(List.of(scan(entry)));
      List<PostScan> neighbours = new ArrayList<>();
      for (Entry other : catalog.entries())
        if (FolderConventions.folderOf(other).equals(FolderConventions.folderOf(entry)))
          neighbours.add(scan(other));
      return Findings.of(1, problems, conventionsOf(neighbours).hints(file));
    }
    return null;
  }

  private PostScan scan(Entry entry) {
    return PostScan.of(entry, checker.notesFrom(entry));
  }

  private static FolderConventions conventionsOf(List<PostScan> scans) {
    FolderConventions conventions = new FolderConventions();
    for (PostScan scan : scans)
      if (scan.isListed && scan.entry instanceof Post post)
        conventions.add(post, scan.hasDate(), scan.hasTitle, scan.hasHeading);
    return conventions;
  }

  /** Reports posts with the slug of another; translations of one post may share it. */
  private void checkDuplicateSlugs() {
    Map<String, Entry> first = new HashMap<>();
    Set<String> known = new HashSet<>();
    for (Entry entry : catalog.entries()) {
      Entry other = first.putIfAbsent(entry.slug(), entry);
      boolean isNew = known.add(entry.slug() + "\n" + withoutLanguages(entry.name()));
      if (other != null && isNew)
        report(entry, 1, 1, "has the slug \"" + entry.slug() + "\" of " + other.name());
    }
  }

  /** {@code fr/notes/a.fr.md} → {@code notes/a.md}. */
  private static String withoutLanguages(String name) {
    StringBuilder out = new StringBuilder();
    for (String part : name.split("(?=[/.])"))
      if (!LinkResolver.isLanguage(part.substring(isMark(part.charAt(0)) ? 1 : 0)))
        out.append(out.isEmpty() && isMark(part.charAt(0)) ? part.substring(1) : part);
    return out.toString();
  }

  private static boolean isMark(char c) {
    return c == '/' || c == '.';
  }

  private void report(Entry entry, int line, int column, String reason) {
    problems.add(new Diagnostic(entry.path(), line, column, reason));
  }

  private void checkLinks(List<PostScan> scans) {
    checker.addScans(scans);
    for (PostScan scan : scans) {
      problems.addAll(scan.problems);
      String[] lines = null;
      int firstLine = 1;
      for (Document.Link link : scan.links) {
        String why = checker.diagnose(scan, link.target());
        if (why == null) continue;
        if (lines == null) {
          PostBody body = bodyOf(scan.entry);
          lines = body.text().split("\n", -1);
          firstLine = body.firstLine();
        }
        int line = Math.max(firstLine, link.line());
        int[] at = findTarget(lines, line - firstLine, link.target());
        String what = link.text().startsWith("[image") ? "image " : "link to ";
        report(scan.entry, at[0] + firstLine, at[1] + 1, what + link.target() + ": " + why);
      }
    }
  }

  private static PostBody bodyOf(Entry entry) {
    try {
      return PostFiles.readBody(entry.path());
    } catch (UnreadablePostException e) {
      return new PostBody("", 1, List.of());
    }
  }

  /** The line and column, from 0, where a target is written, at or after a line. */
  private static int[] findTarget(String[] lines, int from, String target) {
    int start = Math.max(0, from);
    for (int k = 0; k < lines.length; k++) {
      int i = (start + k) % lines.length;
      int at = indexOfTarget(lines[i], target);
      if (at >= 0) return new int[] {i, lines[i].codePointCount(0, at)};
    }
    return new int[] {start, 0};
  }

  /** Where a line has the target as one, after a bracket, a quote, an equals sign or a space. */
  private static int indexOfTarget(String line, String target) {
    for (int at = line.indexOf(target); at >= 0; at = line.indexOf(target, at + 1)) {
      int end = at + target.length();
      boolean opens = at > 0 && "(<\"'= [".indexOf(line.charAt(at - 1)) >= 0;
      boolean closes = end == line.length() || ")>\"' ]|#\\".indexOf(line.charAt(end)) >= 0;
      if (opens && closes) return at;
    }
    return -1;
  }
}
