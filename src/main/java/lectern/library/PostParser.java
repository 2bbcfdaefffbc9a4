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
import org.jspecify.annotations.Nullable;

/** Parses the start of a file, its front matter and first heading, into an entry. */
final class PostParser {
  /** Bytes of Markdown that take a minute to read: about 220 words. */
  private static final int BYTES_PER_MINUTE = 1400;

  static final String[] DATE_FIELDS =
      ("pubdate date published publishdate datepublished publishedat publisheddate created"
              + " createdat createddate datecreated posted")
          .split(" ");
  private static final String[] UPDATED_FIELDS =
      ("updateddate updated lastmod lastmodified lastmodifiedat modified modifieddate dateupdated"
              + " datemodified updatedat lastupdated")
          .split(" ");
  private static final String[] DESCRIPTION_FIELDS =
      "description summary excerpt subtitle spoiler desc lede abstract".split(" ");
  private static final String[] TAG_FIELDS = "tags tag categories category keywords".split(" ");
  private static final String[] PERMALINK_FIELDS =
      "permalink url path aliases redirectfrom".split(" ");
  private static final String[] WEIGHT_FIELDS =
      ("weight sidebarposition order navorder position sidebar.order nav.order navigation.order"
              + " eleventynavigation.order")
          .split(" ");

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
    return BrokenPost.of(
        path,
        name,
        FileNames.slug(name),
        false,
        FileNames.isDraft(name),
        size,
        modified,
        List.of(new Diagnostic(path, 0, 0, reason)));
  }

  /** A file that is no Markdown: it is called by its name and has no front matter. */
  Entry toTextFile(DecodedText decoded) {
    addDecodingDiagnostics(decoded);
    return toPost(
        FrontMatter.NONE,
        toDisplayText(path.getFileName().toString()),
        UnaryOperator.identity(),
        false);
  }

  /**
   * @param headingText the words of a heading, which is given as Markdown
   */
  Entry parse(DecodedText decoded, FrontMatter frontMatter, UnaryOperator<String> headingText) {
    addDecodingDiagnostics(decoded);
    for (SyntaxDiagnostic error : frontMatter.diagnostics())
      addDiagnostic(error.line(), error.column(), error.message());
    String title = FieldText.words(frontMatter.scalar("title"), headingText);
    boolean draft = isDraft(frontMatter);
    if (!frontMatter.broken()) {
      if (title.isBlank()) title = findTitle(frontMatter, decoded.text(), headingText);
      return toPost(frontMatter, title, headingText, draft);
    }
    moveReasonFirst(frontMatter.diagnostics().getFirst().message());
    return new BrokenPost(
        toPost(
            frontMatter,
            title.isBlank() ? name : title,
            headingText,
            draft || frontMatter.declaresDraft(decoded.text())),
        true);
  }

  private void addDecodingDiagnostics(DecodedText decoded) {
    if (decoded.utf16()) addDiagnostic(1, 1, "written in UTF-16; save it as UTF-8");
    if (decoded.invalidLine() > 0)
      addDiagnostic(decoded.invalidLine(), decoded.invalidColumn(), decoded.invalidReason());
  }

  private void moveReasonFirst(String reason) {
    diagnostics.sort(
        (a, b) -> Boolean.compare(!a.message().equals(reason), !b.message().equals(reason)));
  }

  private Post toPost(
      FrontMatter frontMatter, String title, UnaryOperator<String> headingText, boolean draft) {
    List<String> permalinks = parsePermalinks(frontMatter);
    Optional<PostDate> date = Optional.ofNullable(parsePublished(frontMatter, permalinks));
    Optional<PostDate> updated = Optional.ofNullable(parseDate(frontMatter, UPDATED_FIELDS));
    double weight = frontMatter.number(WEIGHT_FIELDS);
    return new Post(
        path,
        name,
        parseSlug(frontMatter),
        permalinks,
        title,
        FieldText.words(frontMatter.scalar(DESCRIPTION_FIELDS), headingText),
        date,
        updated,
        parseTags(frontMatter),
        parseAuthors(frontMatter),
        draft,
        Double.isNaN(weight) ? Double.POSITIVE_INFINITY : weight,
        (int) Math.max(1, (size + BYTES_PER_MINUTE / 2) / BYTES_PER_MINUTE),
        size,
        modified,
        List.copyOf(diagnostics));
  }

  /** What front matter says, else the name of the file, else an address on its site. */
  private @Nullable PostDate parsePublished(FrontMatter frontMatter, List<String> permalinks) {
    PostDate date = parseDate(frontMatter, DATE_FIELDS);
    if (date == null) date = PathDates.ofFile(name);
    for (int i = 0; date == null && i < permalinks.size(); i++)
      date = PathDates.ofAddress(permalinks.get(i));
    Scalar slug = frontMatter.scalar("slug");
    return date == null && slug != null ? PathDates.ofAddress(slug.text()) : date;
  }

  private void addDiagnostic(int line, int column, String reason) {
    diagnostics.add(new Diagnostic(path, line, column, reason));
  }

  /** The addresses that it has or had; an {@code id} stands for its file name (Docusaurus). */
  private List<String> parsePermalinks(FrontMatter frontMatter) {
    List<String> out = new ArrayList<>(frontMatter.strings(PERMALINK_FIELDS));
    Scalar id = frontMatter.scalar("id");
    if (id != null && !id.text().isBlank())
      out.add(name.substring(0, name.lastIndexOf('/') + 1) + id.text().strip());
    return List.copyOf(out);
  }

  private String parseSlug(FrontMatter frontMatter) {
    Scalar slug = frontMatter.scalar("slug");
    if (slug == null) return FileNames.slug(name);
    String text = Sanitizer.sanitize(slug.text().strip());
    while (text.startsWith("/")) text = text.substring(1);
    while (text.endsWith("/")) text = text.substring(0, text.length() - 1);
    return text.isEmpty() ? FileNames.slug(name) : text;
  }

  /** The first heading of the body where it names the post, else the name of the file. */
  private String findTitle(
      FrontMatter frontMatter, String text, UnaryOperator<String> headingText) {
    String heading = FirstHeading.find(text, frontMatter.bodyIndex());
    String title = heading.isEmpty() ? "" : toDisplayText(headingText.apply(heading));
    if (!title.isBlank()) return title;
    boolean top = name.indexOf('/') < 0 && FileNames.isFolderPage(name) && path.isAbsolute();
    Path folder = top ? PostFiles.folderOf(path).getFileName() : null;
    return toDisplayText(FileNames.title(folder != null ? folder + "/" + name : name));
  }

  /** Text for display: repaired, on one line, sanitized. */
  static String toDisplayText(String text) {
    return Sanitizer.sanitize(Mojibake.repair(text)).strip();
  }

  private List<Tag> parseTags(FrontMatter frontMatter) {
    Set<Tag> out = new LinkedHashSet<>();
    for (String field : TAG_FIELDS) {
      boolean spaced =
          (field.equals("tags") || field.equals("categories"))
              && frontMatter.fields().get(field) instanceof Scalar scalar
              && isSpaced(scalar.text(), frontMatter);
      for (String word : frontMatter.strings(field))
        for (String tag : spaced ? word.split(" +") : new String[] {word}) addTag(tag, out);
    }
    return List.copyOf(out);
  }

  private static void addTag(String word, Set<Tag> to) {
    String name = toDisplayText(word);
    while (name.startsWith("#")) name = name.substring(1).strip();
    if (!name.isEmpty()) to.add(Tag.of(name));
  }

  /** Whether one text has several tags with spaces between them: hash tags, and those of Jekyll. */
  private boolean isSpaced(String text, FrontMatter frontMatter) {
    String tags = text.strip();
    if (tags.indexOf(' ') < 0 || tags.indexOf(',') >= 0) return false;
    if (tags.startsWith("#") && tags.indexOf(" #") > 0) return true;
    Scalar layout = frontMatter.scalar("layout");
    return JekyllSite.contains(path, layout == null ? "" : layout.text());
  }

  private static List<String> parseAuthors(FrontMatter frontMatter) {
    List<String> out = new ArrayList<>();
    for (String field : new String[] {"author", "authors", "by", "byline"}) {
      boolean text = frontMatter.fields().get(field) instanceof Scalar;
      for (String author : frontMatter.strings(field))
        for (String each : text ? splitNames(author) : new String[] {author}) {
          String shown = toDisplayText(each);
          if (!shown.isEmpty() && !out.contains(shown)) out.add(shown);
        }
    }
    return List.copyOf(out);
  }

  /** {@code A and B} between commas, or after the last one. */
  private static String[] splitNames(String names) {
    String rest = names;
    for (String word : new String[] {"and ", "& "})
      if (rest.startsWith(word)) rest = rest.substring(word.length());
    return rest.split(" and ");
  }

  private boolean isDraft(FrontMatter frontMatter) {
    Scalar draft = frontMatter.scalar("draft");
    if (draft != null && isTrue(draft.text())) return true;
    Scalar published = frontMatter.scalar("published");
    if (published != null && isFalse(published.text())) return true;
    for (String field : new String[] {"hidden", "unlisted"}) {
      Scalar hidden = frontMatter.scalar(field);
      if (hidden != null && isTrue(hidden.text())) return true;
    }
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

  private @Nullable PostDate parseDate(FrontMatter frontMatter, String[] names) {
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
