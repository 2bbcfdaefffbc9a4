/** Roles to styles: themes as data files, and colours mapped to what a terminal can show. */
@NullMarked
package lectern.theme;

import org.jspecify.annotations.NullMarked;
