package lectern.library;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import lectern.post.Entry;
import lectern.post.FileType;

/**
 * Reads files as far as a list needs them.
 *
 * @param headingText the words of a heading, which is given as Markdown; called from several
 *     threads
 */
record EntryParser(UnaryOperator<String> headingText) {
  /** Bytes read of a file for the list; more only while its front matter has not ended. */
  private static final int HEAD_BYTES = 4096;

  /**
   * @param folder what the name of the entry is below
   */
  Entry read(Path path, Path folder) {
    String name = folder == null ? path.toString() : folder.relativize(path).toString();
    try {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      return read(path, name, attributes);
    } catch (IOException e) {
      return new PostParser(path, name, 0, 0).toUnreadablePost(PostFiles.failureReason(e));
    }
  }

  /** Never fails: what cannot be read is a broken post. */
  Entry read(Path path, String name, BasicFileAttributes attributes) {
    long size = attributes.size();
    PostParser parser = new PostParser(path, name, size, attributes.lastModifiedTime().toMillis());
    if (!attributes.isRegularFile()) return parser.toUnreadablePost("not a regular file");
    if (size > PostFiles.MAX_FILE_BYTES)
      return parser.toUnreadablePost(PostFiles.tooLargeMessage(size));
    try (InputStream in = PostFiles.openStream(path)) {
      byte[] head = in.readNBytes((int) Math.min(size + 1, HEAD_BYTES));
      boolean isWholeFile = head.length < HEAD_BYTES;
      DecodedText text = decodeHead(head, isWholeFile);
      if (!isWholeFile && isFrontMatterUnterminated(text.text())) {
        head = concat(head, in.readNBytes(FrontMatter.MAX_LENGTH + HEAD_BYTES));
        isWholeFile = head.length < 2 * HEAD_BYTES + FrontMatter.MAX_LENGTH;
        text = decodeHead(head, isWholeFile);
      }
      if (!FileType.isMarkdown(name)) return parser.toTextFile(text);
      return parser.parse(text, FrontMatter.parse(text.text(), isWholeFile), headingText);
    } catch (IOException e) {
      return parser.toUnreadablePost(PostFiles.failureReason(e));
    }
  }

  /** The head may end inside a character: its last bytes are left out then. */
  private static DecodedText decodeHead(byte[] head, boolean isWholeFile) {
    int length = head.length;
    if (!isWholeFile) {
      int back = 1;
      while (back < 4 && back < length && (head[length - back] & 0xc0) == 0x80) back++;
      if ((head[length - back] & 0x80) != 0) length -= back;
    }
    return DecodedText.of(head, length);
  }

  private static boolean isFrontMatterUnterminated(String text) {
    FrontMatterBlock block = FrontMatterBlock.find(text);
    return block != null && block.end() < 0;
  }

  private static byte[] concat(byte[] a, byte[] b) {
    byte[] out = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, out, a.length, b.length);
    return out;
  }
}
