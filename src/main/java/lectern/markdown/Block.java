package lectern.markdown;

import java.util.List;

/**
 * A block of a document. Every {@code line} is the block's first line in the source, from 1; 0 when
 * unknown.
 */
public sealed interface Block {
  <R> R accept(Visitor<R> visitor);

  /**
   * @param level 1 to 6
   * @param id slug of its text, unique in the document ({@code -1}, {@code -2} as GitHub numbers
   *     repeats)
   */
  record Heading(int level, List<Inline> content, String id, int line) implements Block {
    /** The text alone. */
    public String plainText() {
      return Inline.plainText(content);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  record Paragraph(List<Inline> content, int line) implements Block {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * @param language first word of the info string, lower case; empty for none
   * @param info the whole info string
   * @param title the value of {@code title="…"} in it, empty for none
   * @param literal exactly as written, with its last line end
   * @param isFile whether it is a whole file, which needs neither label nor indent
   */
  record CodeBlock(
      String language, String info, String title, String literal, int line, boolean isFile)
      implements Block {
    public CodeBlock(String language, String info, String title, String literal, int line) {
      this(language, info, title, literal, line, false);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  record BlockQuote(List<Block> blocks, int line) implements Block {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * An alert of GitHub, or a block with a label of another generator.
   *
   * @param kind how it is coloured
   * @param label the word that it was opened with, made readable
   * @param title text beside the label, empty for none
   */
  record Alert(Kind kind, String label, List<Inline> title, List<Block> blocks, int line)
      implements Block {
    public enum Kind {
      NOTE,
      TIP,
      IMPORTANT,
      WARNING,
      CAUTION
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * @param start number of the first item; -1 for bullets
   * @param tight no blank lines between items
   */
  record ListBlock(int start, boolean tight, List<ListItem> items, int line) implements Block {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * @param checked null for a plain item, else whether it is done
   */
  record ListItem(Boolean checked, List<Block> blocks, int line) {}

  /**
   * @param head one cell a column; empty for none
   * @param rows each may have fewer or more cells than the head
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

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  record TableCell(List<Inline> content) {}

  record ThematicBreak(int line) implements Block {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** A {@code details} element. */
  record Details(List<Inline> summary, List<Block> blocks, boolean open, int line)
      implements Block {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * A tag of a template language that means nothing to a reader of the page.
   *
   * @param source as written, on one line
   */
  record TemplateTag(String source, int line) implements Block {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  record Footnotes(List<Footnote> notes) implements Block {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * @param label as written
   * @param number in order of first reference, from 1
   */
  record Footnote(String label, int number, List<Block> blocks, int line)
      implements Comparable<Footnote> {
    @Override
    public int compareTo(Footnote other) {
      return Integer.compare(number, other.number);
    }
  }

  /** One method for each kind of block: a reader that forgets a kind does not compile. */
  interface Visitor<R> {
    R visit(Heading heading);

    R visit(Paragraph paragraph);

    R visit(CodeBlock code);

    R visit(BlockQuote quote);

    R visit(Alert alert);

    R visit(ListBlock list);

    R visit(Table table);

    R visit(ThematicBreak thematicBreak);

    R visit(Details details);

    R visit(TemplateTag tag);

    R visit(Footnotes footnotes);
  }
}
