package lectern.markdown.dialect;

import org.commonmark.node.CustomNode;

/** Text that is marked: {@code ==mark==}. */
public final class HighlightNode extends CustomNode {}
