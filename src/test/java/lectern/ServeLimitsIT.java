package lectern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;
import lectern.Program.Said;
import org.junit.jupiter.api.Test;

/** What a server bears, and what it tells those it does not let in. */
class ServeLimitsIT extends Serving {
  private static final byte[] SIGNATURE = {13, 10, 13, 10, 0, 13, 10, 81, 85, 73, 84, 10};

  @Test
  void whatIsTypedBeforeTheScreenIsThereIsNotLost() throws Exception {
    serve();
    Said said = shell("(printf '\\rj'; sleep 3) | " + ssh("-tt") + " 2>&1");
    assertEquals(0, said.code(), said.out());
    assertTrue(said.out().contains("Paragraph with words."), "Enter opened the first post");
    assertTrue(said.out().contains("\u001b[?1049l"), "the end of input gave the screen back");
    assertEquals(0, shell(ssh("-tt") + " < /dev/null > /dev/null").code());
  }

  @Test
  void onlyWhoAsksForATerminalGetsOne() throws Exception {
    serve();
    Said styled = shell(ssh("-T -o SetEnv=TERM=xterm-256color") + "show one");
    assertEquals(0, styled.code(), styled.err());
    assertFalse(styled.out().contains("\u001b"), "no terminal, no styles");
    assertTrue(shell(ssh("-tt") + "show one").out().contains("\u001b"), "a terminal, styles");
    Said bare = shell(ssh("-T -o SetEnv=TERM=xterm-256color") + " < /dev/null");
    assertFalse(bare.out().contains("\u001b"), bare.out());
    Said odd = shell(ssh("-T -o SetEnv=LD_PRELOAD=/x -o SetEnv=LC_ALL=C") + "show two < /dev/null");
    assertTrue(odd.out().contains("Text."), odd.err());
  }

  @Test
  void whoAsksForNothingIsLetGoAndSessionsHaveAnEnd() throws Exception {
    serve("--max-per-address", "1");
    // twelve are let in to be told what is full, the others are not
    String many =
        "for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14; do "
            + ssh("-N").replace("LogLevel=ERROR", "LogLevel=INFO")
            + " > out$i 2>&1 & done; wait; cat out*";
    String said = shell(many).out();
    assertEquals(12, said.split("nothing was asked for", -1).length - 1, said);
    assertEquals(2, said.split("full, come again", -1).length - 1, said);
    String events = Files.readString(log);
    assertTrue(events.contains("reason=nothing") && events.contains("reason=sessions"), events);
    assertEquals(0, shell(ssh("") + "list").code(), "and then there is room again");
  }

