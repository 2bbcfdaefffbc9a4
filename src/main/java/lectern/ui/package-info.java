/** What the reader sees and does: state, events, screens; pure. */
@NullMarked
package lectern.ui;

import org.jspecify.annotations.NullMarked;
