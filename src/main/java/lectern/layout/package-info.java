/** Lays documents out as rows at any width: wraps, indents, aligns, numbers. */
package lectern.layout;
