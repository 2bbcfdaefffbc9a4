package lectern.ssh;

import java.nio.file.Path;
import java.util.List;

/**
 * How a server is run.
 *
 * @param host address to listen on @param port 0: any free one
 * @param hostKey file of the server's key; made when it is not there
 * @param authorizedKeys only readers with one of these keys; null: anyone
 * @param maxReaders at once @param maxPerAddress at once from one address
 * @param idleMillis a reader who types nothing for so long is let go
 * @param maxSessionMillis the longest visit
 * @param trustedProxies networks whose PROXY protocol is believed
 */
public record ServerConfig(
    String host,
    int port,
    Path hostKey,
    Path authorizedKeys,
    int maxReaders,
    int maxReadersPerAddress,
    long idleMillis,
    long maxSessionMillis,
    List<CidrBlock> trustedProxies) {
  /** Connections a minute from one address: more than its readers could want. */
  int connectionsPerMinute() {
    return Math.max(120, 60 * maxReadersPerAddress);
  }

  /** Connections a minute from one address that may end without a log-in. */
  int failuresPerMinute() {
    return 60;
  }
}
