/**
 * Words on a line: what a piece of text is, how wide it is, and that no terminal can be made to
 * obey it.
 */
package lectern.text;
