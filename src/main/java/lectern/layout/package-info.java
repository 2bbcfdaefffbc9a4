/** Lays documents out as rows at any width: wraps, indents, aligns, numbers. */
@NullMarked
package lectern.layout;

import org.jspecify.annotations.NullMarked;
