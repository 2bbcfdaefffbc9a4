package lectern.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrBlockTest {
  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.255.1.2, true",
    "10.0.0.0/8, 11.0.0.0, false",
    "192.0.2.128/25, 192.0.2.127, false",
    "192.0.2.128/25, 192.0.2.129, true",
    "127.0.0.1, 127.0.0.1, true",
    "127.0.0.1, 127.0.0.2, false",
    "0.0.0.0/0, 203.0.113.9, true",
    "0.0.0.0/0, ::1, false",
    "::1, ::1, true",
    "2001:db8::/32, 2001:db8:1::2, true",
    "2001:db8::/32, 2001:db9::2, false"
  })
  void holds(String network, String address, boolean held) throws Exception {
    assertEquals(held, CidrBlock.parse(network).contains(InetAddress.getByName(address)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/8", "10.0.0.0/33", "10.0.0.0/-1", "::/129", "localhost", "10.0/x"})
  void refused(String text) {
    assertThrows(IllegalArgumentException.class, () -> CidrBlock.parse(text));
  }

  @Test
  void namesAreNeverLookedUp() {
    assertThrows(IllegalArgumentException.class, () -> CidrBlock.parse("example.org/8"));
  }
}
