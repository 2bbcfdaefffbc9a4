package lectern.library;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lectern.data.Value;
import lectern.post.Entry;
import lectern.post.FileType;
import lectern.post.PostBody;
import org.jspecify.annotations.Nullable;

/** A post read as a whole, once: what it is, its text and its bytes. */
public final class LoadedFile {
  /** The beginning of a field on a line of YAML, TOML or JSON. */
  private static final Pattern KEY = Pattern.compile("(?m)^[ \\t]*\"?([\\w-]+)\"?[ \\t]*[:=]");

  private final Path path;
  private final String name;
  private final byte[] bytes;
  private final DecodedText decoded;
  private final FrontMatter frontMatter;

  private LoadedFile(
      Path path, String name, byte[] bytes, DecodedText decoded, FrontMatter frontMatter) {
    this.path = path;
    this.name = name;
    this.bytes = bytes;
    this.decoded = decoded;
    this.frontMatter = frontMatter;
  }

  static LoadedFile of(Path path, String name, byte[] bytes) {
    DecodedText decoded = DecodedText.of(bytes, bytes.length);
    return new LoadedFile(path, name, bytes, decoded, FrontMatter.of(path, decoded));
  }

  /**
   * The list entry of this file.
   *
   * @param headingText the words of a heading, which is given as Markdown
   */
  public Entry entry(UnaryOperator<String> headingText) {
    PostParser parser = new PostParser(path, name, bytes.length, 0);
    return FileType.isMarkdown(name)
        ? parser.parse(decoded, frontMatter, headingText)
        : parser.toTextFile(decoded);
  }

  public PostBody body() {
    return PostFiles.parseBody(path, decoded, frontMatter);
  }

  public byte[] bytes() {
    return bytes;
  }

  /**
   * A field of its front matter.
   *
   * @param field in lower case
   * @return empty without the field, and for a list or a mapping
   */
  public String frontMatterText(String field) {
    Value.Scalar scalar = frontMatter.scalar(field);
    return scalar == null ? "" : scalar.text();
  }

  /**
   * The line of its front matter that gives its date, up to the value: {@code published: }; null
   * where none does.
   */
  public @Nullable String dateKey() {
    for (String field : PostParser.DATE_FIELDS) {
      if (!frontMatter.fields().containsKey(field)) continue;
      Matcher line = KEY.matcher(decoded.text().substring(0, frontMatter.bodyIndex()));
      while (line.find())
        if (line.group(1).replaceAll("[_-]", "").equalsIgnoreCase(field))
          return line.group().strip() + " ";
    }
    return null;
  }
}
