package lectern.post;

import java.util.List;

/**
 * All posts of a folder at one moment. Never changed: a reread makes a new one, so readers in other sessions keep
 * theirs.
 *
 * @param folder what the posts are called together: the folder's name
 * @param entries good and broken, in the order of their names
 * @param problems of the folder itself (a loop of links, a folder that cannot be listed)
 */
public record Catalog(String folder, List<Entry> entries, List<Problem> problems) {
  public static final Catalog EMPTY = new Catalog("", List.of(), List.of());
}
