package lectern.markdown;

import java.util.List;

/** A piece of running text. */
public sealed interface Inline {
  <R> R accept(Visitor<R> visitor);

  /** The first code point of the inline at an index; a space where that is no text. */
  static int firstCodePoint(List<Inline> content, int i) {
    return i < content.size() && content.get(i) instanceof Text(String text) && !text.isEmpty()
        ? text.codePointAt(0)
        : ' ';
  }

  /** The text of inlines without their formatting and targets; line breaks as spaces. */
  static String plainText(List<Inline> content) {
    return new PlainText().appendAll(content).toString();
  }

  record Text(String text) implements Inline {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  record Code(String text) implements Inline {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  record Formatted(Format format, List<Inline> content) implements Inline {
    /** The script in the signs that Unicode has for it; empty where it lacks one. */
    public String scriptSigns() {
      boolean script = format == Format.SUBSCRIPT || format == Format.SUPERSCRIPT;
      for (Inline inline : content) script &= inline instanceof Text;
      return script ? ScriptSigns.of(plainText(content), format == Format.SUBSCRIPT) : "";
    }

    /** {@code x^2}, {@code x^(n+1)}: what is shown before a script, as terminals have one size. */
    public String scriptMark() {
      if (format != Format.SUBSCRIPT && format != Format.SUPERSCRIPT) return "";
      String mark = format == Format.SUBSCRIPT ? "_" : "^";
      return plainText(content).codePoints().count() <= 1 ? mark : mark + "(";
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

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
   * @param target as written; sanitized when it becomes a span
   */
  record Link(String target, String title, List<Inline> content) implements Inline {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  record Image(String target, String title, String alt) implements Inline {
    /** What is shown for it. */
    public String placeholder() {
      String text = alt.isBlank() ? title : alt;
      return text.isBlank() ? "[image]" : "[image: " + text + "]";
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * A reference to a footnote.
   *
   * @param number in order of first reference, from 1
   */
  record FootnoteReference(String label, int number) implements Inline {
    /** The fragment of the footnote on its page. */
    public String target() {
      return "#fn-" + label;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * An emoji that was written by its name.
   *
   * @param name without colons
   */
  record Emoji(String name, String emoji) implements Inline {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** A line end of the source that may become a space. */
  record SoftBreak() implements Inline {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** A line break that the author asked for. */
  record HardBreak() implements Inline {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** One method for each kind of inline: a reader that forgets a kind does not compile. */
  interface Visitor<R> {
    R visit(Text text);

    R visit(Code code);

    R visit(Formatted formatted);

    R visit(Link link);

    R visit(Image image);

    R visit(FootnoteReference reference);

    R visit(Emoji emoji);

    R visit(SoftBreak softBreak);

    R visit(HardBreak hardBreak);
  }
}
