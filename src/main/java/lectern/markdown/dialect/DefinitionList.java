package lectern.markdown.dialect;

import org.commonmark.node.CustomBlock;

/**
 * Terms and what they mean. Its first child is the paragraph of the terms, one a line, and the
 * others are {@link Definition}s.
 */
public final class DefinitionList extends CustomBlock {
  /** What a term means: blocks. */
  public static final class Definition extends CustomBlock {}
}
