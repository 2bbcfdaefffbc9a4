package lectern.ssh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.channel.Channel;
import org.apache.sshd.common.channel.PtyMode;
import org.apache.sshd.common.channel.RequestHandler.Result;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.channel.ChannelSessionFactory;

/**
 * A session channel that accepts few environment variables and no forwarding, and knows whether a
 * pty was requested (RFC 4254 §6.2, §6.4).
 */
final class ClientChannel extends ChannelSession {
  private static final int MAX_ENV = 32;
  private static final int MAX_VALUE_CHARS = 256;
  private static final long MESSAGE_MILLIS = 100;

  private final ConnectionTracker tracker;
  private volatile boolean pty;
  private int acceptedEnv;

  ClientChannel(ConnectionTracker tracker) {
    super(null);
    this.tracker = tracker;
  }

  static final class Factory extends ChannelSessionFactory {
    private final ConnectionTracker tracker;

    Factory(ConnectionTracker tracker) {
      this.tracker = tracker;
    }

    @Override
    public Channel createChannel(Session session) {
      return new ClientChannel(tracker);
    }
  }

  /** Whether the client requested a pty. */
  boolean hasPty() {
    return pty;
  }

  @Override
  protected Result handlePtyReqParsed(
      String term, int columns, int rows, int width, int height, Map<PtyMode, Integer> modes)
      throws IOException {
    pty = true;
    String name = term.length() > MAX_VALUE_CHARS ? "" : term;
    return super.handlePtyReqParsed(name, columns, rows, width, height, modes);
  }

  @Override
  protected Result handleEnvParsed(String name, String value) throws IOException {
    // the terminal type of the pty request stands
    boolean accepted = Client.acceptsVariable(name) && !(pty && name.equals("TERM"));
    if (!accepted || value.length() > MAX_VALUE_CHARS || ++acceptedEnv > MAX_ENV)
      return Result.ReplyFailure;
    return super.handleEnvParsed(name, value);
  }

  @Override
  protected Result handleAgentForwarding(String type, Buffer buffer, boolean wantReply) {
    return Result.ReplyFailure;
  }

  @Override
  protected Result handleX11Forwarding(String type, Buffer buffer, boolean wantReply) {
    return Result.ReplyFailure;
  }

  /**
   * Refuses. Clients like sftp print nothing of their own then, and leave at once: so a sentence is
   * sent to their standard error first, and the refusal a little later.
   */
  @Override
  protected Result handleSubsystem(String type, Buffer buffer, boolean wantReply)
      throws IOException {
    tracker.recordRejection(getSession(), RejectReason.UNSUPPORTED_SUBSYSTEM);
    byte[] sentence =
        (RejectReason.UNSUPPORTED_SUBSYSTEM.message + "\n").getBytes(StandardCharsets.UTF_8);
    if (getRemoteWindow().getSize() >= sentence.length) {
      getRemoteWindow().consume(sentence.length);
      Buffer packet = getSession().createBuffer(SshConstants.SSH_MSG_CHANNEL_EXTENDED_DATA);
      packet.putUInt(getRecipient());
      packet.putUInt(SshConstants.SSH_EXTENDED_DATA_STDERR);
      packet.putBytes(sentence);
      writePacket(packet);
    }
    Thread.startVirtualThread(() -> sendFailure(buffer, wantReply));
    return Result.Replied;
  }

  private void sendFailure(Buffer buffer, boolean wantReply) {
    try {
      Thread.sleep(MESSAGE_MILLIS);
      sendResponse(buffer, "subsystem", Result.ReplyFailure, wantReply);
    } catch (IOException | InterruptedException | RuntimeException e) {
      close(true);
    }
  }
}
