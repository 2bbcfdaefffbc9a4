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
    assertNull(gate.enter("a"));
    assertNull(gate.enter("a"));
    assertEquals(RejectReason.ADDRESS, gate.enter("a"));
    assertNull(gate.enter("b"));
    assertEquals(RejectReason.FULL, gate.enter("c"));
    assertEquals(3, gate.readers());
    gate.leave("a");
    assertNull(gate.enter("c"));
  }

  @Test
  void sessionsThatReadNothingHaveAnEndToo() {
    for (int i = 0; i < 14; i++) assertNull(gate.session("a"));
    assertEquals(RejectReason.SESSIONS, gate.session("a"));
    assertNull(gate.session("b"));
    assertNull(gate.session("b"));
    assertEquals(RejectReason.FULL, gate.session("b"));
    gate.ended("a");
    assertNull(gate.session("b"));
  }

  @Test
  void connectionsOfAMinute() {
    for (int i = 0; i < 120; i++) assertTrue(gate.connected("a"), "connection " + i);
    assertFalse(gate.connected("a"));
    assertTrue(gate.connected("b"), "another address is not held to it");
    now += 60_001;
    assertTrue(gate.connected("a"), "a new minute");
  }

  @Test
  void failuresOfAMinute() {
    for (int i = 0; i < 60; i++) gate.failed("a");
    assertFalse(gate.connected("a"));
    now += 60_001;
    assertTrue(gate.connected("a"));
  }

  @Test
  void addressesAreForgottenWhenTheyAreMany() {
    gate.enter("stays");
    for (int i = 0; i < 10_001; i++) gate.connected("10.0." + i);
    now += 60_001;
    gate.connected("last");
    gate.leave("stays");
    assertEquals(0, gate.readers(), "one who reads is never forgotten");
  }

  @Test
  void aNetworkOfIpv6CountsAsOneAddress() {
    assertEquals("192.0.2.7", ConnectionLimits.neighbourhood("192.0.2.7"));
    assertEquals("2001:db8:0:1", ConnectionLimits.neighbourhood("2001:db8:0:1:0:0:0:2"));
    assertNull(gate.enter("2001:db8:0:1:0:0:0:2"));
    assertNull(gate.enter("2001:db8:0:1:0:0:0:3"));
    assertEquals(RejectReason.ADDRESS, gate.enter("2001:db8:0:1:a:b:c:d"));
    gate.leave("2001:db8:0:1:0:0:0:2");
    assertNull(gate.enter("2001:db8:0:1:a:b:c:d"));
  }
}
