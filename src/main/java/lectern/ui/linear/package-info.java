/** The reader by lines of words: for screen readers and terminals without cursor control. */
package lectern.ui.linear;
