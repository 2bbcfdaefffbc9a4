package lectern.cli;

import java.util.ArrayList;
import java.util.List;
import lectern.layout.Glyphs;
import lectern.layout.Layout;
import lectern.layout.Page;
import lectern.markdown.Block;
import lectern.markdown.Document;
import lectern.post.Tag;
import lectern.text.Clean;
import lectern.text.Nearest;

/**
 * One section of a document: a heading and what stands below it, up to the next heading as high.
 */
final class Sections {
  private Sections() {}

  /**
   * By id, by title, or by an unambiguous beginning of the title, case and accents folded. @throws
   * Failure when there is none
   */
  static Document of(Document document, String wanted) {
    List<Block> out = new ArrayList<>();
    int level = 0;
    String id = id(document, wanted);
    for (Block block : document.blocks()) {
      if (block instanceof Block.Heading heading) {
        if (level > 0 && heading.level() <= level) break;
        if (heading.id().equals(id)) level = heading.level();
      }
      if (level > 0) out.add(block);
    }
    return new Document(out);
  }

  private static String id(Document document, String wanted) {
    List<Page.Heading> headings =
        Layout.of(top(document), Layout.Options.of(0, Glyphs.UNICODE)).headings();
    String folded = Tag.fold(wanted.strip());
    List<Page.Heading> begun = new ArrayList<>();
    List<String> titles = new ArrayList<>();
    for (Page.Heading heading : headings) {
      String title = Tag.fold(heading.title().strip());
      if (heading.id().equals(wanted) || title.equals(folded)) return heading.id();
      if (title.startsWith(folded)) begun.add(heading);
      titles.add(heading.title());
    }
    if (begun.size() == 1 && !folded.isEmpty()) return begun.getFirst().id();
    String near = Nearest.of(wanted, titles);
    throw new Failure(
        "section \""
            + Clean.text(wanted)
            + "\": there is none"
            + (near == null
                ? "; lectern show --toc lists them"
                : "; did you mean \"" + near + "\"?"));
  }

  private static Document top(Document document) {
    return new Document(
        document.blocks().stream().filter(b -> b instanceof Block.Heading).toList());
  }
}
