package lectern.ssh;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.server.session.AbstractServerSession;
import org.apache.sshd.server.session.ServerProxyAcceptor;
import org.apache.sshd.server.session.ServerSession;

/**
 * Reads the PROXY protocol, versions 1 and 2 (haproxy.org, proxy-protocol.txt), of trusted proxies.
 */
final class ProxyProtocolAcceptor implements ServerProxyAcceptor {
  private static final byte[] V2_SIGNATURE = {13, 10, 13, 10, 0, 13, 10, 81, 85, 73, 84, 10};
  private static final int MAX_V1_BYTES = 107;

  private final ConnectionTracker tracker;

  ProxyProtocolAcceptor(ConnectionTracker tracker) {
    this.tracker = tracker;
  }

  @Override
  public boolean acceptServerProxyMetadata(ServerSession session, Buffer buffer) throws Exception {
    if (!tracker.isTrustedProxy(session)) return true;
    byte[] bytes = buffer.array();
    int from = buffer.rpos();
    int have = buffer.available();
    if (have == 0) return false;
    if (bytes[from] == 'P') return readVersion1(session, buffer, bytes, from, have);
    if (bytes[from] == V2_SIGNATURE[0]) return readVersion2(session, buffer, bytes, from, have);
    // no header: the proxy itself is the client
    tracker.countConnection(session);
    return true;
  }

  private boolean readVersion1(
      ServerSession session, Buffer buffer, byte[] bytes, int from, int have) throws Exception {
    int end = -1;
    for (int i = from; i + 1 < from + have && i < from + MAX_V1_BYTES; i++) {
      if (bytes[i] == '\r' && bytes[i + 1] == '\n') {
        end = i;
        break;
      }
    }
    if (end < 0) {
      if (have >= MAX_V1_BYTES) throw new IllegalStateException("PROXY line without end");
      return false;
    }
    String[] words = new String(bytes, from, end - from, StandardCharsets.US_ASCII).split(" ");
    if (!words[0].equals("PROXY") || words.length < 2)
      throw new IllegalStateException("PROXY line cannot be read");
    buffer.rpos(end + 2);
    if (words.length >= 5 && words[1].startsWith("TCP")) {
      setClientAddress(session, CidrBlock.parse(words[2]).address(), Integer.parseInt(words[4]));
    }
    return true;
  }

  private boolean readVersion2(
      ServerSession session, Buffer buffer, byte[] bytes, int from, int have) throws Exception {
    for (int i = 0; i < Math.min(have, V2_SIGNATURE.length); i++) {
      if (bytes[from + i] != V2_SIGNATURE[i])
        throw new IllegalStateException("PROXY header cannot be read");
    }
    if (have < 16) return false;
    int length = (bytes[from + 14] & 0xff) << 8 | bytes[from + 15] & 0xff;
    if (length > 2048) throw new IllegalStateException("PROXY header too long");
    if (have < 16 + length) return false;
    boolean proxied = (bytes[from + 12] & 0x0f) == 1;
    int family = (bytes[from + 13] & 0xff) >> 4;
    int size = family == 1 ? 4 : family == 2 ? 16 : 0;
    if (proxied && size > 0 && length >= 2 * size + 4) {
      byte[] source = Arrays.copyOfRange(bytes, from + 16, from + 16 + size);
      int port = (bytes[from + 16 + 2 * size] & 0xff) << 8 | bytes[from + 17 + 2 * size] & 0xff;
      setClientAddress(session, source, port);
    }
    buffer.rpos(from + 16 + length);
    return true;
  }

  private void setClientAddress(ServerSession session, byte[] source, int port)
      throws UnknownHostException {
    InetSocketAddress client = new InetSocketAddress(InetAddress.getByAddress(source), port);
    if (session instanceof AbstractServerSession own) own.setClientAddress(client);
    tracker.countConnection(session);
  }
}
