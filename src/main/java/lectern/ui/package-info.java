/** What the reader sees and does: state, events, screens; pure. */
package lectern.ui;
