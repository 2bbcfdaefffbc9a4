package lectern.ui;

import java.util.function.Supplier;
import lectern.layout.PostHeader;
import lectern.links.LinkResolver;
import lectern.markdown.Document;
import lectern.post.Catalog;
import lectern.post.Entry;
import lectern.post.PostBody;

/**
 * A post ready to be read.
 *
 * @param header what its front matter says
 * @param document its text
 * @param contentHash identifies its text, independent of the name of the file and of when it was
 *     written
 */
public record LoadedPost(Entry entry, PostHeader header, Document document, String contentHash) {
  /**
   * @param folder the posts among which wiki links are looked up; asked only where there are any
   */
  public static LoadedPost of(Entry entry, PostBody source, Supplier<Catalog> folder) {
    PostDocument post = PostDocument.of(entry, source, () -> LinkResolver.of(folder.get()));
    return new LoadedPost(entry, post.header(), post.body(), contentHash(source.text()));
  }

  /** A number for a text, 64 bits in hexadecimal: FNV-1a over its characters, mixed at the end. */
  public static String contentHash(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    hash = (hash ^ (hash >>> 32)) * 0xd6e8feb86659fd93L;
    String digits = Long.toHexString(hash ^ (hash >>> 32));
    return "0".repeat(16 - digits.length()) + digits;
  }
}
