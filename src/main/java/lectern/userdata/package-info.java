/** Files kept for a reader: configuration, key bindings, reading history. */
@NullMarked
package lectern.userdata;

import org.jspecify.annotations.NullMarked;
