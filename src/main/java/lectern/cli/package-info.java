/** The command line: one class a command, one table of commands, one of options. */
package lectern.cli;
