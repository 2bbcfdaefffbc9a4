package lectern.markdown.dialect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lectern.markdown.dialect.TemplateNames.Meaning;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/**
 * Makes blocks of what stands between a template tag and the one that closes it, where both are
 * blocks of the same parent. Linear; tags without a partner stay where they are.
 */
public final class TagPairs {
  /** A tag that is open, and how deep the blocks in it are nested. */
  private static final class Opening {
    final TagBlock node;
    int depth;

    Opening(TagBlock node) {
      this.node = node;
    }
  }

  /** Paragraphs that may be split where a tag is closed in them: keeps it linear. */
  private static final int MAX_SPLITS = 200;

  private final List<Opening> open = new ArrayList<>();
  private final Map<String, Integer> openNames = new HashMap<>();

  /** How many tags close each comment and raw text further down. */
  private final Map<String, Integer> literalEnds = new HashMap<>();

  private int splits;

  private TagPairs() {}

  /**
   * @param parent whose blocks have tags among them
   */
  public static void pair(Node parent) {
    TagPairs pairs = new TagPairs();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext())
      if (node instanceof TagBlock t && t.tag() != null && t.tag().isClosing())
        pairs.literalEnds.merge(t.tag().name(), 1, Integer::sum);
    for (Node node = parent.getFirstChild(); node != null; ) {
      Node next = node.getNext();
      pairs.visit(node);
      node = next;
    }
  }

  private void visit(Node node) {
    if (node instanceof TagBlock block) {
      block.paired = true;
      if (block.tag() != null) visitTag(block);
    } else if (node instanceof Paragraph
        && !open.isEmpty()
        && !isLiteral()
        && splits < MAX_SPLITS) {
      for (Node part = node.getFirstChild(); part != null; part = part.getNext())
        if (part instanceof TagInline t && t.tag().isClosing() && isOpen(t.tag().name())) {
          closeInside(node, t);
          return;
        }
    }
  }

  /** Closes a tag in a paragraph, which goes on after it as another one. */
  private void closeInside(Node paragraph, TagInline closing) {
    Node before = closing.getPrevious();
    if (before instanceof Text text) text.setLiteral(text.getLiteral().stripTrailing());
    if (before instanceof SoftLineBreak) before.unlink();
    if (closing.getNext() instanceof SoftLineBreak soft) soft.unlink();
    Paragraph rest = new Paragraph();
    rest.setSourceSpans(paragraph.getSourceSpans());
    for (Node node = closing.getNext(); node != null; ) {
      Node next = node.getNext();
      rest.appendChild(node);
      node = next;
    }
    closing.unlink();
    splits++;
    if (rest.getFirstChild() != null) paragraph.insertAfter(rest);
    close(closing.tag().name(), paragraph.getNext());
    if (rest.getFirstChild() != null) visit(rest);
  }

  private void visitTag(TagBlock block) {
    TemplateTag tag = block.tag();
    if (tag.isClosing()) {
      literalEnds.merge(tag.name(), -1, Integer::sum);
      if (isOpen(tag.name()) && (!isLiteral() || isInnermost(tag.name()))) {
        Node after = block.getNext();
        block.unlink();
        close(tag.name(), after);
      }
      return;
    }
    if (isLiteral()) return;
    Meaning meaning = TemplateNames.meaningOf(tag);
    boolean literal = meaning == Meaning.RAW || meaning == Meaning.COMMENT && !tag.isComment();
    if (meaning != Meaning.BLOCK && !literal) return;
    if (literal && literalEnds.getOrDefault(tag.name(), 0) < 1) return;
    open.add(new Opening(block));
    openNames.merge(tag.name(), 1, Integer::sum);
  }

  private boolean isOpen(String name) {
    return name.isEmpty() ? !open.isEmpty() : openNames.getOrDefault(name, 0) > 0;
  }

  private boolean isInnermost(String name) {
    return open.getLast().node.tag().name().equals(name);
  }

  /** Whether what comes next is no template. */
  private boolean isLiteral() {
    if (open.isEmpty()) return false;
    return TemplateNames.meaningOf(open.getLast().node.tag()) != Meaning.BLOCK;
  }

  /** Closes the innermost open tag of a name; those in it have no partner. */
  private void close(String name, Node after) {
    int depth = 0;
    while (true) {
      Opening opening = open.removeLast();
      String own = opening.node.tag().name();
      openNames.merge(own, -1, Integer::sum);
      depth = Math.max(depth, opening.depth);
      if (!name.isEmpty() && !name.equals(own)) continue;
      if (depth < LabeledBlock.MAX_DEPTH) replace(opening.node, after);
      if (!open.isEmpty()) open.getLast().depth = Math.max(open.getLast().depth, depth + 1);
      return;
    }
  }

  /** Makes a block of a tag and what follows it, up to a node. */
  private static void replace(TagBlock opening, Node after) {
    TemplateTag tag = opening.tag();
    Meaning meaning = TemplateNames.meaningOf(tag);
    if (meaning == Meaning.BLOCK) {
      LabeledBlock block =
          new LabeledBlock(TemplateNames.formOf(tag.name()), TemplateNames.wordOf(tag));
      block.setSourceSpans(opening.getSourceSpans());
      opening.insertBefore(block);
      appendTitle(tag, block);
      for (Node node = opening.getNext(); node != after; ) {
        Node next = node.getNext();
        block.appendChild(node);
        node = next;
      }
    } else if (meaning == Meaning.COMMENT) {
      for (Node node = opening.getNext(); node != after; ) {
        Node next = node.getNext();
        node.unlink();
        node = next;
      }
    }
    opening.unlink();
  }

  private static void appendTitle(TemplateTag tag, LabeledBlock block) {
    String words = TemplateNames.titleOf(tag);
    if (words.isEmpty()) return;
    LabeledBlock.Title title = new LabeledBlock.Title();
    title.appendChild(new Text(words));
    block.appendChild(title);
  }
}
