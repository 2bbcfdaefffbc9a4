package lectern.library;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import lectern.post.Diagnostic;
import lectern.post.PostBody;

/** Reads single files of posts as a whole. */
public final class PostFiles {
  /** Bytes; a larger file is a broken post with that reason. */
  public static final int MAX_FILE_BYTES = 16 * 1024 * 1024;

  private PostFiles() {}

  /**
   * @param file absolute
   */
  public static Path folderOf(Path file) {
    return Objects.requireNonNull(file.getParent());
  }

  /**
   * Reads a post, whatever the extension of its file.
   *
   * @throws UnreadablePostException when nothing of it can be shown
   */
  public static LoadedFile load(Path file) throws UnreadablePostException {
    Path path = file.toAbsolutePath().normalize();
    Path name = path.getFileName();
    return LoadedFile.of(path, name == null ? path.toString() : name.toString(), readBytes(path));
  }

  /** Takes bytes for those of a post: standard input and the like. */
  public static LoadedFile load(String name, byte[] bytes) {
    return LoadedFile.of(Path.of(name), name, bytes);
  }

  /**
   * Reads the text of a post.
   *
   * @throws UnreadablePostException when nothing of it can be shown
   */
  public static PostBody readBody(Path file) throws UnreadablePostException {
    return parseBody(file, readBytes(file));
  }

  /**
   * Finds the text in bytes already read.
   *
   * @param file for diagnostics
   */
  public static PostBody parseBody(Path file, byte[] bytes) {
    DecodedText decoded = DecodedText.of(bytes, bytes.length);
    return parseBody(file, decoded, FrontMatter.of(file, decoded));
  }

  static PostBody parseBody(Path file, DecodedText decoded, FrontMatter frontMatter) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    if (decoded.invalidLine() > 0)
      diagnostics.add(
          new Diagnostic(
              file, decoded.invalidLine(), decoded.invalidColumn(), decoded.invalidReason()));
    return new PostBody(
        decoded.text().substring(frontMatter.bodyIndex()), frontMatter.bodyLine(), diagnostics);
  }

  /**
   * Reads a file byte for byte.
   *
   * @throws UnreadablePostException when it is gone, may not be read, is too large, or is no file
   */
  public static byte[] readBytes(Path file) throws UnreadablePostException {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      if (attributes.isDirectory()) throw new UnreadablePostException("is a folder");
      if (!attributes.isRegularFile()) throw new UnreadablePostException("not a regular file");
      if (attributes.size() > MAX_FILE_BYTES)
        throw new UnreadablePostException(tooLargeMessage(attributes.size()));
      try (InputStream in = openStream(file)) {
        byte[] bytes = in.readNBytes(MAX_FILE_BYTES + 1);
        if (bytes.length > MAX_FILE_BYTES)
          throw new UnreadablePostException(tooLargeMessage(bytes.length));
        return bytes;
      }
    } catch (IOException | UncheckedIOException e) {
      throw new UnreadablePostException(failureReason(e));
    }
  }

  /**
   * Opens a file by the plain stream; by a channel where the stream cannot encode the name or does
   * not say what went wrong.
   */
  static InputStream openStream(Path file) throws IOException {
    String name = file.toString();
    if (name.indexOf('\ufffd') < 0) {
      try {
        return new FileInputStream(name);
      } catch (FileNotFoundException e) {
        // the channel says why
      }
    }
    return Files.newInputStream(file);
  }

  /**
   * Takes off the front matter.
   *
   * @return the bytes after its last line, as they are; of UTF-16 the text in UTF-8
   */
  public static byte[] withoutFrontMatter(byte[] bytes) {
    DecodedText decoded = DecodedText.of(bytes, bytes.length);
    FrontMatter frontMatter = FrontMatter.parse(decoded.text(), true);
    if (decoded.utf16())
      return decoded.text().substring(frontMatter.bodyIndex()).getBytes(StandardCharsets.UTF_8);
    int line = frontMatter.bodyLine();
    int at = 0;
    for (int seen = 1; seen < line && at < bytes.length; at++) {
      boolean lone = bytes[at] == '\r' && (at + 1 == bytes.length || bytes[at + 1] != '\n');
      if (bytes[at] == '\n' || lone) seen++;
    }
    return line == 1 ? bytes : Arrays.copyOfRange(bytes, at, bytes.length);
  }

  static String tooLargeMessage(long size) {
    return "larger than 16 MiB (" + (size >> 20) + " MiB); split it";
  }

  static String failureReason(Exception e) {
    if (e instanceof NoSuchFileException) return "there is no such file";
    if (e instanceof AccessDeniedException) return "may not be read: permission denied";
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    int colon = message.lastIndexOf(": ");
    return "cannot be read: " + (colon < 0 ? message : message.substring(colon + 2));
  }
}
