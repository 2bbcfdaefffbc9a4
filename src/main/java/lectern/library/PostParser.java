package lectern.library;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import lectern.data.SyntaxDiagnostic;
import lectern.data.Value.Scalar;
import lectern.post.BrokenPost;
import lectern.post.DateParser;
import lectern.post.Diagnostic;
import lectern.post.Entry;
import lectern.post.Post;
import lectern.post.PostDate;
import lectern.post.Tag;
import lectern.text.Mojibake;
import lectern.text.Sanitizer;

/** Parses the start of a file, its front matter and first heading, into an entry. */
final class PostParser {
  /** Bytes of Markdown that take a minute to read: about 220 words. */
  private static final int BYTES_PER_MINUTE = 1400;

  private static final String[] DATE_FIELDS =
      ("pubdate date published publishdate publish_date pub_date datepublished date_published"
              + " published_at created created_at")
          .split(" ");
  private static final String[] UPDATED_FIELDS =
      "updateddate updated lastmod last_modified_at modified date_updated updated_at".split(" ");

  private final Path path;
  private final String name;
  private final long size;
  private final long modified;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  PostParser(Path path, String name, long size, long modified) {
    this.path = path;
    this.name = name;
    this.size = size;
    this.modified = modified;
  }

  Entry toUnreadablePost(String reason) {
    return new BrokenPost(
        path,
        name,
        FileNames.slug(name),
        false,
        FileNames.isDraft(name),
        size,
        modified,
        List.of(new Diagnostic(path, 0, 0, reason)));
  }

  /**
   * @param headingText the words of a heading, which is given as Markdown
   */
  Entry parse(DecodedText decoded, FrontMatter frontMatter, UnaryOperator<String> headingText) {
    if (decoded.utf16()) addDiagnostic(1, 1, "written in UTF-16; save it as UTF-8");
    if (decoded.invalidLine() > 0)
      addDiagnostic(decoded.invalidLine(), decoded.invalidColumn(), decoded.invalidReason());
    for (SyntaxDiagnostic error : frontMatter.diagnostics())
      addDiagnostic(error.line(), error.column(), error.message());
    if (frontMatter.broken()) return toBrokenPost(frontMatter, decoded.text());
    return toPost(frontMatter, parseTitle(frontMatter, decoded.text(), headingText));
  }

  private BrokenPost toBrokenPost(FrontMatter frontMatter, String text) {
    boolean draft = isDraft(frontMatter) || frontMatter.declaresDraft(text);
    return new BrokenPost(
        path,
        name,
        parseSlug(frontMatter),
        true,
        draft,
        size,
        modified,
        orderedDiagnostics(frontMatter));
  }

  /** Diagnostics with that of the front matter first: it is the reason. */
  private List<Diagnostic> orderedDiagnostics(FrontMatter frontMatter) {
    SyntaxDiagnostic error = frontMatter.diagnostics().getFirst();
    List<Diagnostic> out = new ArrayList<>(diagnostics);
    out.sort(
        (a, b) ->
            Boolean.compare(
                !a.message().equals(error.message()), !b.message().equals(error.message())));
    return List.copyOf(out);
  }

  private Post toPost(FrontMatter frontMatter, String title) {
    PostDate date = parseDate(frontMatter, DATE_FIELDS);
    if (date == null) date = FileNames.date(name);
    PostDate updated = parseDate(frontMatter, UPDATED_FIELDS);
    return new Post(
        path,
        name,
        parseSlug(frontMatter),
        List.copyOf(frontMatter.strings("permalink", "url", "path", "aliases", "redirect_from")),
        title,
        textOf(frontMatter.scalar("description", "summary", "excerpt", "subtitle")),
        Optional.ofNullable(date),
        Optional.ofNullable(updated),
        parseTags(frontMatter),
        parseAuthors(frontMatter),
        isDraft(frontMatter),
        (int) Math.max(1, (size + BYTES_PER_MINUTE / 2) / BYTES_PER_MINUTE),
        size,
        modified,
        List.copyOf(diagnostics));
  }

  private void addDiagnostic(int line, int column, String reason) {
    diagnostics.add(new Diagnostic(path, line, column, reason));
  }

  private String parseSlug(FrontMatter frontMatter) {
    Scalar slug = frontMatter.scalar("slug");
    if (slug == null) return FileNames.slug(name);
    String text = Sanitizer.sanitize(slug.text().strip());
    while (text.startsWith("/")) text = text.substring(1);
    while (text.endsWith("/")) text = text.substring(0, text.length() - 1);
    return text.isEmpty() ? FileNames.slug(name) : text;
  }

  private String parseTitle(
      FrontMatter frontMatter, String text, UnaryOperator<String> headingText) {
    String title = textOf(frontMatter.scalar("title"));
    if (!title.isBlank()) return title;
    String heading = FirstHeading.find(text, frontMatter.bodyIndex());
    if (!heading.isEmpty()) title = toDisplayText(headingText.apply(heading));
    return title.isBlank() ? toDisplayText(FileNames.title(name)) : title;
  }

  private static String textOf(Scalar scalar) {
    return scalar == null ? "" : toDisplayText(scalar.text());
  }

  /** A text as it may be shown anywhere: repaired, on one line, sanitized. */
  static String toDisplayText(String text) {
    return Sanitizer.sanitize(Mojibake.repair(text)).strip();
  }

  private static List<Tag> parseTags(FrontMatter frontMatter) {
    Set<Tag> out = new LinkedHashSet<>();
    for (String word : frontMatter.strings("tags", "tag", "categories", "category", "keywords")) {
      String name = toDisplayText(word);
      while (name.startsWith("#")) name = name.substring(1).strip();
      if (!name.isEmpty()) out.add(Tag.of(name));
    }
    return List.copyOf(out);
  }

  private static List<String> parseAuthors(FrontMatter frontMatter) {
    List<String> out = new ArrayList<>();
    for (String author : frontMatter.strings("author", "authors")) out.add(toDisplayText(author));
    return List.copyOf(out);
  }

  private boolean isDraft(FrontMatter frontMatter) {
    Scalar draft = frontMatter.scalar("draft");
    if (draft != null && isTrue(draft.text())) return true;
    Scalar published = frontMatter.scalar("published");
    if (published != null && isFalse(published.text())) return true;
    return FileNames.isDraft(name) && (draft == null || !isFalse(draft.text()));
  }

  static boolean isTrue(String text) {
    String word = text.strip().toLowerCase(Locale.ROOT);
    return word.equals("true") || word.equals("yes") || word.equals("on") || word.equals("1");
  }

  static boolean isFalse(String text) {
    String word = text.strip().toLowerCase(Locale.ROOT);
    return word.equals("false") || word.equals("no") || word.equals("off") || word.equals("0");
  }

  private PostDate parseDate(FrontMatter frontMatter, String[] names) {
    for (String name : names) {
      if (!(frontMatter.fields().get(name) instanceof Scalar s) || s.text().isBlank()) continue;
      if (name.equals("published") && (isTrue(s.text()) || isFalse(s.text()))) continue;
      PostDate date = DateParser.parse(s.text());
      if (date != null) return date;
      addDiagnostic(
          s.line(),
          s.column(),
          "\"" + toDisplayText(s.text()) + "\" is not a date; write it as 2026-01-31");
    }
    return null;
  }
}
