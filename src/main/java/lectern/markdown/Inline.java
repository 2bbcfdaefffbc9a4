package lectern.markdown;

import java.util.List;

/** Running text and what it carries. */
public sealed interface Inline {
  record Text(String text) implements Inline {}

  record Code(String text) implements Inline {}

  record Formatted(Format format, List<Inline> content) implements Inline {}

  enum Format {
    EMPHASIS,
    STRONG,
    STRIKE,
    UNDERLINE,
    HIGHLIGHT,
    KBD,
    SUBSCRIPT,
    SUPERSCRIPT
  }

  /**
   * @param target as written, made harmless when it becomes a span
   */
  record Link(String target, String title, List<Inline> content) implements Inline {}

  record Image(String target, String title, String alt) implements Inline {}

  /** A reference to a footnote. @param number in order of first reference, from 1 */
  record FootnoteReference(String label, int number) implements Inline {}

  /** A line end of the source that may become a space. */
  record SoftBreak() implements Inline {}

  /** A line end that the author asked for. */
  record HardBreak() implements Inline {}
}
