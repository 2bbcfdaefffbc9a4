package lectern.check;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lectern.library.LoadedFile;
import lectern.library.PostFiles;
import lectern.library.UnreadablePostException;
import lectern.links.FragmentIndex;
import lectern.markdown.Block;
import lectern.markdown.CodeLines;
import lectern.markdown.Document;
import lectern.markdown.Markdown;
import lectern.post.BrokenPost;
import lectern.post.Catalog;
import lectern.post.Diagnostic;
import lectern.post.Entry;
import lectern.post.Post;
import lectern.post.PostBody;
import lectern.text.Mojibake;

/** Finds what is wrong with posts: front matter, links, code fences, damaged text. */
public final class PostLinter {
  /** Page layouts that need no date or title. */
  private static final Set<String> PAGE_LAYOUTS =
      Set.of("page", "home", "about", "archive", "index");

  private static final Pattern EMPTY_LINK = Pattern.compile("](?=\\(\\s*(<>)?\\s*\\))");

  private final Catalog catalog;
  private final LinkChecker linkChecker;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  /**
   * @param root the folder of the posts, absolute
   */
  public PostLinter(Path root, Catalog catalog) {
    this.catalog = catalog;
    this.linkChecker = new LinkChecker(root, catalog);
  }

  /** Checks all posts; diagnostics are sorted by path, line and column. */
  public List<Diagnostic> lint() {
    diagnostics.addAll(catalog.diagnostics());
    checkDuplicateSlugs();
    for (Entry entry : catalog.entries()) checkEntry(entry);
    return sortedDiagnostics();
  }

  /** Checks one post of the catalog; null if absent. */
  public List<Diagnostic> lint(Path file) {
    for (Entry entry : catalog.entries()) {
      if (!entry.path().equals(file)) continue;
      checkDuplicateSlugs();
      diagnostics.removeIf(diagnostic -> !diagnostic.path().equals(file));
      checkEntry(entry);
      return sortedDiagnostics();
    }
    return null;
  }

  private List<Diagnostic> sortedDiagnostics() {
    List<Diagnostic> sorted = new ArrayList<>(new LinkedHashSet<>(diagnostics));
    sorted.sort(
        (a, b) -> {
          int by = a.path().compareTo(b.path());
          if (by == 0) by = Integer.compare(a.line(), b.line());
          return by != 0 ? by : Integer.compare(a.column(), b.column());
        });
    return sorted;
  }

  private void checkDuplicateSlugs() {
    Map<String, Entry> seen = new HashMap<>();
    for (Entry entry : catalog.entries()) {
      Entry other = seen.putIfAbsent(entry.slug(), entry);
      if (other != null)
        report(entry, 1, 1, "has the slug \"" + entry.slug() + "\" of " + other.name());
    }
  }

  private void report(Entry entry, int line, int column, String reason) {
    diagnostics.add(new Diagnostic(entry.path(), line, column, reason));
  }

  private void checkEntry(Entry entry) {
    diagnostics.addAll(entry.diagnostics());
    if (entry instanceof BrokenPost broken && !broken.readable()) return;
    try {
      checkText(entry, PostFiles.load(entry.path()));
    } catch (UnreadablePostException e) {
      report(entry, 0, 0, e.getMessage());
    }
  }

  private void checkText(Entry entry, LoadedFile file) {
    PostBody body = file.body();
    boolean mdx = entry.name().endsWith(".mdx");
    diagnostics.addAll(body.diagnostics());
    Document document = Markdown.parse(body.text(), body.firstLine(), mdx);
    if (entry instanceof Post post) checkFrontMatter(post, file, document);
    CodeLines code = CodeLines.of(body.text(), body.firstLine(), mdx);
    for (CodeLines.Fence fence : code.unclosedFences())
      report(entry, fence.line(), fence.column(), "a code fence is opened here and never closed");
    checkMojibake(entry, new String(file.bytes(), StandardCharsets.UTF_8), code);
    checkEmptyLinks(entry, body, code);
    checkLinks(entry, body, document);
  }

