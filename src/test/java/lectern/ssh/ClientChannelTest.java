package lectern.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.client.channel.ChannelDirectTcpip;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ChannelShell;
import org.apache.sshd.client.channel.ClientChannel;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.util.net.SshdSocketAddress;
import org.junit.jupiter.api.Test;

class ClientChannelTest extends SshServing {
  @Test
  void aSubsystemIsRefusedWithASentence() throws Exception {
    serve();
    try (ClientSession session = connect("reader")) {
      Output sftp = Output.of(session.createSubsystemChannel("sftp"));
      sftp.channel().open();
      assertEquals(RejectReason.UNSUPPORTED_SUBSYSTEM.message + "\n", sftp.awaitClosed().err());
      assertEquals(7, run(session.createExecChannel("list")).code(), "the session goes on");
    }
    assertEquals(1, metrics.count("rejection subsystem"));
  }

  @Test
  void nothingIsForwarded() throws Exception {
    serve();
    try (ClientSession session = connect("reader")) {
      SshdSocketAddress address = new SshdSocketAddress("127.0.0.1", server.port());
      ChannelDirectTcpip local = session.createDirectTcpipChannel(null, address);
      assertThrows(IOException.class, () -> local.open().verify(SECONDS, TimeUnit.SECONDS));
      assertThrows(
          IOException.class,
          () -> session.startRemotePortForwarding(new SshdSocketAddress("127.0.0.1", 0), address));
      ChannelShell agent = session.createShellChannel();
      agent.setAgentForwarding(true);
      agent.setUsePty(false);
      assertTrue(run(agent).out().contains("[list]"), "an agent is not asked, the shell goes on");
    }
  }

  @Test
  void aNameOfATerminalThatIsTooLongIsNone() throws Exception {
    serve();
    try (ClientSession session = connect("reader")) {
      ChannelExec channel = session.createExecChannel("list");
      channel.setUsePty(true);
      channel.setPtyType("x".repeat(300));
      channel.setEnv("TERM", "vt100");
      run(channel);
      assertFalse(service.client().env().containsValue("vt100"));
    }
  }

  @Test
  void aChannelTooManyLeavesTheOthersAlone() throws Exception {
    serve();
    List<Output> open = new ArrayList<>();
    try (ClientSession session = connect("reader")) {
      for (int i = 0; i < 10; i++) {
        open.add(Output.of(session.createExecChannel("wait")));
        open.getLast().channel().open().verify(SECONDS, TimeUnit.SECONDS);
        service.client();
      }
      ClientChannel eleventh = session.createExecChannel("list");
      IOException e =
          assertThrows(IOException.class, () -> eleventh.open().verify(SECONDS, TimeUnit.SECONDS));
      assertTrue(e.getMessage().contains(RejectReason.CHANNEL_LIMIT.message), e.getMessage());
      service.release.countDown();
      for (Output output : open) assertEquals(0, output.awaitClosed().code());
    }
    assertEquals(1, metrics.count("rejection channels"));
  }
}
