package lectern.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ChannelShell;
import org.apache.sshd.client.session.ClientSession;
import org.junit.jupiter.api.Test;

class ClientCommandTest extends SshServing {
  @Test
  void aCommandAndItsExitCode() throws Exception {
    serve();
    Result result = run("show 'one post' --toc");
    assertEquals("0 [show, one post, --toc]\n!\n", result.out());
    assertEquals("", result.err());
    assertEquals(7, result.code());
    assertEquals("C.UTF-8", service.client().env().get("LANG"));
    assertEquals(1, metrics.count("command show"));
    await("it has left", () -> log().contains("event=left"));
    assertTrue(log().contains("event=came visit=1 address=127.0.0.1 readers=1\n"), log());
    assertTrue(log().contains("event=left visit=1 millis=0 readers=0\n"), log());
  }

  @Test
  void aCommandWithAPtyGetsItsColumnsAndLineEnds() throws Exception {
    serve();
    try (ClientSession session = connect("reader")) {
      ChannelExec channel = session.createExecChannel("lectern list");
      channel.setUsePty(true);
      channel.setPtyColumns(33);
      channel.setPtyLines(10);
      Result result = run(channel);
      assertEquals("33 [lectern, list]\r\n!\r\n", result.out());
    }
    assertEquals(1, metrics.count("command list"));
  }

  @Test
  void theProgramsNameAloneAsksForTheScreen() throws Exception {
    serve();
    assertEquals("0 [list]\n!\n", run(" lectern ").out());
    assertEquals(0, metrics.count("command lectern"));
  }

  @Test
  void anUnknownCommandIsCounted() throws Exception {
    serve();
    Result result = run("unknown");
    assertEquals(127, result.code());
    assertEquals("unknown\n", result.err());
    assertEquals(1, metrics.count("rejection command"));
    assertTrue(log().contains("event=refused visit=1 address=127.0.0.1 reason=command"), log());
  }

  @Test
  void aCommandThatIsTooLong() throws Exception {
    serve();
    Result result = run("show " + "a".repeat(9000));
    assertEquals(2, result.code());
    assertEquals("lectern: the command is too long\n", result.err());
    assertEquals(1, metrics.count("rejection long"));
  }

  @Test
  void aFailureInsideIsLoggedWithoutItsText() throws Exception {
    serve();
    Result result = run("fail");
    assertEquals(1, result.code());
    assertEquals("lectern: something went wrong inside; come again\n", result.err());
    assertEquals(1, metrics.count("error session"));
    assertTrue(
        log().contains("event=error kind=session visit=1 why=java.lang.IllegalStateException at="),
        log());
    assertFalse(log().contains("text of a post"), log());
  }

  @Test
  void aShellWithoutAPtyIsTheList() throws Exception {
    serve();
    try (ClientSession session = connect("reader")) {
      ChannelShell channel = session.createShellChannel();
      channel.setUsePty(false);
      Result result = run(channel);
      assertEquals("0 [list]\n!\n", result.out());
      assertEquals(
          """
          lectern: no screen here, so this is the list; ssh -t asks for a screen.
          lectern: a command may follow the host: show POST, list --tag TAG, tags, help
          """,
          result.err());
    }
  }

  @Test
  void aDumbTerminalIsGivenTheListToo() throws Exception {
    serve();
    try (ClientSession session = connect("reader")) {
      ChannelShell channel = session.createShellChannel();
      channel.setPtyType("dumb");
      channel.setPtyColumns(40);
      Result result = run(channel);
      assertEquals("40 [list]\r\n!\r\n", result.out());
      assertTrue(result.err().endsWith("help\r\n"), result.err());
    }
  }

  @Test
  void onlyWhatDescribesATerminalIsTakenFromTheEnvironment() throws Exception {
    serve();
    try (ClientSession session = connect("reader")) {
      ChannelExec channel =
          session.createExecChannel(
              "list",
              null,
              Map.of(
                  "LC_ALL",
                  "de_DE.UTF-8",
                  "NO_COLOR",
                  "1",
                  "LINES",
                  "9".repeat(300),
                  "LC_" + "X".repeat(40),
                  "x",
                  "PATH",
                  "/bin"));
      run(channel);
      Map<String, String> env = service.client().env();
      assertEquals("de_DE.UTF-8", env.get("LC_ALL"));
      assertEquals("1", env.get("NO_COLOR"));
      assertEquals(Set.of("LC_ALL", "NO_COLOR", "USER"), env.keySet());
    }
  }

  @Test
  void theMostReadersOfAnAddressAreSaid() throws Exception {
    serve(config(null, 3, 1, ""));
    try (ClientSession session = connect("reader")) {
      Output waiting = Output.of(session.createExecChannel("wait"));
      waiting.channel().open().verify();
      service.client();
      assertEquals(1, server.readerCount());
      Result result = run(session.createExecChannel("list"));
      assertEquals(1, result.code());
      assertEquals(
          "lectern: full, come again: your address has as many readers here as one may have\n",
          result.err());
      assertEquals(1, metrics.count("rejection address"));
      service.release.countDown();
      assertEquals(0, waiting.awaitClosed().code());
    }
    assertEquals(0, server.readerCount());
    assertEquals(0, server.pendingOutputBytes());
  }

  @Test
  void aCommandThatLastsTooLongIsInterrupted() throws Exception {
    serve();
    try (ClientSession session = connect("reader")) {
      Output waiting = Output.of(session.createExecChannel("wait"));
      waiting.channel().open().verify();
      service.client();
      now.addAndGet(12 * 3_600_000L);
      server.checkTimeouts();
      assertTrue(waiting.channel().isOpen());
      now.addAndGet(1);
      server.checkTimeouts();
      assertEquals(9, waiting.awaitClosed().code());
    }
    assertEquals(1, metrics.count("disconnect time"));
  }
}
