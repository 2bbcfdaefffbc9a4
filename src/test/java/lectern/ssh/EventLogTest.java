package lectern.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EventLogTest {
  @Test
  void oneLineAnEventWhateverStandsInIt() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    EventLog journal =
        new EventLog(new PrintStream(out, true, StandardCharsets.UTF_8), () -> 1_700_000_000_123L);
    journal.write("came", "address", "192.0.2.7", "key", null, "why", "a \"b\"\nc\u001b[2J=\u202e");
    assertEquals(
        "time=2023-11-14T22:13:20.123Z event=came address=192.0.2.7 why=\"a \\\"b\\\" c[2J=\"\n",
        out.toString(StandardCharsets.UTF_8));
  }
}
