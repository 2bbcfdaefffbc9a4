package lectern.serve;

import java.io.OutputStream;
import java.util.Map;

/**
 * Environment and streams of the process that another SSH server starts for one reader.
 *
 * @param inTty whether standard input is a terminal
 * @param outTty whether standard output is a terminal
 * @param columns of that terminal; 0 unknown
 */
public record Console(
    Map<String, String> env,
    boolean inTty,
    boolean outTty,
    int columns,
    OutputStream out,
    OutputStream err) {}
