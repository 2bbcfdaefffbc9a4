package lectern.library;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import lectern.data.Value;
import lectern.post.Entry;
import lectern.post.PostBody;

/** A post read as a whole, once: what it is, its text and its bytes. */
public final class LoadedFile {
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
    return new LoadedFile(path, name, bytes, decoded, FrontMatter.parse(decoded.text(), true));
  }

  /**
   * The list entry of this file.
   *
   * @param headingText the words of a heading, which is given as Markdown
   */
  public Entry entry(UnaryOperator<String> headingText) {
    return new PostParser(path, name, bytes.length, 0).parse(decoded, frontMatter, headingText);
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
}
