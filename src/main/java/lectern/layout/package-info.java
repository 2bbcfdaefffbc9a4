/** Documents to rows: wraps, indents and aligns, at any width, and loses nothing. */
package lectern.layout;
