package lectern.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.junit.jupiter.api.Test;

class ConnectionTrackerTest extends SshServing {
  private Socket socket() throws IOException {
    Socket socket = new Socket("127.0.0.1", server.port());
    socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(SECONDS));
    return socket;
  }

  private static String readAll(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
  }

  /** As many failures as an address may have in a minute. */
  private void fail() throws IOException {
    for (int i = 0; i < 60; i++) socket().close();
    await("they are counted", () -> metrics.count("error handshake") == 60);
  }

  @Test
  void failuresOfAMinuteHaveAnEndThatIsSaid() throws Exception {
    serve();
    fail();
    try (Socket socket = socket()) {
      assertEquals('S', socket.getInputStream().read());
      // it is closed when the client has sent its own line, or after a while
      now.addAndGet(2001);
      server.checkTimeouts();
      String received = readAll(socket);
      assertTrue(received.startsWith("SH-2.0-lectern\r\n"), received);
      assertTrue(received.contains(RejectReason.RATE_LIMIT.message), received);
    }
    assertEquals(1, metrics.count("rejection rate"));
    assertTrue(log().contains("event=refused address=127.0.0.1 reason=rate\n"), log());
    now.addAndGet(60_001);
    connect("guest").close();
  }

  @Test
  void aRejectedClientHearsWhy() throws Exception {
    serve();
    fail();
    BlockingQueue<String> messages = listenForDisconnect();
    assertThrows(IOException.class, () -> connect("guest"));
    assertEquals(RejectReason.RATE_LIMIT.message, messages.poll(SECONDS, TimeUnit.SECONDS));
  }

  private BlockingQueue<String> listenForDisconnect() {
    BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    client.addSessionListener(
        new SessionListener() {
          @Override
          public void sessionDisconnect(
              Session session, int reason, String message, String language, boolean initiator) {
            messages.add(message);
          }
        });
    return messages;
  }

  @Test
  void aConnectionWithoutALoginIsAFailure() throws Exception {
    serve();
    try (Socket socket = socket()) {
      socket.getInputStream().read();
    }
    await("one without a word", () -> metrics.count("error handshake") == 1);
    try (Socket socket = socket()) {
      socket
          .getOutputStream()
          .write("GET / HTTP/1.0\r\n\r\n".repeat(2000).getBytes(StandardCharsets.US_ASCII));
      readAll(socket);
    } catch (IOException e) {
      // reset instead of closed
    }
    await("one that speaks another protocol", () -> metrics.count("error handshake") == 2);
    try (Socket socket = socket()) {
      socket.getInputStream().read();
      now.addAndGet(20_000);
    }
    await("one whose time was over", () -> metrics.count("error login") == 1);
  }

  @Test
  void aSessionThatOpensNoChannelIsDisconnected() throws Exception {
    serve();
    BlockingQueue<String> messages = listenForDisconnect();
    try (ClientSession idle = connect("guest")) {
      now.addAndGet(19_999);
      server.checkTimeouts();
      assertTrue(idle.isOpen());
      run(idle.createExecChannel("list"));
      await("it has left", () -> log().contains("event=left"));
      now.addAndGet(19_999);
      server.checkTimeouts();
      assertTrue(idle.isOpen(), "a command starts the time again");
      now.addAndGet(1);
      server.checkTimeouts();
      assertEquals(
          RejectReason.NO_CHANNEL_OPENED.message, messages.poll(SECONDS, TimeUnit.SECONDS));
    }
    assertEquals(1, metrics.count("rejection nothing"));
  }

  @Test
  void aSessionThatRunsACommandStays() throws Exception {
    serve();
    try (ClientSession session = connect("guest")) {
      Output waiting = Output.of(session.createExecChannel("wait"));
      waiting.channel().open().verify();
      service.client();
      now.addAndGet(60_000);
      server.checkTimeouts();
      service.release.countDown();
      assertEquals(0, waiting.awaitClosed().code());
    }
    assertEquals(0, metrics.count("rejection nothing"));
  }

  @Test
  void sessionsOfAnAddressHaveAnEnd() throws Exception {
    serve(config(null, 500, 1, ""));
    for (int i = 0; i < 12; i++) connect("guest");
    BlockingQueue<String> messages = listenForDisconnect();
    connect("guest");
    server.checkTimeouts();
    assertEquals(RejectReason.SESSION_LIMIT.message, messages.poll(SECONDS, TimeUnit.SECONDS));
    assertEquals(1, metrics.count("rejection sessions"));
    assertFalse(log().contains("reason=rate"), log());
  }

  @Test
  void aSessionThatIsClosedMakesRoom() throws Exception {
    serve(config(null, 500, 1, ""));
    for (int i = 0; i < 20; i++) {
      ClientSession session = connect("guest");
      run(session.createExecChannel("list"));
      session.close(false).await(SECONDS, TimeUnit.SECONDS);
      server.checkTimeouts();
    }
    assertEquals(0, metrics.count("rejection sessions"));
  }
}
