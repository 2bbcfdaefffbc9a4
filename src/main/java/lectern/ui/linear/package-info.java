/** The reader by lines of words: for screen readers and terminals without cursor control. */
@NullMarked
package lectern.ui.linear;

import org.jspecify.annotations.NullMarked;
