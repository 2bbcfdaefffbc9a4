package lectern.cli;

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
import lectern.layout.Glyphs;
import lectern.layout.Layout;
import lectern.layout.Page;
import lectern.library.Library;
import lectern.library.UnreadablePostException;
import lectern.markdown.CodeLines;
import lectern.markdown.Markdown;
import lectern.post.BrokenPost;
import lectern.post.Catalog;
import lectern.post.Diagnostic;
import lectern.post.Entry;
import lectern.post.Post;
import lectern.post.PostBody;
import lectern.text.Mojibake;

/** Reads every post whole and says what its readers would stumble over. */
final class PostLinter {
  /**
   * What a front matter calls pages that stand beside the posts: they need neither date nor title.
   */
  private static final Set<String> PAGES = Set.of("page", "home", "about", "archive", "index");

  private static final Pattern EMPTY = Pattern.compile("](?=\\(\\s*(<>)?\\s*\\))");

  private final Catalog catalog;
  private final LinkChecker site;
  private final List<Diagnostic> out = new ArrayList<>();

  /**
   * @param root the folder of the posts, absolute
   */
  PostLinter(Path root, Catalog catalog) {
    this.catalog = catalog;
    this.site = new LinkChecker(root, catalog);
  }

  /** By path, then line, then column. */
  List<Diagnostic> problems() {
    out.addAll(catalog.diagnostics());
    slugs();
    for (Entry entry : catalog.entries()) entry(entry);
    return sorted();
  }

  /** Those of one post, among the others; null when it is none of them. */
  List<Diagnostic> problems(Path file) {
    for (Entry entry : catalog.entries()) {
      if (!entry.path().equals(file)) continue;
      slugs();
      out.removeIf(problem -> !problem.path().equals(file));
      entry(entry);
      return sorted();
    }
    return null;
  }

  private List<Diagnostic> sorted() {
    List<Diagnostic> sorted = new ArrayList<>(new LinkedHashSet<>(out));
    sorted.sort(
        (a, b) -> {
          int by = a.path().compareTo(b.path());
          if (by == 0) by = Integer.compare(a.line(), b.line());
          return by != 0 ? by : Integer.compare(a.column(), b.column());
        });
    return sorted;
  }

  private void slugs() {
    Map<String, Entry> seen = new HashMap<>();
    for (Entry entry : catalog.entries()) {
      Entry other = seen.putIfAbsent(entry.slug(), entry);
      if (other != null)
        add(entry, 1, 1, "has the slug \"" + entry.slug() + "\" of " + other.name());
    }
  }

  private void add(Entry entry, int line, int column, String reason) {
    out.add(new Diagnostic(entry.path(), line, column, reason));
  }

  private void entry(Entry entry) {
    out.addAll(entry.diagnostics());
    if (entry instanceof BrokenPost broken && !broken.readable()) return;
    try {
      text(entry, Library.load(entry.path()));
    } catch (UnreadablePostException e) {
      add(entry, 0, 0, e.getMessage());
    }
  }

  private void text(Entry entry, Library.LoadedFile whole) {
    PostBody source = whole.body();
    boolean mdx = entry.name().endsWith(".mdx");
    out.addAll(source.diagnostics());
    Page page = page(source, mdx);
    if (entry instanceof Post post) head(post, whole, page);
    CodeLines code = CodeLines.of(source.text(), source.firstLine(), mdx);
    for (CodeLines.Fence fence : code.unclosedFences())
      add(entry, fence.line(), fence.column(), "a code fence is opened here and never closed");
    mojibake(entry, new String(whole.bytes(), StandardCharsets.UTF_8), code);
    empty(entry, source, code);
    links(entry, source, page);
  }

  static Page page(PostBody source, boolean mdx) {
    return Layout.of(
        Markdown.parse(source.text(), source.firstLine(), mdx),
        Layout.Options.of(0, Glyphs.UNICODE));
  }

  /** What a list shows of a post. The page of a folder lists posts and is none itself. */
  private void head(Post post, Library.LoadedFile whole, Page page) {
    if (post.name().startsWith("_index.", post.name().lastIndexOf('/') + 1)) return;
    if (PAGES.contains(whole.frontMatterText("layout"))
        || PAGES.contains(whole.frontMatterText("type"))) return;
    if (post.date().isEmpty() && !post.draft() && !speaksOfDate(post))
      add(post, 1, 1, "has no date; add pubDate: 2026-01-31");
    if (whole.frontMatterText("title").isBlank() && page.headings().isEmpty())
      add(post, 1, 1, "has no title; add title: to its front matter");
  }

  /** A date that cannot be read is a problem already. */
  private static boolean speaksOfDate(Post post) {
    for (Diagnostic problem : post.diagnostics())
      if (problem.message().contains("is not a date")) return true;
    return false;
  }

  private void mojibake(Entry entry, String whole, CodeLines code) {
    String[] lines = whole.split("\\R", -1);
    for (int i = 0; i < lines.length; i++) {
      if (code.lines().get(i + 1)) continue;
      int at = Mojibake.indexOfDamage(withoutCode(lines[i]), 0);
      if (at < 0) continue;
      String word = lines[i].substring(at, Mojibake.endOfDamage(lines[i], at));
      add(
          entry,
          i + 1,
          lines[i].codePointCount(0, at) + 1,
          "text was damaged on its way (\""
              + word
              + "\" for \""
              + Mojibake.repair(word)
              + "\"): UTF-8 read as Windows-1252");
    }
  }

  /** The line with its inline code blanked out: code is never repaired. */
  private static String withoutCode(String line) {
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

  /** Links without a target, which show no link. */
  private void empty(Entry entry, PostBody source, CodeLines code) {
    String[] lines = source.text().split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (code.lines().get(source.firstLine() + i)) continue;
      Matcher empty = EMPTY.matcher(withoutCode(lines[i]));
      while (empty.find())
        add(
            entry,
            source.firstLine() + i,
            lines[i].codePointCount(0, empty.start() + 1) + 1,
            "a link without a target");
    }
  }

  private void links(Entry entry, PostBody source, Page page) {
    String[] lines = source.text().split("\n", -1);
    FragmentIndex here = FragmentIndex.of(source.text(), page);
    for (Page.Link link : page.links()) {
      String why = site.wrong(entry.path(), link.target(), here);
      if (why == null) continue;
      int line = Math.max(source.firstLine(), page.sourceLine(link.row()));
      int[] at = position(lines, line - source.firstLine(), link.target());
      String what = link.text().startsWith("[image") ? "image " : "link to ";
      add(entry, at[0] + source.firstLine(), at[1] + 1, what + link.target() + ": " + why);
    }
  }

  /** The line and column, from 0, where a target is written, at or after a line. */
  private static int[] position(String[] lines, int from, String target) {
    int start = Math.max(0, from);
    for (int k = 0; k < lines.length; k++) {
      int i = (start + k) % lines.length;
      int at = written(lines[i], target);
      if (at >= 0) return new int[] {i, lines[i].codePointCount(0, at)};
    }
    return new int[] {start, 0};
  }

  /** Where a line has the target as one, after a bracket, a quote, an equals sign or a space. */
  private static int written(String line, String target) {
    for (int at = line.indexOf(target); at >= 0; at = line.indexOf(target, at + 1)) {
      int end = at + target.length();
      boolean opens = at > 0 && "(<\"'= ".indexOf(line.charAt(at - 1)) >= 0;
      boolean closes = end == line.length() || ")>\"' ".indexOf(line.charAt(end)) >= 0;
      if (opens && closes) return at;
    }
    return -1;
  }
}
