/** What an event leads to: the next state and its effects, one class a screen. */
@NullMarked
package lectern.ui.update;

import org.jspecify.annotations.NullMarked;
