/** The SSH side of a server: connections, authentication, limits, channels. */
package lectern.ssh;
