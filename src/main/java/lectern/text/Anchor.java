package lectern.text;

/**
 * What begins on a row. Marks travel with their row, so a prefix put before it (a quote's bar, a
 * list's indent) cannot break them, and headings, places and code blocks are read off the rows
 * without a second parse.
 */
public sealed interface Anchor {
  Anchor NONE = new None();

  /** Nothing begins here: the row goes on with a block, or is empty. */
  record None() implements Anchor {}

  /**
   * A block with words of its own begins: a paragraph, an item, a table row. @param line its line
   * in the source, from 1; 0 unknown
   */
  record BlockStart(int line) implements Anchor {}

  /**
   * A heading begins.
   *
   * @param level 1 to 6
   * @param title its whole text, however many rows it takes
   * @param id its slug, unique in the document: what a fragment names
   */
  record HeadingStart(int level, String title, String id, int line) implements Anchor {}

  /**
   * A code block begins. @param number from 1 in the document @param literal exactly as written,
   * with its last line end
   */
  record CodeBlockStart(int number, String language, String literal, int line) implements Anchor {}

  /** A footnote begins. @param label as written between the brackets */
  record FootnoteStart(String label, int line) implements Anchor {}

  /**
   * A {@code details} element begins. @param number from 1 in the document @param open whether its
   * body is shown
   */
  record DetailsStart(int number, boolean open, int line) implements Anchor {}

  /** The line of the source on which it begins, from 1; 0 where unknown or nothing begins. */
  default int sourceLine() {
    if (this instanceof BlockStart b) return b.line();
    if (this instanceof HeadingStart h) return h.line();
    if (this instanceof CodeBlockStart c) return c.line();
    if (this instanceof FootnoteStart f) return f.line();
    if (this instanceof DetailsStart d) return d.line();
    return 0;
  }
}
