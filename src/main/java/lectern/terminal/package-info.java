/** Terminal output and input: escape codes, raw mode, key decoding. */
@NullMarked
package lectern.terminal;

import org.jspecify.annotations.NullMarked;
