package lectern.cli;

import java.util.ArrayList;
import java.util.List;
import lectern.markdown.Block;
import lectern.markdown.Document;
import lectern.post.PostBody;
import lectern.text.DidYouMean;
import lectern.text.Sanitizer;
import lectern.text.TextFolding;

/**
 * One section of a document: a heading and what stands below it, up to the next heading as high.
 */
final class SectionExtractor {
  private SectionExtractor() {}

  /**
   * By id, by title, or by an unambiguous beginning of the title, case and accents folded. @throws
   * Failure when there is none
   */
  static Document extract(Document document, String wanted) {
    List<Block> out = new ArrayList<>();
    int level = 0;
    String id = findHeadingId(document, wanted);
    for (Block block : document.blocks()) {
      if (block instanceof Block.Heading heading) {
        if (level > 0 && heading.level() <= level) break;
        if (heading.id().equals(id)) level = heading.level();
      }
      if (level > 0) out.add(block);
    }
    return new Document(out);
  }

  /** The section in Markdown, line ends as {@code \n}. @throws Failure when there is none */
  static String extractSource(Document document, String wanted, PostBody source) {
    String id = findHeadingId(document, wanted);
    int level = 0;
    int from = 0;
    int to = Integer.MAX_VALUE;
    for (Block block : document.blocks()) {
      if (!(block instanceof Block.Heading heading)) continue;
      if (level > 0 && heading.level() <= level) {
        to = heading.line();
        break;
      }
      if (level == 0 && heading.id().equals(id)) {
        level = heading.level();
        from = heading.line();
      }
    }
    return linesBetween(source, from, to);
  }

  /** From a line of the file on, up to but not with another. */
  private static String linesBetween(PostBody source, int from, int to) {
    String text = source.text();
    int line = source.firstLine();
    int begin = -1;
    for (int i = 0; i < text.length(); i = text.indexOf('\n', i) + 1) {
      if (line == from) begin = i;
      if (line++ == to) return text.substring(begin, i);
      if (text.indexOf('\n', i) < 0) break;
    }
    return begin < 0 ? "" : text.substring(begin);
  }

  private static String findHeadingId(Document document, String wanted) {
    String folded = TextFolding.fold(wanted.strip());
    List<Block.Heading> begun = new ArrayList<>();
    List<String> titles = new ArrayList<>();
    for (Block block : document.blocks()) {
      if (!(block instanceof Block.Heading heading)) continue;
      String title = TextFolding.fold(heading.plainText().strip());
      if (heading.id().equals(wanted) || title.equals(folded)) return heading.id();
      if (title.startsWith(folded)) begun.add(heading);
      titles.add(heading.plainText());
    }
    if (begun.size() == 1 && !folded.isEmpty()) return begun.getFirst().id();
    String near = DidYouMean.suggest(wanted, titles);
    throw new CommandException(
        "section \""
            + Sanitizer.sanitize(wanted)
            + "\": there is none"
            + (near == null
                ? "; lectern show --toc lists them"
                : "; did you mean \"" + near + "\"?"));
  }
}
