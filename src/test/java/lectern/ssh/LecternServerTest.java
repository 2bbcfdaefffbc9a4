package lectern.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.client.session.ClientSession;
import org.junit.jupiter.api.Test;

class LecternServerTest extends SshServing {
  private ServerConfig at(int port, Path hostKey) {
    return new ServerConfig("127.0.0.1", port, hostKey, null, 1, 1, 1000, 1000, List.of());
  }

  @Test
  void itIsReadyAsLongAsThereIsSomethingToRead() throws Exception {
    serve();
    assertTrue(server.isReady());
    assertTrue(
        log()
            .startsWith(
                "time=2023-11-14T22:13:20Z event=listening host=127.0.0.1 port="
                    + server.port()
                    + " key=SHA256:"),
        log());
    service.ready = false;
    assertFalse(server.isReady());
  }

  @Test
  void aPortThatIsTakenIsSaid() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      int port = taken.getLocalPort();
      IOException e =
          assertThrows(IOException.class, () -> serve(at(port, keys.resolve("host-key"))));
      assertTrue(e.getMessage().startsWith("127.0.0.1:" + port + ": cannot listen there: "));
    }
  }

  @Test
  void aHostKeyIsKept() throws Exception {
    Path file = folder.resolve("new/host-key");
    String first = HostKey.load(file).fingerprint();
    assertTrue(first.startsWith("SHA256:"), first);
    assertEquals(first, HostKey.load(file).fingerprint());
  }

  @Test
  void aHostKeyThatCannotBeUsedIsSaid() throws Exception {
    Path bad = Files.writeString(folder.resolve("bad"), "no key");
    IOException e = assertThrows(IOException.class, () -> HostKey.load(bad));
    assertEquals(
        bad + ": is no host key that can be read; name another file with --host-key",
        e.getMessage());
    assertEquals("no key", Files.readString(bad));
    e = assertThrows(IOException.class, () -> HostKey.load(bad.resolve("key")));
    assertEquals(
        bad + "/key: there is no folder to keep the host key in; name another file with --host-key",
        e.getMessage());
  }

  @Test
  void aDrainInterruptsCommands() throws Exception {
    serve();
    try (ClientSession session = connect("reader")) {
      Output waiting = Output.of(session.createExecChannel("wait"));
      waiting.channel().open().verify(SECONDS, TimeUnit.SECONDS);
      service.client();
      server.drain();
      assertEquals(9, waiting.awaitClosed().code());
    }
    assertThrows(IOException.class, () -> connect("guest"));
  }

  @Test
  void anErrorIsCountedAndLogged() throws Exception {
    serve();
    server.recordError("reload", new IllegalStateException("text of a post"));
    assertEquals(1, metrics.count("error reload"));
    assertTrue(
        log().contains("event=error kind=reload why=java.lang.IllegalStateException at=lectern."),
        log());
  }
}
