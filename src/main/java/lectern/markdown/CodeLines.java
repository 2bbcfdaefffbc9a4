package lectern.markdown;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;

/**
 * The lines of a source that are code (CommonMark 0.31 §4.4, §4.5), and its unclosed fences.
 *
 * @param lines of the file, from 1
 */
public record CodeLines(BitSet lines, List<Fence> unclosedFences) {
  /**
   * Where a fence is opened.
   *
   * @param line of the file, from 1
   * @param column from 1
   */
  public record Fence(int line, int column) {}

  /**
   * @param source the post's body
   * @param firstLine the line of the file on which it begins, from 1
   * @param mdx as for {@link Markdown#parse(String, int, boolean)}
   */
  public static CodeLines of(String source, int firstLine, boolean mdx) {
    CodeLines code = new CodeLines(new BitSet(), new ArrayList<>());
    Node document = Markdown.parseToNode(source, mdx);
    if (document != null) document.accept(code.new CodeVisitor(firstLine));
    return code;
  }

  private final class CodeVisitor extends AbstractVisitor {
    private final int firstLine;

    CodeVisitor(int firstLine) {
      this.firstLine = firstLine;
    }

    @Override
    public void visit(FencedCodeBlock block) {
      List<SourceSpan> spans = block.getSourceSpans();
      addLines(spans);
      // made by TemplateFenceParser, which has no such fences
      if (block.getFenceCharacter() == null) return;
      if (block.getClosingFenceLength() != null || spans.isEmpty()) return;
      SourceSpan first = spans.getFirst();
      unclosedFences.add(new Fence(firstLine + first.getLineIndex(), first.getColumnIndex() + 1));
    }

    @Override
    public void visit(IndentedCodeBlock block) {
      addLines(block.getSourceSpans());
    }

    private void addLines(List<SourceSpan> spans) {
      for (SourceSpan span : spans) lines.set(firstLine + span.getLineIndex());
    }
  }
}
