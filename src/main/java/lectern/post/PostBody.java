package lectern.post;

import java.util.List;

/**
 * The text of a post, read from disk for showing.
 *
 * @param text the body, without front matter; line ends are {@code \n}, no BOM, decoded as far as
 *     it can be
 * @param firstLine the line of the file on which the body begins, from 1
 * @param diagnostics what was wrong while reading: invalid bytes, a front matter that never ends
 */
public record PostBody(String text, int firstLine, List<Diagnostic> diagnostics) {}
