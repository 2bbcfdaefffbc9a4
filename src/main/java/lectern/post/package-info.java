/** Posts and broken posts as data, the catalog of a folder, and queries on it. */
@NullMarked
package lectern.post;

import org.jspecify.annotations.NullMarked;
