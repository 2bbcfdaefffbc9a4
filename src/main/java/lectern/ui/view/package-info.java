/** Pictures of a state: frames made of lines, one class a screen. */
package lectern.ui.view;
