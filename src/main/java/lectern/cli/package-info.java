/** The command line: one class a command, one table of commands, one of options. */
@NullMarked
package lectern.cli;

import org.jspecify.annotations.NullMarked;
