/** Reads posts on disk into a catalog, keeps an index of them, and watches their folders. */
@NullMarked
package lectern.library;

import org.jspecify.annotations.NullMarked;
