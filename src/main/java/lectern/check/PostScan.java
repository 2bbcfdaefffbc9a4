package lectern.check;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
import lectern.markdown.NoteFinder;
import lectern.post.BrokenPost;
import lectern.post.Diagnostic;
import lectern.post.Entry;
import lectern.post.FileType;
import lectern.post.Post;
import lectern.post.PostBody;
import lectern.post.PostExtensions;
import lectern.text.Mojibake;

/** Reads one post once: what is wrong with it by itself, and what others need to know of it. */
final class PostScan {
  /** Layouts of pages that are no posts: they need neither date nor title. */
  private static final Set<String> PAGE_LAYOUTS =
      Set.of("page", "home", "about", "archive", "index");

  private static final Pattern EMPTY_LINK = Pattern.compile("](?=\\(\\s*(<>)?\\s*\\))");

  /** {@code import Part from './_part.mdx';}, as MDX takes in another file. */
  private static final Pattern IMPORTED_POST =
      Pattern.compile("(?m)^import \\w+ from ['\"](\\.{1,2}/[^'\"\\n]+\\.mdx?)['\"]");

  final Entry entry;
  final List<Diagnostic> problems = new ArrayList<>();
  List<Document.Link> links = List.of();
  FragmentIndex fragments = FragmentIndex.of("", List.of());

  /** Whether a list shows it, with title and date: the page of a folder is none itself. */
  boolean isListed;

  boolean hasTitle;
  boolean hasHeading;

  private PostScan(Entry entry) {
    this.entry = entry;
  }

  static PostScan of(Entry entry, NoteFinder notes) {
    PostScan scan = new PostScan(entry);
    scan.problems.addAll(entry.diagnostics());
    if (entry instanceof BrokenPost broken && !broken.readable()) return scan;
    if (!FileType.isMarkdown(entry.name())) return scan;
    try {
      scan.read(PostFiles.load(entry.path()), notes);
    } catch (UnreadablePostException e) {
      scan.report(0, 0, String.valueOf(e.getMessage()));
    }
    return scan;
  }

  private void report(int line, int column, String reason) {
    problems.add(new Diagnostic(entry.path(), line, column, reason));
  }

  private void read(LoadedFile file, NoteFinder notes) {
    PostBody body = file.body();
    boolean mdx = PostExtensions.isMdx(entry.name());
    problems.addAll(body.diagnostics());
    Document document = Markdown.parse(body.text(), body.firstLine(), mdx, notes);
    links = document.links();
    fragments = fragmentsOf(entry.path(), body, document);
    readFrontMatter(file);
    hasHeading = !document.headings().isEmpty();
    CodeLines code = CodeLines.of(body.text(), body.firstLine(), mdx);
    for (CodeLines.Fence fence : code.unclosedFences())
      report(fence.line(), fence.column(), "a code fence is opened here and never closed");
    checkMojibake(new String(file.bytes(), StandardCharsets.UTF_8), code);
    checkEmptyLinks(body, code);
  }

  private void readFrontMatter(LoadedFile file) {
    hasTitle = !file.frontMatterText("title").isBlank();
    isListed =
        entry instanceof Post
            && !entry.name().startsWith("_index.", entry.name().lastIndexOf('/') + 1)
            && !PAGE_LAYOUTS.contains(file.frontMatterText("layout"))
            && !PAGE_LAYOUTS.contains(file.frontMatterText("type"))
            && file.frontMatterText("redirect").isEmpty()
            && file.frontMatterText("redirectto").isEmpty();
  }

  /**
   * What links to a post may name: its headings, and those with the headings above them, since some
   * sites make ids of both.
   */
  static FragmentIndex fragmentsOf(Path file, PostBody body, Document document) {
    List<String> names = new ArrayList<>();
    String[] lines = body.text().split("\n", -1);
    String[] path = new String[7];
    for (Block.Heading heading : document.headings()) {
      String text = heading.plainText();
      names.add(heading.id());
      names.add(text);
      // some make the id of a heading of all that is written in it
      int line = heading.line() - body.firstLine();
      if (line >= 0 && line < lines.length) names.add(lines[line]);
      StringBuilder above = new StringBuilder();
      for (int level = 1; level < heading.level(); level++)
        if (path[level] != null) names.add(above.append(path[level]).append(' ') + text);
      Arrays.fill(path, heading.level(), path.length, null);
      path[heading.level()] = text;
    }
    addIncluded(file, body.text(), names);
    return FragmentIndex.of(body.text(), names);
  }

  /** Adds the headings of the files that a post takes in, which are shown as its own. */
  private static void addIncluded(Path file, String text, List<String> names) {
    if (!text.contains("import ")) return;
    Matcher imported = IMPORTED_POST.matcher(text);
    while (imported.find()) {
      Path included = file.resolveSibling(imported.group(1)).normalize();
      if (included.equals(file)) continue;
      try {
        PostBody body = PostFiles.readBody(included);
        Document document = Markdown.parse(body.text(), body.firstLine(), true);
        for (Block.Heading heading : document.headings()) {
          names.add(heading.id());
          names.add(heading.plainText());
        }
      } catch (UnreadablePostException e) {
        // what is not there has no headings
      }
    }
  }

  /** Whether it has a date, or one that cannot be read and is reported already. */
  boolean hasDate() {
    if (!(entry instanceof Post post)) return false;
    if (post.date().isPresent() || post.draft()) return true;
    for (Diagnostic diagnostic : post.diagnostics())
      if (diagnostic.message().contains("is not a date")) return true;
    return false;
  }

  private void checkMojibake(String whole, CodeLines code) {
    String[] lines = whole.split("\\R", -1);
    for (int i = 0; i < lines.length; i++) {
      if (code.lines().get(i + 1)) continue;
      Mojibake.Damage damage = Mojibake.find(blankInlineCode(lines[i]));
      if (damage == null) continue;
      report(
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
  private void checkEmptyLinks(PostBody body, CodeLines code) {
    String[] lines = body.text().split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (code.lines().get(body.firstLine() + i)) continue;
      Matcher empty = EMPTY_LINK.matcher(blankInlineCode(lines[i]));
      while (empty.find())
        report(
            body.firstLine() + i,
            lines[i].codePointCount(0, empty.start() + 1) + 1,
            "a link without a target");
    }
  }
}
