package lectern.markdown;

import java.util.List;

/**
 * A block of a document. Every {@code line} is the block's first line in the source, from 1; 0 when
 * unknown.
 */
public sealed interface Block {
  /**
   * The card over a post: what its front matter says. Not from Markdown; whoever shows a post puts
   * it first.
   *
   * @param facts date, reading time, authors: one line, joined by the layout
   * @param diagnostics what is wrong with the post, a sentence each
   */
  record PostHeader(
      String title,
      String description,
      List<String> facts,
      List<String> tags,
      List<String> diagnostics)
      implements Block {}

  /**
   * @param level 1 to 6 @param id slug of its text, unique in the document (GitHub's way: {@code
   *     -1}, {@code -2})
   */
  record Heading(int level, List<Inline> content, String id, int line) implements Block {
    /** Its words alone. */
    public String plainText() {
      return InlineConverter.plainText(content);
    }
  }

  record Paragraph(List<Inline> content, int line) implements Block {}

  /**
   * @param language first word of the info string, lower case; empty for none
   * @param info the whole info string
   * @param title the value of {@code title="…"} in it, empty for none
   * @param literal exactly as written, with its last line end
   */
  record CodeBlock(String language, String info, String title, String literal, int line)
      implements Block {}

  record BlockQuote(List<Block> blocks, int line) implements Block {}

  /** A GitHub alert. @param title words beside the kind, empty for none */
  record Alert(Kind kind, List<Inline> title, List<Block> blocks, int line) implements Block {
    public enum Kind {
      NOTE,
      TIP,
      IMPORTANT,
      WARNING,
      CAUTION
    }
  }

  /**
   * @param start number of the first item; -1 for bullets @param tight no space between items
   */
  record ListBlock(int start, boolean tight, List<ListItem> items, int line) implements Block {}

  /**
   * @param checked null for a plain item, else whether it is done
   */
  record ListItem(Boolean checked, List<Block> blocks, int line) {}

  /**
   * @param head one cell a column @param rows cells may be fewer or more than the head's
   */
  record Table(
      List<Alignment> alignments, List<TableCell> head, List<List<TableCell>> rows, int line)
      implements Block {
    public enum Alignment {
      NONE,
      LEFT,
      CENTER,
      RIGHT
    }
  }

  record TableCell(List<Inline> content) {}

  /** A thematic break. */
  record ThematicBreak(int line) implements Block {}

  /** A {@code details} element. */
  record Details(List<Inline> summary, List<Block> blocks, boolean open, int line)
      implements Block {}

  record Footnotes(List<Footnote> notes) implements Block {}

  /**
   * @param label as written @param number in order of first reference, from 1
   */
  record Footnote(String label, int number, List<Block> blocks, int line)
      implements Comparable<Footnote> {
    @Override
    public int compareTo(Footnote other) {
      return Integer.compare(number, other.number);
    }
  }
}
