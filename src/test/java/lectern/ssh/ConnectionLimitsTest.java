package lectern.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConnectionLimitsTest {
  private long now = 1_000_000;
  private final ConnectionLimits gate = new ConnectionLimits(rules(3, 2), () -> now);

  private static ServerConfig rules(int readers, int perAddress) {
    return new ServerConfig(
        "127.0.0.1", 0, Path.of("key"), null, readers, perAddress, 1000, 1000, List.of());
  }

  @Test
  void readersInAllAndOfOneAddress() {
    assertNull(gate.acceptReader("a"));
    assertNull(gate.acceptReader("a"));
    assertEquals(RejectReason.ADDRESS_LIMIT, gate.acceptReader("a"));
    assertNull(gate.acceptReader("b"));
    assertEquals(RejectReason.SERVER_FULL, gate.acceptReader("c"));
    assertEquals(3, gate.readerCount());
    gate.releaseReader("a");
    assertNull(gate.acceptReader("c"));
  }

  @Test
  void sessionsThatReadNothingHaveAnEndToo() {
    for (int i = 0; i < 14; i++) assertNull(gate.acceptSession("a"));
    assertEquals(RejectReason.SESSION_LIMIT, gate.acceptSession("a"));
    assertNull(gate.acceptSession("b"));
    assertNull(gate.acceptSession("b"));
    assertEquals(RejectReason.SERVER_FULL, gate.acceptSession("b"));
    gate.releaseSession("a");
    assertNull(gate.acceptSession("b"));
  }

  @Test
  void connectionsOfAMinute() {
    for (int i = 0; i < 120; i++) assertTrue(gate.acceptConnection("a"), "connection " + i);
    assertFalse(gate.acceptConnection("a"));
    assertTrue(gate.acceptConnection("b"), "another address is not held to it");
    now += 60_001;
    assertTrue(gate.acceptConnection("a"), "a new minute");
  }

  @Test
  void failuresOfAMinute() {
    for (int i = 0; i < 60; i++) gate.recordFailure("a");
    assertFalse(gate.acceptConnection("a"));
    now += 60_001;
    assertTrue(gate.acceptConnection("a"));
  }

  @Test
  void addressesAreForgottenWhenTheyAreMany() {
    gate.acceptReader("stays");
    for (int i = 0; i < 10_001; i++) gate.acceptConnection("10.0." + i);
    now += 60_001;
    gate.acceptConnection("last");
    gate.releaseReader("stays");
    assertEquals(0, gate.readerCount(), "one who reads is never forgotten");
  }

  @Test
  void aNetworkOfIpv6CountsAsOneAddress() {
    assertEquals("192.0.2.7", ConnectionLimits.prefixKey("192.0.2.7"));
    assertEquals("2001:db8:0:1", ConnectionLimits.prefixKey("2001:db8:0:1:0:0:0:2"));
    assertNull(gate.acceptReader("2001:db8:0:1:0:0:0:2"));
    assertNull(gate.acceptReader("2001:db8:0:1:0:0:0:3"));
    assertEquals(RejectReason.ADDRESS_LIMIT, gate.acceptReader("2001:db8:0:1:a:b:c:d"));
    gate.releaseReader("2001:db8:0:1:0:0:0:2");
    assertNull(gate.acceptReader("2001:db8:0:1:a:b:c:d"));
  }
}
