/** Styled text on a line: what each piece of it is, how wide it is, and its sanitizing. */
package lectern.text;
