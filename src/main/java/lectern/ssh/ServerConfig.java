package lectern.ssh;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Configuration of a server.
 *
 * @param host address to listen on
 * @param port to listen on; 0 for any free one
 * @param hostKey file of the host key; generated when it does not exist
 * @param authorizedKeys file of the keys that are accepted; none for anyone
 * @param maxReaders at once
 * @param maxReadersPerAddress at once from one address
 * @param idleMillis without input, after which a screen is ended
 * @param maxSessionMillis after which a screen or command is ended
 * @param trustedProxies networks whose PROXY protocol headers are believed
 */
public record ServerConfig(
    String host,
    int port,
    Path hostKey,
    @Nullable Path authorizedKeys,
    int maxReaders,
    int maxReadersPerAddress,
    long idleMillis,
    long maxSessionMillis,
    List<CidrBlock> trustedProxies) {
  /** Connections a minute from one address. */
  int connectionsPerMinute() {
    return Math.max(120, 60 * maxReadersPerAddress);
  }

  /** Connections a minute from one address that may end without a login. */
  int failuresPerMinute() {
    return 60;
  }
}
