/** Runs one reader: event, update, effects, frame; nothing static. */
package lectern.session;
