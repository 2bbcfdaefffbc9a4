package lectern.text;

/**
 * What starts on a line of a page. Anchors stay with their line, so a prefix put before it (a
 * quote's bar, a list's indent) cannot break them.
 */
public sealed interface Anchor {
  Anchor NONE = new None();

  /** The line of the source on which it starts, from 1; 0 where unknown or nothing starts. */
  int line();

  /** Nothing starts here: the line continues a block, or is empty. */
  record None() implements Anchor {
    @Override
    public int line() {
      return 0;
    }
  }

  /** A block with text of its own: a paragraph, an item, a table row. */
  record BlockStart(int line) implements Anchor {}

  /**
   * A heading.
   *
   * @param level 1 to 6
   * @param title its whole text, however many lines it takes
   * @param id its slug, unique in the document: what a fragment names
   */
  record HeadingStart(int level, String title, String id, int line) implements Anchor {}

  /**
   * A code block.
   *
   * @param number from 1 in the document
   */
  record CodeBlockStart(int number, String language, int line) implements Anchor {}

  /**
   * A footnote.
   *
   * @param label as written between the brackets
   */
  record FootnoteStart(String label, int line) implements Anchor {}

  /**
   * A {@code details} element.
   *
   * @param number from 1 in the document
   * @param open whether its content is shown
   */
  record DetailsStart(int number, boolean open, int line) implements Anchor {}
}