  /** What links to a post may name. */
  static FragmentIndex fragmentsOf(PostBody body, Document document) {
    List<String> names = new ArrayList<>();
    for (Block.Heading heading : document.headings()) {
      names.add(heading.id());
      names.add(heading.plainText());
    }
    return FragmentIndex.of(body.text(), names);
  }

  /** Checks what a list shows of a post. The page of a folder is not a post. */
  private void checkFrontMatter(Post post, LoadedFile file, Document document) {
    if (post.name().startsWith("_index.", post.name().lastIndexOf('/') + 1)) return;
    if (PAGE_LAYOUTS.contains(file.frontMatterText("layout"))
        || PAGE_LAYOUTS.contains(file.frontMatterText("type"))) return;
    if (post.date().isEmpty() && !post.draft() && !hasInvalidDate(post))
      report(post, 1, 1, "has no date; add pubDate: 2026-01-31");
    if (file.frontMatterText("title").isBlank() && document.headings().isEmpty())
      report(post, 1, 1, "has no title; add title: to its front matter");
  }

  /** Whether a date that cannot be read is reported already. */
  private static boolean hasInvalidDate(Post post) {
    for (Diagnostic diagnostic : post.diagnostics())
      if (diagnostic.message().contains("is not a date")) return true;
    return false;
  }

  private void checkMojibake(Entry entry, String whole, CodeLines code) {
    String[] lines = whole.split("\\R", -1);
    for (int i = 0; i < lines.length; i++) {
      if (code.lines().get(i + 1)) continue;
      Mojibake.Damage damage = Mojibake.find(blankInlineCode(lines[i]));
      if (damage == null) continue;
      report(
          entry,
          i + 1,
          lines[i].codePointCount(0, damage.start()) + 1,
          "text was damaged on its way (\""
              + lines[i].substring(damage.start(), damage.end())
              + "\" for \""
              + damage.original()
              + "\"): UTF-8 read as Windows-1252");
    }
  }

  /** Blanks out the inline code of a line: code is never repaired. */
  private static String blankInlineCode(String line) {
    if (line.indexOf('`') < 0) return line;
    StringBuilder out = new StringBuilder(line);
    for (int i = line.indexOf('`'); i >= 0 && i < line.length(); i = line.indexOf('`', i)) {
      int run = i;
      while (run < line.length() && line.charAt(run) == '`') run++;
      int close = line.indexOf(line.substring(i, run), run);
      for (int k = run; k < close; k++) out.setCharAt(k, ' ');
      i = close < 0 ? run : close + (run - i);
    }
    return out.toString();
  }

  /** Finds links without a target, which are not shown as links. */
  private void checkEmptyLinks(Entry entry, PostBody body, CodeLines code) {
    String[] lines = body.text().split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (code.lines().get(body.firstLine() + i)) continue;
      Matcher empty = EMPTY_LINK.matcher(blankInlineCode(lines[i]));
      while (empty.find())
        report(
            entry,
            body.firstLine() + i,
            lines[i].codePointCount(0, empty.start() + 1) + 1,
            "a link without a target");
    }
  }

  private void checkLinks(Entry entry, PostBody body, Document document) {
    String[] lines = body.text().split("\n", -1);
    FragmentIndex here = fragmentsOf(body, document);
    for (Document.Link link : document.links()) {
      String why = linkChecker.diagnose(entry, link.target(), here);
      if (why == null) continue;
      int line = Math.max(body.firstLine(), link.line());
      int[] at = findTarget(lines, line - body.firstLine(), link.target());
      String what = link.text().startsWith("[image") ? "image " : "link to ";
      report(entry, at[0] + body.firstLine(), at[1] + 1, what + link.target() + ": " + why);
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

  /**
   * Finds the target as a link: after a bracket, quote, equals sign or space.
   *
   * @return its index; -1 when the line does not link to it
   */
  private static int indexOfTarget(String line, String target) {
    for (int at = line.indexOf(target); at >= 0; at = line.indexOf(target, at + 1)) {
      int end = at + target.length();
      boolean opens = at > 0 && "(<\"'= ".indexOf(line.charAt(at - 1)) >= 0;
      boolean closes = end == line.length() || ")>\"' ".indexOf(line.charAt(end)) >= 0;
      if (opens && closes) return at;
    }
    return -1;
  }
}
