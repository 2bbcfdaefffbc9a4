package lectern.post;

import java.util.List;

/**
 * The text of a post, read from disk for showing.
 *
 * @param text the body, without front matter; line ends are {@code \n}, no BOM, invalid bytes
 *     replaced
 * @param firstLine the line of the file on which the body begins, from 1
 * @param diagnostics problems found while reading: invalid bytes, an unclosed front matter
 */
public record PostBody(String text, int firstLine, List<Diagnostic> diagnostics) {}
