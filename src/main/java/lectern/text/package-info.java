/** Styled text on a line: what each piece of it is, how wide it is, and its sanitizing. */
@NullMarked
package lectern.text;

import org.jspecify.annotations.NullMarked;
