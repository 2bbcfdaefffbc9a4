package lectern.ssh;

import java.io.IOException;
import org.apache.sshd.common.Service;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.server.session.AbstractServerSession;
import org.apache.sshd.server.session.ServerConnectionService;
import org.apache.sshd.server.session.ServerConnectionServiceFactory;

/**
 * Limits the channels of one connection. One too many is refused and the others go on (RFC 4254
 * §5.1); sshd's own limit would end the connection.
 */
final class ChannelLimitService extends ServerConnectionService {
  /** OpenSSH's default, too (MaxSessions). */
  private static final int MAX_CHANNELS = 10;

  private final ConnectionTracker tracker;

  private ChannelLimitService(AbstractServerSession session, ConnectionTracker tracker)
      throws SshException {
    super(session);
    this.tracker = tracker;
  }

  static final class Factory extends ServerConnectionServiceFactory {
    private final ConnectionTracker tracker;

    Factory(ConnectionTracker tracker) {
      this.tracker = tracker;
    }

    @Override
    public Service create(Session session) throws IOException {
      return new ChannelLimitService((AbstractServerSession) session, tracker);
    }
  }

  @Override
  protected void channelOpen(Buffer buffer) throws Exception {
    if (channels.size() < MAX_CHANNELS) {
      super.channelOpen(buffer);
      return;
    }
    buffer.getString();
    long sender = buffer.getUInt();
    tracker.recordRejection(getSession(), RejectReason.CHANNEL_LIMIT);
    sendChannelOpenFailure(
        buffer,
        sender,
        SshConstants.SSH_OPEN_RESOURCE_SHORTAGE,
        RejectReason.CHANNEL_LIMIT.message,
        "");
  }
}
