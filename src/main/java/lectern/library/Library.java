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
import java.util.List;
import lectern.data.Value;
import lectern.post.Catalog;
import lectern.post.Diagnostic;
import lectern.post.Entry;
import lectern.post.PostBody;
import lectern.text.Mojibake;

/** Posts on disk: those of a folder, of several, or single files. */
public abstract class Library {
  /** Bytes; a larger file is a broken post with that reason. */
  public static final int MAX_FILE_BYTES = 16 * 1024 * 1024;

  /** Bytes read of a file for the list; more only while its front matter has not ended. */
  private static final int HEAD_BYTES = 4096;

  /**
   * @param cache folder of the index that makes large folders open fast; null: none is kept
   */
  public static Library of(Path folder, Path cache) {
    return new FolderLibrary(folder.toAbsolutePath().normalize(), cache, false);
  }

  /** The posts of several folders together; the name of each begins with its folder's. */
  public static Library of(List<Path> folders, Path cache) {
    if (folders.size() == 1) return of(folders.getFirst(), cache);
    List<Library> parts = new ArrayList<>();
    for (Path folder : folders) parts.add(of(folder, cache));
    return new CompositeLibrary(parts);
  }

  /**
   * A file alone, whatever its ending; others of its folder come in when a link names them.
   *
   * @param top the folder that links do not leave, where the file lies in it; else that is the
   *     file's own
   */
  public static Library ofFile(Path file, Path top) {
    Path path = file.toAbsolutePath().normalize();
    Path whole = top.toAbsolutePath().normalize();
    boolean below = path.startsWith(whole) && whole.getNameCount() > 0;
    return new SingleFileLibrary(path, below ? whole : path.getParent());
  }

  /** The same, without symbolic links that lead out of the folder: for readers from afar. */
  public Library confinedToFolder() {
    return this;
  }

  /** What links do not leave. */
  public abstract Path folder();

  /** All folders whose posts these are. */
  public List<Path> folders() {
    return List.of(folder());
  }

  /** All posts. Never throws: what cannot be read is data. */
  public abstract Catalog read();

  /** All posts again; a file whose size and time stamp are those of before is not opened. */
  public abstract Catalog reload(Catalog before);

  /**
   * Watches what this library is made of.
   *
   * @param changed as {@link FolderWatcher#start} has it
   * @param lost called when nothing more will be noticed
   * @return what ends it
   */
  public abstract AutoCloseable watch(Runnable changed, Runnable lost) throws IOException;

  /**
   * Takes in a file that a link names, with or without its ending; from then on it is in the
   * catalog.
   *
   * @param name path below the folder
   * @return null when there is no such post, and for a folder whose posts are all there already
   */
  public Entry addLinkedFile(String name) {
    return null;
  }

  /** What a folder is called. */
  static String folderName(Path folder) {
    Path last = folder.getFileName();
    return last == null ? folder.toString() : PostParser.toDisplayText(last.toString());
  }

  /** A file named by hand, whatever its ending. */
  public static Entry readEntry(Path file) {
    Path path = file.toAbsolutePath().normalize();
    return readEntry(path, path.getParent());
  }

  static Entry readEntry(Path path, Path folder) {
    String name = folder == null ? path.toString() : folder.relativize(path).toString();
    try {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      return readEntry(
          path,
          name,
          attributes.size(),
          attributes.lastModifiedTime().toMillis(),
          attributes.isRegularFile());
    } catch (IOException e) {
      return new PostParser(path, name, 0, 0).toUnreadablePost(failureReason(e));
    }
  }

  /** A post read as a whole, once: what it is, its text and its bytes. */
  public static final class LoadedFile {
    private final Entry entry;
    private final PostBody body;
    private final byte[] bytes;
    private final FrontMatter frontMatter;

    private LoadedFile(Entry entry, PostBody source, byte[] bytes, FrontMatter front) {
      this.entry = entry;
      this.body = source;
      this.bytes = bytes;
      this.frontMatter = front;
    }

    public Entry entry() {
      return entry;
    }

    public PostBody body() {
      return body;
    }

    public byte[] bytes() {
      return bytes;
    }

    /**
     * What its front matter says under a name in lower case, as text; empty where it says nothing,
     * or a list or a table.
     */
    public String frontMatterText(String name) {
      Value.Scalar scalar = frontMatter.scalar(name);
      return scalar == null ? "" : scalar.text();
    }

    /** The same for a list, and for one text cut at commas. */
    public List<String> frontMatterList(String... names) {
      return frontMatter.strings(names);
    }
  }

  /**
   * A file named by hand, whatever its ending.
   *
   * @throws UnreadablePostException when nothing of it can be shown
   */
  public static LoadedFile load(Path file) throws UnreadablePostException {
    Path path = file.toAbsolutePath().normalize();
    Path name = path.getFileName();
    byte[] bytes = readBytes(path);
    return load(path, name == null ? path.toString() : name.toString(), bytes);
  }

