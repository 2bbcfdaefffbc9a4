package lectern.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import lectern.terminal.Terminal;
import lectern.ui.Event;
import lectern.ui.Key;
import lectern.ui.Size;
import org.apache.sshd.client.channel.ChannelShell;
import org.apache.sshd.client.session.ClientSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClientScreenTest extends SshServing {
  private ClientSession session;
  private Output screen;

  @BeforeEach
  void openServer() throws IOException {
    serve();
  }

  private Terminal open(int columns, int rows) throws Exception {
    if (session == null) session = connect("reader");
    ChannelShell channel = session.createShellChannel();
    channel.setPtyType("xterm-256color");
    channel.setPtyColumns(columns);
    channel.setPtyLines(rows);
    screen = Output.of(channel);
    channel.open().verify(SECONDS, TimeUnit.SECONDS);
    return service.terminal();
  }

  private void resize(int columns, int rows) throws IOException {
    ((ChannelShell) screen.channel()).sendWindowChange(columns, rows);
  }

  private void assertEnded(String message) throws InterruptedException {
    Result result = screen.awaitClosed();
    assertEquals(0, result.code());
    assertEquals("lectern: " + message + "\r\n", result.err());
  }

  @Test
  void keysGoInAndFramesComeOut() throws Exception {
    Terminal terminal = open(100, 30);
    assertEquals(new Size(100, 30), terminal.size());
    await("the frame comes", () -> screen.out().toString().contains("Hello reader"));
    assertEquals(1, metrics.count("first frame"));
    screen.type("j");
    assertEquals(new Event.KeyPressed(Key.of("j")), service.next());
    await("the next one comes", () -> screen.out().toString().contains("Typed"));
    await("it is measured", () -> metrics.count("frame") == 1);
    assertEquals(1, metrics.count("input"));
    screen.type("q");
    Result result = screen.awaitClosed();
    assertEquals(0, result.code());
    assertEquals("", result.err());
    assertTrue(result.out().contains("\u001b[?1049h"), "the screen is taken");
    assertTrue(result.out().contains("\u001b[?1049l"), "and given back");
  }

  @Test
  void aWindowOfNoSizeIsOrdinary() throws Exception {
    assertEquals(new Size(80, 24), open(0, 0).size());
    screen.type("q");
    screen.awaitClosed();
  }

  @Test
  void theWindowIsFollowedAtItsPace() throws Exception {
    open(80, 24);
    now.addAndGet(1000);
    resize(90, 20);
    assertEquals(new Event.Resized(new Size(90, 20)), service.next());
    resize(91, 21);
    resize(92, 22);
    screen.type("j");
    assertEquals(new Event.KeyPressed(Key.of("j")), service.next(), "too soon after the last one");
    now.addAndGet(1000);
    server.checkTimeouts();
    assertEquals(new Event.Resized(new Size(92, 22)), service.next());
    screen.type("q");
    screen.awaitClosed();
  }

  @Test
  void whoeverTypesNothingIsDisconnectedWithAMessage() throws Exception {
    open(80, 24);
    now.addAndGet(29 * 60_000L);
    screen.type("j");
    service.next();
    now.addAndGet(30 * 60_000L);
    server.checkTimeouts();
    assertTrue(screen.channel().isOpen(), "a key starts the time again");
    now.addAndGet(1);
    server.checkTimeouts();
    assertInstanceOf(Event.Disconnected.class, service.next());
    assertEnded(DisconnectReason.IDLE.message);
    assertEquals(1, metrics.count("disconnect idle"));
    await("it is logged", () -> log().contains("event=left"));
    assertTrue(log().contains("event=left visit=1 millis=3540001 reason=idle readers=0"), log());
  }

  @Test
  void theLongestVisitHasAnEnd() throws Exception {
    open(80, 24);
    now.addAndGet(12 * 3_600_000L + 1);
    server.checkTimeouts();
    assertEnded(DisconnectReason.MAX_DURATION.message);
  }

  @Test
  void aServerThatStopsSaysSo() throws Exception {
    open(80, 24);
    assertTrue(server.isReady());
    server.drain();
    assertFalse(server.isReady());
    assertTrue(server.isDraining());
    assertEnded(DisconnectReason.DRAINING.message);
    assertEquals(1, metrics.count("disconnect draining"));
    assertTrue(log().contains("event=draining readers=1\n"), log());
    assertTrue(log().endsWith("event=stopped\n"), log());
  }

  @Test
  void aClientThatIsGoneEndsItsScreen() throws Exception {
    open(80, 24);
    session.close(true);
    assertEquals(new Event.Disconnected(""), service.next());
    await("nobody is left", () -> server.readerCount() == 0);
  }

  @Test
  void whatGoesWrongInsideIsLoggedWithoutItsText() throws Exception {
    open(80, 24);
    screen.type("x");
    service.next();
    await("it is counted", () -> metrics.count("error session") == 1);
    screen.type("X");
    Result result = screen.awaitClosed();
    assertEquals(1, result.code());
    assertEquals("lectern: something went wrong inside; come again\r\n", result.err());
    assertEquals(2, metrics.count("error session"));
    assertFalse(log().contains("text of a post"), log());
  }
}
