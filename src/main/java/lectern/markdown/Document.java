package lectern.markdown;

import java.util.List;

/**
 * A post as nested blocks, after parsing and before layout.
 *
 * @param blocks from top to bottom; footnotes are the last block, where there are any
 */
public record Document(List<Block> blocks) {}