  /** Standard input and the like. */
  public static LoadedFile load(String name, byte[] bytes) {
    return load(Path.of(name), name, bytes);
  }

  private static LoadedFile load(Path path, String name, byte[] bytes) {
    DecodedText decoding = DecodedText.of(bytes, bytes.length);
    FrontMatter front = FrontMatter.parse(decoding.text(), true);
    Entry entry = new PostParser(path, name, bytes.length, 0).parse(decoding, front);
    return new LoadedFile(entry, parseBody(path, decoding, front), bytes, front);
  }

  static Entry readEntry(Path path, String name, long size, long modified, boolean regular) {
    PostParser reader = new PostParser(path, name, size, modified);
    if (!regular) return reader.toUnreadablePost("not a regular file");
    if (size > MAX_FILE_BYTES) return reader.toUnreadablePost(tooLargeMessage(size));
    try (InputStream in = openStream(path)) {
      byte[] head = in.readNBytes((int) Math.min(size + 1, HEAD_BYTES));
      boolean whole = head.length < HEAD_BYTES;
      DecodedText decoding = decodeHead(head, whole);
      if (!whole && isFrontMatterUnterminated(decoding.text())) {
        head = concat(head, in.readNBytes(FrontMatter.MAX_LENGTH + 4096));
        whole = head.length < HEAD_BYTES + FrontMatter.MAX_LENGTH + 4096;
        decoding = decodeHead(head, whole);
      }
      return reader.parse(decoding, whole);
    } catch (IOException e) {
      return reader.toUnreadablePost(failureReason(e));
    }
  }

  /** The head may end inside a character: its last bytes are left out then. */
  private static DecodedText decodeHead(byte[] head, boolean whole) {
    int length = head.length;
    if (!whole) {
      int back = 1;
      while (back < 4 && back < length && (head[length - back] & 0xc0) == 0x80) back++;
      if ((head[length - back] & 0x80) != 0) length -= back;
    }
    return DecodedText.of(head, length);
  }

  private static boolean isFrontMatterUnterminated(String text) {
    if (!text.startsWith("---") && !text.startsWith("+++")) return false;
    FrontMatter front = FrontMatter.parse(text, false);
    return front.broken() && front.bodyIndex() == 0;
  }

  private static byte[] concat(byte[] a, byte[] b) {
    byte[] out = java.util.Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, out, a.length, b.length);
    return out;
  }

  /** The text of a post. @throws PostFailure when nothing of it can be shown */
  public static PostBody readBody(Path file) throws UnreadablePostException {
    return parseBody(file, readBytes(file));
  }

  /** The text in bytes already read. @param file what problems call it */
  public static PostBody parseBody(Path file, byte[] bytes) {
    DecodedText decoding = DecodedText.of(bytes, bytes.length);
    return parseBody(file, decoding, FrontMatter.parse(decoding.text(), true));
  }

  private static PostBody parseBody(Path file, DecodedText decoding, FrontMatter front) {
    List<Diagnostic> problems = new ArrayList<>();
    if (decoding.invalidLine() > 0)
      problems.add(
          new Diagnostic(
              file, decoding.invalidLine(), decoding.invalidColumn(), decoding.invalidReason()));
    return new PostBody(decoding.text().substring(front.bodyIndex()), front.bodyLine(), problems);
  }

  /**
   * The file byte for byte. @throws PostFailure when it is gone, may not be read, is too large, or
   * is no file
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
   * By the plain stream, which needs no channels, whose native code takes its time to load; by a
   * channel where that one has no words for a name or for what went wrong.
   */
  private static InputStream openStream(Path file) throws IOException {
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
   * Without the front matter, as it is written otherwise: bytes after its closing line; in UTF-8
   * what was UTF-16.
   */
  public static byte[] withoutFrontMatter(byte[] bytes) {
    DecodedText decoding = DecodedText.of(bytes, bytes.length);
    if (decoding.utf16())
      return parseBody(Path.of(""), bytes).text().getBytes(StandardCharsets.UTF_8);
    int line = FrontMatter.parse(decoding.text(), true).bodyLine();
    int at = 0;
    for (int seen = 1; seen < line && at < bytes.length; at++) {
      boolean lone = bytes[at] == '\r' && (at + 1 == bytes.length || bytes[at + 1] != '\n');
      if (bytes[at] == '\n' || lone) seen++;
    }
    return line == 1 ? bytes : java.util.Arrays.copyOfRange(bytes, at, bytes.length);
  }

  /**
   * Where text outside front matter was damaged: UTF-8 read as Windows-1252. @return index, -1 for
   * none
   */
  public static int indexOfDamage(String text, int from) {
    return Mojibake.indexOfDamage(text, from);
  }

  private static String tooLargeMessage(long size) {
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
