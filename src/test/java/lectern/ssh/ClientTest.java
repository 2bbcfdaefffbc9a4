package lectern.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ClientTest {
  @Test
  void theLocaleIsUtf8UnlessOneIsSent() {
    assertEquals(Map.of("LANG", "C.UTF-8"), Client.withLocale(Map.of()));
    for (String name : new String[] {"LANG", "LC_ALL", "LC_CTYPE"})
      assertEquals(Map.of(name, "C"), Client.withLocale(Map.of(name, "C")));
  }
}
