package lectern.library;
import lectern.library.FrontMatter.SyntaxDiagnostic;
import lectern.library.Value.Scalar;
import lectern.post.BrokenPost;
import lectern.post.DateParser;
import lectern.post.Diagnostic;
import lectern.post.Entry;
import lectern.post.Post;
import lectern.post.PostDate;
import lectern.post.Tag;
import lectern.text.Mojibake;
import lectern.text.Sanitizer;


import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The head of a file to an entry. */
final class PostParser {
  /** Bytes of Markdown that take a minute to read: about 220 words. */
  private static final int BYTES_A_MINUTE = 1400;

  private final Path path;
  private final String name;
  private final long size;
  private final long modified;
  private final List<Diagnostic> problems = new ArrayList<>();

  PostParser(Path path, String name, long size, long modified) {
    this.path = path;
    this.name = name;
    this.size = size;
    this.modified = modified;
  }

  Entry unreadable(String reason) {
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
   * @param whole whether the text is the whole file
   */
  Entry entry(DecodedText decoding, boolean whole) {
    return entry(decoding, FrontMatter.of(decoding.text(), whole));
  }

  Entry entry(DecodedText decoding, FrontMatter front) {
    if (decoding.utf16()) problem(1, 1, "written in UTF-16; save it as UTF-8");
    if (decoding.badLine() > 0) problem(decoding.badLine(), decoding.badColumn(), decoding.bad());
    for (SyntaxDiagnostic fault : front.faults()) problem(fault.line(), fault.column(), fault.reason());
    if (front.broken()) return broken(front, decoding.text());
    return post(front, decoding.text());
  }

  private BrokenPost broken(FrontMatter front, String text) {
    boolean draft = draft(front) || front.saysDraft(text);
    return new BrokenPost(path, name, slug(front), true, draft, size, modified, reasons(front));
  }

  /** The fault of the front matter is the reason, whatever else is wrong. */
  private List<Diagnostic> reasons(FrontMatter front) {
    SyntaxDiagnostic fault = front.faults().getFirst();
    List<Diagnostic> out = new ArrayList<>(problems);
    out.sort(
        (a, b) ->
            Boolean.compare(
                !a.message().equals(fault.reason()), !b.message().equals(fault.reason())));
    return List.copyOf(out);
  }

  private Post post(FrontMatter front, String text) {
    PostDate date =
        date(
            front,
            "pubdate",
            "date",
            "published",
            "publishdate",
            "publish_date",
            "pub_date",
            "datepublished",
            "date_published",
            "published_at",
            "created",
            "created_at");
    if (date == null) date = FileNames.date(name);
    PostDate updated =
        date(
            front,
            "updateddate",
            "updated",
            "lastmod",
            "last_modified_at",
            "modified",
            "date_updated",
            "updated_at");
    return new Post(
        path,
        name,
        slug(front),
        title(front, text),
        said(front.scalar("description", "summary", "excerpt", "subtitle")),
        Optional.ofNullable(date),
        Optional.ofNullable(updated),
        tags(front),
        authors(front),
        draft(front),
        (int) Math.max(1, (size + BYTES_A_MINUTE / 2) / BYTES_A_MINUTE),
        size,
        modified,
        List.copyOf(problems));
  }

  private void problem(int line, int column, String reason) {
    problems.add(new Diagnostic(path, line, column, reason));
  }

  private String slug(FrontMatter front) {
    Scalar slug = front.scalar("slug");
    if (slug == null) return FileNames.slug(name);
    String text = Sanitizer.sanitize(slug.text().strip());
    while (text.startsWith("/")) text = text.substring(1);
    while (text.endsWith("/")) text = text.substring(0, text.length() - 1);
    return text.isEmpty() ? FileNames.slug(name) : text;
  }

  private String title(FrontMatter front, String text) {
    String said = said(front.scalar("title"));
    if (!said.isBlank()) return said;
    String heading = FirstHeading.of(text, front.bodyIndex());
    return heading.isBlank() ? shown(FileNames.title(name)) : shown(heading);
  }

  private static String said(Scalar scalar) {
    return scalar == null ? "" : shown(scalar.text());
  }

  /** As it may be shown anywhere: repaired, on one line, harmless. */
  static String shown(String text) {
    return Sanitizer.sanitize(Mojibake.repair(text)).strip();
  }

  private static List<Tag> tags(FrontMatter front) {
    Set<Tag> out = new LinkedHashSet<>();
    for (String word : front.words("tags", "tag", "categories", "category", "keywords")) {
      String name = shown(word);
      while (name.startsWith("#")) name = name.substring(1).strip();
      if (!name.isEmpty()) out.add(Tag.of(name));
    }
    return List.copyOf(out);
  }

  private static List<String> authors(FrontMatter front) {
    List<String> out = new ArrayList<>();
    for (String author : front.words("author", "authors")) out.add(shown(author));
    return List.copyOf(out);
  }

  private boolean draft(FrontMatter front) {
    Scalar draft = front.scalar("draft");
    if (draft != null && isTrue(draft.text())) return true;
    Scalar published = front.scalar("published");
    if (published != null && isFalse(published.text())) return true;
    return FileNames.isDraft(name) && (draft == null || !isFalse(draft.text()));
  }

  static boolean isTrue(String text) {
    String word = text.strip().toLowerCase(java.util.Locale.ROOT);
    return word.equals("true") || word.equals("yes") || word.equals("on") || word.equals("1");
  }

  static boolean isFalse(String text) {
    String word = text.strip().toLowerCase(java.util.Locale.ROOT);
    return word.equals("false") || word.equals("no") || word.equals("off") || word.equals("0");
  }

  private PostDate date(FrontMatter front, String... names) {
    for (String name : names) {
      if (!(front.fields().get(name) instanceof Scalar s) || s.text().isBlank()) continue;
      if (name.equals("published") && (isTrue(s.text()) || isFalse(s.text()))) continue;
      PostDate moment = DateParser.parse(s.text());
      if (moment != null) return moment;
      problem(
          s.line(),
          s.column(),
          "\"" + shown(s.text()) + "\" is not a date; write it as 2026-01-31");
    }
    return null;
  }
}
