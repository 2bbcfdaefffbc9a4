/** Pictures of a state: frames made of lines, one class a screen. */
@NullMarked
package lectern.ui.view;

import org.jspecify.annotations.NullMarked;
