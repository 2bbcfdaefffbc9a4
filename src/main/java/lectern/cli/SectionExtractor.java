package lectern.cli;

import java.util.ArrayList;
import java.util.List;
import lectern.markdown.Block;
import lectern.markdown.Document;
import lectern.post.PostBody;
import lectern.text.DidYouMean;
import lectern.text.TextFolding;

/**
 * One section of a document: a heading and what stands below it, up to the next heading of the same
 * or a higher level.
 */
final class SectionExtractor {
  private final List<Block> blocks;

  /** Indexes of the section's first block, and of the one after its last. */
  private final int from;

  private final int to;

  /**
   * @param wanted its id, its title, or an unambiguous beginning of the title, case and accents
   *     folded
   * @throws CommandException when there is none
   */
  SectionExtractor(Document document, String wanted) {
    this.blocks = document.blocks();
    Block.Heading heading = findHeading(wanted);
    this.from = blocks.indexOf(heading);
    int end = from + 1;
    while (end < blocks.size()
        && !(blocks.get(end) instanceof Block.Heading next && next.level() <= heading.level()))
      end++;
    this.to = end;
  }

  Document section() {
    return new Document(blocks.subList(from, to));
  }

  /**
   * The section in Markdown.
   *
   * @param body what the document was parsed from; line ends are {@code \n}
   */
  String source(PostBody body) {
    String text = body.text();
    int begin = indexOfLine(text, lineOf(from) - body.firstLine());
    return to == blocks.size()
        ? text.substring(begin)
        : text.substring(begin, indexOfLine(text, lineOf(to) - body.firstLine()));
  }

  /** Sections begin and end with headings. */
  private int lineOf(int block) {
    return ((Block.Heading) blocks.get(block)).line();
  }

  private static int indexOfLine(String text, int lines) {
    int index = 0;
    for (int i = 0; i < lines; i++) index = text.indexOf('\n', index) + 1;
    return index;
  }

  private Block.Heading findHeading(String wanted) {
    String folded = TextFolding.fold(wanted.strip());
    List<Block.Heading> matches = new ArrayList<>();
    List<String> titles = new ArrayList<>();
    for (Block block : blocks) {
      if (!(block instanceof Block.Heading heading)) continue;
      String title = TextFolding.fold(heading.plainText().strip());
      if (heading.id().equals(wanted) || title.equals(folded)) return heading;
      if (title.startsWith(folded)) matches.add(heading);
      titles.add(heading.plainText());
    }
    if (matches.size() == 1 && !folded.isEmpty()) return matches.getFirst();
    String near = DidYouMean.suggest(wanted, titles);
    String clause =
        near == null ? "lectern show --toc lists them" : "did you mean \"" + near + "\"?";
    throw new CommandException("section \"" + wanted + "\": there is none; " + clause);
  }
}
