/** What an event leads to: the next state and its effects, one class a screen. */
package lectern.ui.update;
