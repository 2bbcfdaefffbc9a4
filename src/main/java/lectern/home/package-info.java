/** What is kept for a reader: places, what was read, configuration. */
package lectern.home;
