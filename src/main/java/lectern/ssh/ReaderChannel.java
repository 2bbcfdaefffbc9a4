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
 * A channel that takes no more of its client's surroundings than reading needs, and knows whether a
 * terminal was asked for (RFC 4254 §6.2, §6.4).
 */
final class ReaderChannel extends ChannelSession {
  private static final int MAX_ENV = 32;
  private static final int MAX_VALUE_CHARS = 256;

  private static final long MESSAGE_MILLIS = 100;

  private final ConnectionTracker tracker;
  private volatile boolean pty;
  private int acceptedEnv;

  ReaderChannel(ConnectionTracker comings) {
    super(null);
    this.tracker = comings;
  }

  static final class Factory extends ChannelSessionFactory {
    private final ConnectionTracker tracker;

    Factory(ConnectionTracker comings) {
      this.tracker = comings;
    }

    @Override
    public Channel createChannel(Session session) {
      return new ReaderChannel(tracker);
    }
  }

  /** Whether the client asked for a terminal. */
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
   * There is none. Clients as sftp say no more than that, so a sentence goes before the refusal,
   * with a little time to be read: a client that is refused is gone at once.
   */
  @Override
  protected Result handleSubsystem(String type, Buffer buffer, boolean wantReply)
      throws IOException {
    tracker.recordRejection(getSession(), RejectReason.UNSUPPORTED_SUBSYSTEM);
    byte[] sentence =
        (RejectReason.UNSUPPORTED_SUBSYSTEM.message + "\n").getBytes(StandardCharsets.UTF_8);
    if (getRemoteWindow().getSize() >= sentence.length) {
      getRemoteWindow().consume(sentence.length);
      Buffer said = getSession().createBuffer(SshConstants.SSH_MSG_CHANNEL_EXTENDED_DATA);
      said.putUInt(getRecipient());
      said.putUInt(SshConstants.SSH_EXTENDED_DATA_STDERR);
      said.putBytes(sentence);
      writePacket(said);
    }
    Thread.startVirtualThread(() -> sendFailure(buffer, wantReply));
    return Result.Replied;
  }

  private void sendFailure(Buffer buffer, boolean wantReply) {
    try {
      Thread.sleep(MESSAGE_MILLIS);
      sendResponse(buffer, "subsystem", Result.ReplyFailure, wantReply);
    } catch (IOException | InterruptedException | RuntimeException gone) {
      close(true);
    }
  }
}
