/** Where the links of posts lead: one rule for the reader and for {@code lectern check}. */
@NullMarked
package lectern.links;

import org.jspecify.annotations.NullMarked;
