/** The command line: one class a command; the only room that knows the option parser. */
package lectern.cli;
