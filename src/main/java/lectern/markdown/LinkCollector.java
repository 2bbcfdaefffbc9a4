package lectern.markdown;

import java.util.ArrayList;
import java.util.List;
import lectern.text.EastAsian;
import lectern.text.Sanitizer;
import lectern.text.UriScheme;

/** Collects the links of running text, each with the text that a page shows for it. */
final class LinkCollector implements Inline.Visitor<LinkCollector> {
  final List<Document.Link> links = new ArrayList<>();

  /** The last line that was known. */
  private int line;

  /** The link around the inline that is visited; null for none. */
  private String target;

  /** The link whose text is being collected; null for none. */
  private String openTarget;

  private final StringBuilder openText = new StringBuilder();
  private int lastChar = '\n';

  /** The first code point after the inline that is visited; a space where that is no text. */
  private int next = ' ';

  /**
   * @param sourceLine on which the text begins, from 1; 0 when unknown
   */
  void collectLine(List<Inline> content, int sourceLine) {
    if (sourceLine > 0) line = sourceLine;
    collect(content);
    endLine();
  }

  private LinkCollector collect(List<Inline> content) {
    for (int i = 0; i < content.size(); i++) {
      next = Inline.firstCodePoint(content, i + 1);
      content.get(i).accept(this);
    }
    return this;
  }

  /** White space as a page has it: none at the start of a line, and folded where it may wrap. */
  private LinkCollector append(String text, boolean verbatim) {
    String shown = Sanitizer.sanitize(text);
    for (int i = 0; i < shown.length(); i = shown.offsetByCodePoints(i, 1)) {
      int c = shown.codePointAt(i);
      boolean folded = c == ' ' && (lastChar == '\n' || !verbatim && lastChar == ' ');
      if (!folded && (verbatim || c != 0xad)) append(c);
    }
    return this;
  }

  private LinkCollector append(String text, String href) {
    String around = target;
    target = href;
    append(text, false);
    target = around;
    return this;
  }

  private void append(int c) {
    lastChar = c;
    if (openTarget != null && !openTarget.equals(target)) closeLink();
    if (target == null) return;
    openTarget = target;
    openText.appendCodePoint(c);
  }

  private void closeLink() {
    links.add(new Document.Link(Sanitizer.sanitize(openTarget), openText.toString(), line));
    openTarget = null;
    openText.setLength(0);
  }

  private LinkCollector endLine() {
    if (openTarget != null) {
      int end = openText.length();
      while (end > 1 && openText.charAt(end - 1) == ' ') openText.setLength(--end);
      closeLink();
    }
    lastChar = '\n';
    return this;
  }

  @Override
  public LinkCollector visit(Inline.Text text) {
    return append(text.text(), false);
  }

  @Override
  public LinkCollector visit(Inline.Code code) {
    return append(code.text(), true);
  }

  @Override
  public LinkCollector visit(Inline.Formatted formatted) {
    String signs = formatted.scriptSigns();
    if (!signs.isEmpty()) return append(signs, true);
    String mark = formatted.scriptMark();
    append(mark, true).collect(formatted.content());
    return mark.endsWith("(") ? append(")", true) : this;
  }

  @Override
  public LinkCollector visit(Inline.Link link) {
    if (target != null || !UriScheme.isFollowable(link.target())) return collect(link.content());
    target = link.target();
    collect(link.content());
    if (Inline.plainText(link.content()).isBlank()) append(link.target(), false);
    target = null;
    return this;
  }

  @Override
  public LinkCollector visit(Inline.Image image) {
    boolean followable = target == null && UriScheme.isFollowable(image.target());
    return append(image.placeholder(), followable ? image.target() : target);
  }

  @Override
  public LinkCollector visit(Inline.FootnoteReference reference) {
    return append("[" + reference.number() + "]", reference.target());
  }

  @Override
  public LinkCollector visit(Inline.Emoji emoji) {
    return append(emoji.emoji(), false);
  }

  @Override
  public LinkCollector visit(Inline.SoftBreak softBreak) {
    return EastAsian.isWrittenWithoutSpaces(lastChar) && EastAsian.isWrittenWithoutSpaces(next)
        ? this
        : append(" ", false);
  }

  @Override
  public LinkCollector visit(Inline.HardBreak hardBreak) {
    return endLine();
  }
}