  @Test
  void aPlaceForMetricsThatIsTakenIsSaidBeforeAnybodyIsServed() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      String place = "127.0.0.1:" + taken.getLocalPort();
      Said said =
          Program.in(
                  home,
                  "serve",
                  "-C",
                  home.resolve("posts").toString(),
                  "--port",
                  "0",
                  "--metrics",
                  place)
              .run();
      assertEquals(1, said.code());
      assertEquals("", said.out());
      assertTrue(said.err().contains(place) && said.err().contains("--metrics"), said.err());
      assertFalse(said.err().contains("listening"), said.err());
    }
  }

  @Test
  void aKeyThatIsOnlyShownIsNobodysName() throws Exception {
    serve();
    shell("ssh-keygen -q -t ed25519 -N '' -f id; cp id.pub shown.pub");
    String own = typed("-o IdentitiesOnly=yes -i " + home.resolve("id"), "\\r", "9j", "q", "q");
    assertFalse(own.contains("Nothing is kept"), own);
    String other = typed("-o IdentitiesOnly=yes -i " + home.resolve("shown.pub"), "\\r", "q", "q");
    assertTrue(other.contains("Nothing is kept"), other);
    assertFalse(other.contains("Where you left it"), other);
  }

  private static byte[] version1(int host) {
    return ("PROXY TCP4 192.0.2." + host + " 192.0.2.1 5555 22\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] version2(int host) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(SIGNATURE);
    out.writeBytes(new byte[] {0x21, 0x11, 0, 12});
    out.writeBytes(new byte[] {(byte) 192, 0, 2, (byte) host, (byte) 192, 0, 2, 1, 1, 1, 0, 22});
    return out.toByteArray();
  }

  /** Whether the server goes on after a header and a client's greeting, sent piece by piece. */
  private boolean goesOn(byte[] header, int piece) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(10_000);
      socket.setTcpNoDelay(true);
      OutputStream out = socket.getOutputStream();
      for (int i = 0; i < header.length; i += piece) {
        out.write(header, i, Math.min(piece, header.length - i));
        out.flush();
      }
      out.write("SSH-2.0-test\r\n".getBytes(StandardCharsets.US_ASCII));
      // its greeting, and then what it offers for the exchange of keys
      byte[] answer = socket.getInputStream().readNBytes(300);
      return answer.length == 300
          && !new String(answer, StandardCharsets.ISO_8859_1).contains("too many connections");
    } catch (SocketException closed) {
      return false;
    }
  }

  @Test
  void behindABalancerTheRealAddressIsCounted() throws Exception {
    serve("--proxy-from", "127.0.0.1/32", "--max-per-address", "1");
    for (int i = 0; i < 120; i++) goesOn(i % 2 == 0 ? version1(7) : version2(7), 1000);
    assertFalse(goesOn(version1(7), 1000), "one address has come too often");
    assertFalse(goesOn(version2(7), 1000), "and by either version");
    assertTrue(goesOn(version1(8), 1), "another is let in, byte by byte");
    assertTrue(goesOn(version2(9), 3));
    String events = Files.readString(log);
    assertTrue(events.contains("address=192.0.2.7 reason=rate"), events);
    assertFalse(goesOn("PROXY nonsense".repeat(20).getBytes(StandardCharsets.US_ASCII), 1000));
    byte[] local = version2(10);
    local[12] = 0x20;
    assertTrue(goesOn(local, 1000), "a health check of the balancer");
    assertEquals(0, shell(ssh("") + "list").code(), "who comes without a header is himself");
  }

  @Test
  void aHeaderFromAnybodyElseIsNotBelieved() throws Exception {
    serve("--proxy-from", "192.0.2.0/24");
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(version1(7));
      byte[] all = socket.getInputStream().readAllBytes();
      String said = new String(all, StandardCharsets.ISO_8859_1);
      assertTrue(said.startsWith("SSH-2.0-lectern"), said);
    } catch (IOException closed) {
      // a line that is no greeting ends the connection, one way or the other
    }
    assertFalse(Files.readString(log).contains("192.0.2.7"));
  }

  @Test
  void aRealBalancer() throws Exception {
    assumeTrue(Program.has("haproxy"), "there is no HAProxy here");
    serve("--proxy-from", "127.0.0.1/32", "--max-per-address", "1");
    int own = port;
    for (String version : new String[] {"send-proxy", "send-proxy-v2"}) {
      port = free();
      Files.writeString(
          home.resolve("haproxy.cfg"),
          "defaults\n mode tcp\n timeout connect 5s\n timeout client 60s\n timeout server 60s\n"
              + "listen ssh\n bind 127.0.0.1:"
              + port
              + "\n server one 127.0.0.1:"
              + own
              + " "
              + version
              + " check inter 500ms\n");
      Process balancer =
          Program.shell(home, "exec haproxy -q -db -f haproxy.cfg")
              .start(home.resolve("haproxy.log"));
      try {
        awaited(port);
        String two = ssh("-b 127.0.0.2");
        String line =
            "(sleep 5; printf qq) | "
                + ssh("-tt -b 127.0.0.2")
                + " > /dev/null 2>&1 & sleep 2.5; "
                + two
                + "list; echo second $?; "
                + ssh("-b 127.0.0.3")
                + "list; echo other $?; wait";
        Said said = shell(line);
        assertTrue(said.out().contains("second 1") && said.out().contains("other 0"), said.out());
        assertTrue(said.err().contains("full, come again"), said.err());
        String events = Files.readString(log);
        assertTrue(events.contains("address=127.0.0.2") && events.contains("address=127.0.0.3"));
      } finally {
        balancer.destroy();
        balancer.waitFor(5, TimeUnit.SECONDS);
      }
    }
  }

  @Test
  void connectionsTooManyHearWhy() throws Exception {
    serve("--max-per-address", "1");
    for (int i = 0; i < 120; i++) new Socket("127.0.0.1", port).close();
    Said said = shell(ssh("").replace("LogLevel=ERROR", "LogLevel=INFO") + "list");
    assertEquals(255, said.code());
    assertTrue(said.err().contains("too many connections in this minute"), said.err());
  }

  @Test
  void aChannelTooManyLeavesTheOthersAlone() throws Exception {
    serve();
    String master = ssh("-o ControlPath=" + home.resolve("socket"));
    StringBuilder line = new StringBuilder(master.replace("ssh ", "ssh -MNf ")).append("; ");
    for (int i = 0; i < 12; i++)
      line.append("(sleep 4; printf qQ) | ").append(ssh("-tt -S socket")).append("> out").append(i);
    String many = line.toString().replaceAll("(> out\\d+)", " $1 2> err & ");
    shell(many + " sleep 2; ls; wait; " + master.replace("ssh ", "ssh -O exit ") + "2>&1");
    int read = 0;
    for (int i = 0; i < 12; i++)
      if (Files.readString(home.resolve("out" + i)).contains("\u001b[?1049l")) read++;
    assertTrue(read >= 10, read + " were given their screens back");
    assertTrue(Files.readString(log).contains("reason=channels"));
  }

  @Test
  void aFileTransferHearsOneSentence() throws Exception {
    serve();
    assumeTrue(Program.has("sftp"), "there is no sftp here");
    String options =
        " -F /dev/null -P "
            + port
            + " -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null ";
    Said sftp = shell("echo quit | sftp" + options + "127.0.0.1");
    assertTrue(sftp.code() != 0 && sftp.err().contains("no files are carried here"), sftp.err());
    Said scp = shell("scp" + options + "-O 127.0.0.1:one.md .");
    assertTrue(scp.code() != 0 && scp.err().contains("only reading is possible"), scp.err());
  }

  @Test
  void oddLinesAmongTheKeysHurtNobody() throws Exception {
    shell(
        "for k in id ca late; do ssh-keygen -q -t ed25519 -N '' -f $k; done; ssh-keygen -q -t rsa"
            + " -b 2048 -N '' -f rsa; { echo '# known'; echo garbage; echo ssh-ed25519 AAAA; echo"
            + " \"cert-authority $(cat ca.pub)\"; echo \"expiry-time=\\\"20200101\\\" $(cat"
            + " late.pub)\"; echo \"command=\\\"/bin/sh\\\",no-pty,from=\\\"127.0.0.0/8\\\" $(cat"
            + " id.pub)\"; cat rsa.pub; } > known");
    serve("--authorized-keys", home.resolve("known").toString());
    String key = "-o IdentitiesOnly=yes -i ";
    assertEquals(0, shell(ssh(key + "id") + "list").code());
    assertEquals(0, shell(ssh(key + "rsa") + "list").code());
    assertEquals(255, shell(ssh(key + "late") + "list").code(), "a key that has expired");
    assertEquals(255, shell(ssh(key + "ca") + "list").code(), "the key of an authority");
    String events = Files.readString(log);
    assertTrue(events.contains("event=error kind=keys line=2"), events);
  }

  private static int free() throws IOException {
    try (ServerSocket probe = new ServerSocket(0)) {
      return probe.getLocalPort();
    }
  }

  private static void awaited(int port) throws InterruptedException {
    for (int i = 0; i < 100; i++) {
      try (Socket _ = new Socket("127.0.0.1", port)) {
        return;
      } catch (IOException notYet) {
        TimeUnit.MILLISECONDS.sleep(100);
      }
    }
  }
}
