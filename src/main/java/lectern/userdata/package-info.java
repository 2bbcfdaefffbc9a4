/** Files kept for a reader: configuration, key bindings, reading history. */
package lectern.userdata;
