/** The SSH side of a server: connections, authentication, limits, channels. */
@NullMarked
package lectern.ssh;

import org.jspecify.annotations.NullMarked;
