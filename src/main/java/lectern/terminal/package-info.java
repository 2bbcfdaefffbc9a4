/** Where lines become light: the only room that knows Lanterna, JLine and escape codes. */
package lectern.terminal;
