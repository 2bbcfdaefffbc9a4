package lectern.cli;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lectern.layout.Glyphs;
import lectern.layout.Layout;
import lectern.layout.Page;
import lectern.library.Library;
import lectern.library.PostFailure;
import lectern.markdown.Document;
import lectern.markdown.Markdown;
import lectern.post.BrokenPost;
import lectern.post.Catalog;
import lectern.post.Entry;
import lectern.post.Post;
import lectern.post.Problem;
import lectern.post.Source;
import lectern.text.Mojibake;

/** Reads every post whole and says what its readers would stumble over. */
final class Checker {
  private final Path root;
  private final Catalog catalog;
  private final List<Problem> out = new ArrayList<>();
  private final Map<Path, Set<String>> fragments = new HashMap<>();

  /**
   * @param root the folder that no link may leave, absolute
   */
  Checker(Path root, Catalog catalog) {
    this.root = root;
    this.catalog = catalog;
  }

  /** By path, then line, then column. */
  List<Problem> problems() {
    out.addAll(catalog.problems());
    slugs();
    for (Entry entry : catalog.entries()) entry(entry);
    List<Problem> sorted = new ArrayList<>(new java.util.LinkedHashSet<>(out));
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
        out.add(
            new Problem(
                entry.path(), 1, 1, "has the slug \"" + entry.slug() + "\" of " + other.name()));
    }
  }

  private void entry(Entry entry) {
    out.addAll(entry.problems());
    switch (entry) {
      case Post post -> {
        if (post.date().isEmpty() && !post.draft() && !speaksOfDate(post))
          out.add(new Problem(post.path(), 1, 1, "has no date; add pubDate: 2026-01-31"));
        text(post);
      }
      case BrokenPost broken -> {
        if (broken.readable()) text(broken);
      }
    }
  }

  /** A date that cannot be read is a problem already. */
  private static boolean speaksOfDate(Post post) {
    for (Problem problem : post.problems())
      if (problem.reason().contains("is not a date")) return true;
    return false;
  }

  private void text(Entry entry) {
    Source source;
    String whole;
    try {
      byte[] raw = Library.raw(entry.path());
      source = Library.source(entry.path(), raw);
      whole = new String(raw, StandardCharsets.UTF_8);
    } catch (PostFailure e) {
      out.add(new Problem(entry.path(), 0, 0, e.getMessage()));
      return;
    }
    out.addAll(source.problems());
    if (entry instanceof Post && !titled(entry, whole, source))
      out.add(new Problem(entry.path(), 1, 1, "has no title; add title: to its front matter"));
    Fences fences = new Fences(entry.path(), source);
    out.addAll(fences.problems());
    mojibake(entry, whole, source, fences);
    links(entry, source);
  }

  private static boolean titled(Entry entry, String whole, Source source) {
    String head = whole.substring(0, Math.max(0, whole.length() - source.text().length()));
    for (String line : head.split("\\R")) {
      String bare = line.strip().toLowerCase(java.util.Locale.ROOT);
      if (bare.startsWith("title:")
          || bare.startsWith("title =")
          || bare.startsWith("title=")
          || bare.startsWith("\"title\"")) return true;
    }
    return !Layout.of(parsed(entry.path(), source), Layout.Options.of(0, Glyphs.UNICODE))
        .headings()
        .isEmpty();
  }

  private static Document parsed(Path file, Source source) {
    return Markdown.parse(source.text(), source.firstLine(), file.toString().endsWith(".mdx"));
  }

  private void mojibake(Entry entry, String whole, Source source, Fences fences) {
    String[] lines = whole.split("\\R", -1);
    for (int i = 0; i < lines.length; i++) {
      if (fences.isCode(i + 1)) continue;
      int at = Mojibake.next(withoutCode(lines[i]), 0);
      if (at < 0) continue;
      int column = lines[i].codePointCount(0, at) + 1;
      String word = lines[i].substring(at, Math.min(lines[i].length(), at + 3));
      out.add(
          new Problem(
              entry.path(),
              i + 1,
              column,
              "text was damaged on its way (\"" + word + "\"): UTF-8 read as Windows-1252"));
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

  private void links(Entry entry, Source source) {
    Page page = Layout.of(parsed(entry.path(), source), Layout.Options.of(0, Glyphs.UNICODE));
    String[] lines = source.text().split("\n", -1);
    for (Page.Link link : page.links()) {
      String why = wrong(entry.path(), link.target(), page);
      if (why == null) continue;
      int line = Math.max(source.firstLine(), page.sourceLine(link.row()));
      int[] at = position(lines, line - source.firstLine(), link.target());
      out.add(
          new Problem(
              entry.path(),
              at[0] + source.firstLine(),
              at[1] + 1,
              "link to " + link.target() + ": " + why));
    }
  }

  /** The line and column, from 0, where a target is written, at or after a line. */
  private static int[] position(String[] lines, int from, String target) {
    for (int i = Math.max(0, from); i < lines.length; i++) {
      int at = lines[i].indexOf(target);
      if (at >= 0) return new int[] {i, lines[i].codePointCount(0, at)};
    }
    for (int i = 0; i < Math.min(from, lines.length); i++) {
      int at = lines[i].indexOf(target);
      if (at >= 0) return new int[] {i, lines[i].codePointCount(0, at)};
    }
    return new int[] {Math.max(0, from), 0};
  }

  /** Why a relative link leads nowhere; null when it leads somewhere, or out into the web. */
  private String wrong(Path file, String target, Page page) {
    if (target.isEmpty() || hasScheme(target) || target.startsWith("//")) return null;
    int hash = target.indexOf('#');
    String path = decoded(hash < 0 ? target : target.substring(0, hash));
    String fragment = hash < 0 ? "" : decoded(target.substring(hash + 1));
    int query = path.indexOf('?');
    if (query >= 0) path = path.substring(0, query);
    if (path.isEmpty())
      return fragment.isEmpty() || page.rowOf(fragment) >= 0 || fragment.equals("top")
          ? null
          : "no heading here has that id";
    Path found;
    try {
      found = resolve(file, path);
    } catch (InvalidPathException e) {
      return "no file can be called so";
    }
    if (found == null) return "there is no such file";
    if (!found.startsWith(root)) return "leads out of the folder";
    if (fragment.isEmpty() || !found.toString().endsWith(".md")) return null;
    return ids(found).contains(fragment.toLowerCase(java.util.Locale.ROOT))
        ? null
        : "no heading there has that id";
  }

  /**
   * Beside the file, below the folder for {@code /…}, with or without its ending, or a post's slug.
   */
  private Path resolve(Path file, String path) {
    Path beside =
        path.startsWith("/") ? root.resolve(path.substring(1)) : file.resolveSibling(path);
    Path plain = beside.normalize();
    if (Files.exists(plain)) return plain;
    for (String ending : new String[] {".md", ".mdx", ".markdown", "/index.md"}) {
      String name = plain.toString();
      while (name.endsWith("/")) name = name.substring(0, name.length() - 1);
      if (Files.exists(Path.of(name + ending))) return Path.of(name + ending);
    }
    String slug = path.startsWith("/") ? path.substring(1) : path;
    while (slug.endsWith("/")) slug = slug.substring(0, slug.length() - 1);
    for (Entry entry : catalog.entries()) if (entry.slug().equals(slug)) return entry.path();
    return null;
  }

  private Set<String> ids(Path file) {
    return fragments.computeIfAbsent(
        file,
        f -> {
          Set<String> ids = new HashSet<>();
          try {
            Source source = Library.open(f);
            Page page = Layout.of(parsed(f, source), Layout.Options.of(0, Glyphs.UNICODE));
            for (Page.Heading heading : page.headings())
              ids.add(heading.id().toLowerCase(java.util.Locale.ROOT));
          } catch (PostFailure unreadable) {
            return ids;
          }
          return ids;
        });
  }

  private static boolean hasScheme(String target) {
    int colon = target.indexOf(':');
    if (colon <= 0) return false;
    for (int i = 0; i < colon; i++) {
      char c = target.charAt(i);
      if (!Character.isLetterOrDigit(c) && c != '+' && c != '-' && c != '.') return false;
    }
    return true;
  }

  private static String decoded(String text) {
    if (text.indexOf('%') < 0) return text;
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
