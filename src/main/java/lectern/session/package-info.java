/** Runs one reader: event, update, effects, frame; nothing static. */
@NullMarked
package lectern.session;

import org.jspecify.annotations.NullMarked;
