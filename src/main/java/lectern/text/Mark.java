package lectern.text;

/**
 * What begins on a row. Marks travel with their row, so a prefix put before it (a quote's bar, a
 * list's indent) cannot break them, and headings, places and code blocks are read off the rows
 * without a second parse.
 */
public sealed interface Mark {
  Mark NONE = new None();

  /** Nothing begins here: the row goes on with a block, or is empty. */
  record None() implements Mark {}

  /**
   * A block with words of its own begins: a paragraph, an item, a table row. @param line its line
   * in the source, from 1; 0 unknown
   */
  record Block(int line) implements Mark {}

  /**
   * A heading begins.
   *
   * @param level 1 to 6
   * @param title its whole text, however many rows it takes
   * @param id its slug, unique in the document: what a fragment names
   */
  record Heading(int level, String title, String id, int line) implements Mark {}

  /**
   * A code block begins. @param number from 1 in the document @param literal exactly as written,
   * with its last line end
   */
  record Code(int number, String language, String literal, int line) implements Mark {}

  /** A footnote begins. @param label as written between the brackets */
  record Footnote(String label, int line) implements Mark {}

  /**
   * A {@code details} element begins. @param number from 1 in the document @param open whether its
   * body is shown
   */
  record Details(int number, boolean open, int line) implements Mark {}

  /** The line of the source on which it begins, from 1; 0 where unknown or nothing begins. */
  default int sourceLine() {
    if (this instanceof Block b) return b.line();
    if (this instanceof Heading h) return h.line();
    if (this instanceof Code c) return c.line();
    if (this instanceof Footnote f) return f.line();
    if (this instanceof Details d) return d.line();
    return 0;
  }
}
