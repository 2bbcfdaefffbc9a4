package lectern.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lectern.FakeTerminal;
import lectern.ssh.DisconnectReason;
import lectern.text.Line;
import lectern.theme.Theme;
import lectern.ui.Event;
import lectern.ui.Frame;
import lectern.ui.Size;
import org.junit.jupiter.api.Test;

class IdleTimeoutTerminalTest {
  private long now = 1000;
  private final FakeTerminal inner = new FakeTerminal(80, 24);
  private final IdleTimeoutTerminal terminal = new IdleTimeoutTerminal(inner, 100, 250, () -> now);

  private void key() {
    inner.keys("j");
    assertInstanceOf(Event.KeyPressed.class, terminal.next(-1));
  }

  private void assertEnds(DisconnectReason reason) {
    assertEquals(new Event.Disconnected(reason.message), terminal.next(-1));
  }

  @Test
  void withoutInputItEnds() {
    now += 100;
    assertEnds(DisconnectReason.IDLE);
  }

  @Test
  void inputStartsTheTimeAgain() {
    now += 99;
    key();
    now += 99;
    inner.paste("text");
    terminal.next(-1);
    now += 50;
    assertEquals(new Event.Disconnected(DisconnectReason.MAX_DURATION.message), ended());
  }

  private Event ended() {
    now += 2;
    return terminal.next(1000);
  }

  @Test
  void whatIsNoInputDoesNot() {
    now += 99;
    inner.resize(100, 30);
    terminal.next(-1);
    now += 1;
    assertEnds(DisconnectReason.IDLE);
  }

  @Test
  void aShorterWaitIsATick() {
    inner.event(new Event.Tick());
    assertEquals(new Event.Tick(), terminal.next(10));
  }

  @Test
  void aWaitUntilTheEndIsTheEnd() {
    inner.event(new Event.Tick());
    assertEnds(DisconnectReason.IDLE);
  }

  @Test
  void theRestIsTheTerminals() {
    assertEquals(new Size(80, 24), terminal.size());
    terminal.show(Frame.of(List.of(Line.of("Shown"))));
    assertEquals("Shown\n", inner.screen());
    Theme theme = Theme.of("ansi");
    terminal.setTheme(theme);
    assertEquals(theme, inner.theme());
    terminal.copyToClipboard("text");
    assertEquals(List.of("text"), inner.copied());
    terminal.runReleased(() -> {});
    assertEquals(1, inner.timesAway());
    terminal.post(new Event.Tick());
    terminal.invalidate();
    assertEquals(inner.hasPending(), terminal.hasPending());
    terminal.close();
    assertTrue(inner.closed());
  }
}
