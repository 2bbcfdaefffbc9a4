package lectern.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyProtocolAcceptorTest extends SshServing {
  private static final String GREETING = "SSH-2.0-test\r\n";

  private static byte[] version1(String line) {
    return (line + "\r\n").getBytes(StandardCharsets.US_ASCII);
  }

  /** haproxy.org, proxy-protocol.txt, 2.2. */
  private static byte[] version2(int command, String address) throws IOException {
    byte[] source = InetAddress.getByName(address).getAddress();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.write(new byte[] {13, 10, 13, 10, 0, 13, 10, 81, 85, 73, 84, 10});
    out.writeByte(0x20 | command);
    out.writeByte(source.length == 4 ? 0x11 : 0x21);
    out.writeShort(2 * source.length + 4 + 3);
    out.write(source);
    out.write(source);
    out.writeShort(5555);
    out.writeShort(22);
    out.write(new byte[] {4, 0, 0});
    return bytes.toByteArray();
  }

  /** Whether key exchange begins after this header, sent in pieces of this size. */
  private boolean accepts(byte[] header, int piece) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(SECONDS));
      OutputStream out = socket.getOutputStream();
      for (int at = 0; at < header.length; at += piece) {
        out.write(header, at, Math.min(piece, header.length - at));
        out.flush();
      }
      out.write(GREETING.getBytes(StandardCharsets.US_ASCII));
      out.flush();
      byte[] received = socket.getInputStream().readNBytes(400);
      String text = new String(received, StandardCharsets.ISO_8859_1);
      // a rejection is sent before the session sends its own lines
      return text.contains("curve25519") && !text.contains(RejectReason.RATE_LIMIT.message);
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether the failures of an address come to an end. */
  private boolean isLimited(String address) throws IOException {
    byte[] header = version1("PROXY TCP4 " + address + " 192.0.2.1 5555 22");
    for (int i = 0; i < 119; i++) if (!accepts(header, 1000)) return true;
    return false;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 1000})
  void theAddressOfVersion1Counts(int piece) throws IOException {
    serve(config(null, 500, 20, "127.0.0.1/32"));
    assertTrue(accepts(version1("PROXY TCP4 192.0.2.7 192.0.2.1 5555 22"), piece));
    assertTrue(accepts(version1("PROXY TCP6 2001:db8::7 2001:db8::1 5555 22"), piece));
    assertTrue(accepts(version1("PROXY UNKNOWN"), piece));
    await("each is a failure but the unknown", () -> metrics.count("error handshake") == 2);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 1000})
  void theAddressOfVersion2Counts(int piece) throws IOException {
    serve(config(null, 500, 20, "127.0.0.1/32"));
    assertTrue(accepts(version2(1, "192.0.2.7"), piece));
    assertTrue(accepts(version2(1, "2001:db8::7"), piece));
    assertTrue(accepts(version2(0, "192.0.2.7"), piece), "a health check of the proxy");
    await("each is a failure but the check", () -> metrics.count("error handshake") == 2);
  }

  @Test
  void theLimitIsOfTheClientNotOfTheProxy() throws IOException {
    serve(config(null, 500, 1, "127.0.0.1/32"));
    assertTrue(isLimited("192.0.2.7"));
    assertTrue(log().contains("event=refused address=192.0.2.7 reason=rate"), log());
    assertTrue(accepts(version1("PROXY TCP4 192.0.2.8 192.0.2.1 5555 22"), 1000));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PROXY",
        "PROXYTCP4 x",
        "PROXY TCP4 nonsense 192.0.2.1 1 22",
        "PROXY TCP4 192.0.2.7 192.0.2.1 x 22"
      })
  void aBrokenHeaderEndsTheConnection(String line) throws IOException {
    serve(config(null, 500, 20, "127.0.0.1/32"));
    assertFalse(accepts(version1(line), 1000));
  }

  @Test
  void aHeaderWithoutEndEndsTheConnection() throws IOException {
    serve(config(null, 500, 20, "127.0.0.1/32"));
    assertFalse(accepts("PROXY nonsense".repeat(20).getBytes(StandardCharsets.US_ASCII), 1000));
    byte[] damaged = version2(1, "192.0.2.7");
    damaged[5] = 0;
    assertFalse(accepts(damaged, 1000));
    byte[] endless = version2(1, "192.0.2.7");
    endless[14] = 0x7f;
    assertFalse(accepts(endless, 1000));
  }

  @Test
  void withoutAHeaderTheProxyIsTheClient() throws Exception {
    serve(config(null, 500, 20, "127.0.0.1/32"));
    assertEquals("0 [list]\n!\n", run("list").out());
    assertEquals("127.0.0.1", service.client().address());
  }

  @Test
  void aHeaderOfAnybodyElseIsNotBelieved() throws IOException {
    serve(config(null, 500, 20, "192.0.2.0/24"));
    assertFalse(accepts(version1("PROXY TCP4 192.0.2.7 192.0.2.1 5555 22"), 1000));
    assertFalse(log().contains("192.0.2.7"), log());
  }
}
