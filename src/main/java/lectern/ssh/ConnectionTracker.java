package lectern.ssh;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.kex.KexProposalOption;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.apache.sshd.server.session.ServerSession;

/**
 * Connections: counted when they come and when they go without a log-in; those that log in and ask
 * for nothing are let go. Of a connection through a believed balancer the real address counts, as
 * soon as it is known.
 */
final class ConnectionTracker implements SessionListener {
  /** The address that a connection was counted for. */
  private static final AttributeKey<String> COUNTED_ADDRESS = new AttributeKey<>();

  private static final byte[] IDENTIFICATION =
      (LecternServer.IDENTIFICATION + "\r\n").getBytes(StandardCharsets.US_ASCII);

  /** When it began, in milliseconds. */
  private static final AttributeKey<Long> CONNECTED_AT = new AttributeKey<>();

  private static final AttributeKey<Boolean> FAILURE_COUNTED = new AttributeKey<>();
  private static final AttributeKey<Long> LOGIN_NANOS = new AttributeKey<>();

  private static final AttributeKey<Boolean> REJECTED = new AttributeKey<>();

  /** How long whoever is turned away may listen to why. */
  private static final long LINGER_MILLIS = 2000;

  /** How long a session may be without a screen or command. */
  static final long SESSION_IDLE_MILLIS = 20_000;

  private final ConnectionLimits limits;
  private final ServerMetrics metrics;
  private final EventLog eventLog;
  private final List<CidrBlock> trustedProxies;
  private final Map<Session, AuthenticatedSession> sessions = new ConcurrentHashMap<>();

  private final Queue<PendingDisconnect> pendingDisconnects = new ConcurrentLinkedQueue<>();

  private final Queue<PendingClose> pendingCloses = new ConcurrentLinkedQueue<>();

  private record PendingClose(Session session, long deadline) {}

  private record PendingDisconnect(Session session, RejectReason reason) {}

  private static final class AuthenticatedSession {
    final String address;
    int activeCommands;
    long idleSince;

    AuthenticatedSession(String address, long since) {
      this.address = address;
      this.idleSince = since;
    }
  }

  ConnectionTracker(
      ConnectionLimits gate, ServerMetrics signals, EventLog journal, List<CidrBlock> believed) {
    this.limits = gate;
    this.metrics = signals;
    this.eventLog = journal;
    this.trustedProxies = believed;
  }

  /** Where a session comes from: as the balancer said, else its peer. */
  static String clientAddress(Session session) {
    SocketAddress address =
        session instanceof ServerSession s
            ? s.getClientAddress()
            : session.getIoSession().getRemoteAddress();
    return address instanceof InetSocketAddress inet && inet.getAddress() != null
        ? inet.getAddress().getHostAddress()
        : "unknown";
  }

  /** When the session logged in, in nanoseconds. */
  static long loginNanos(Session session) {
    Long nanos = session.getAttribute(LOGIN_NANOS);
    return nanos == null ? System.nanoTime() : nanos;
  }

  /** Whether the peer's PROXY header is believed. */
  boolean isTrustedProxy(Session session) {
    if (!(session.getIoSession().getRemoteAddress() instanceof InetSocketAddress peer))
      return false;
    for (CidrBlock network : trustedProxies) if (network.contains(peer.getAddress())) return true;
    return false;
  }

  @Override
  public void sessionEstablished(Session session) {
    session.setAttribute(CONNECTED_AT, System.currentTimeMillis());
    if (!isTrustedProxy(session)) countConnection(session);
  }

  /** The address is known for good: it counts as one connection, and is turned away if too many. */
  void countConnection(Session session) {
    String address = clientAddress(session);
    session.setAttribute(COUNTED_ADDRESS, address);
    if (limits.acceptConnection(address)) return;
    session.setAttribute(FAILURE_COUNTED, true);
    recordRejection(address, RejectReason.RATE_LIMIT);
    rejectConnection(session);
  }

  /**
   * With a word, before any key is exchanged: a greeting and a disconnection, which need none (RFC
   * 4253 §4.2, §11.1), written past the session, which has not greeted yet.
   */
  private void rejectConnection(Session session) {
    Buffer last = new ByteArrayBuffer(256, false);
    session.setAttribute(REJECTED, true);
    last.putRawBytes(IDENTIFICATION);
    byte[] why = RejectReason.RATE_LIMIT.message.getBytes(StandardCharsets.UTF_8);
    int payload = 1 + 4 + 4 + why.length + 4;
    int padding = 8 - (4 + 1 + payload) % 8;
    if (padding < 4) padding += 8;
    last.putUInt(1 + payload + padding);
    last.putByte((byte) padding);
    last.putByte(SshConstants.SSH_MSG_DISCONNECT);
    last.putUInt(SshConstants.SSH2_DISCONNECT_TOO_MANY_CONNECTIONS);
    last.putBytes(why);
    last.putUInt(0);
    last.putRawBytes(new byte[padding]);
    try {
      session.getIoSession().writeBuffer(last);
    } catch (IOException gone) {
      session.close(true);
      return;
    }
    // a line that is closed before its client has greeted in turn is reset, and nothing is read
    pendingCloses.add(new PendingClose(session, System.currentTimeMillis() + LINGER_MILLIS));
  }

  /** Whoever was turned away has heard it by now, or does not want to. */
  @Override
  public void sessionNegotiationStart(
      Session session, Map<KexProposalOption, String> theirs, Map<KexProposalOption, String> ours) {
    if (session.getAttribute(REJECTED) != null) session.close(true);
  }

  /** Something that a session asked for is not given; it goes on. */
  void recordRejection(Session session, RejectReason why) {
    recordRejection(clientAddress(session), why);
  }

  private void recordRejection(String address, RejectReason why) {
    metrics.countRejection(why.label);
    eventLog.write("refused", "address", address, "reason", why.label);
  }

  @Override
  public void sessionEvent(Session session, Event event) {
    if (event != Event.Authenticated) return;
    session.setAttribute(LOGIN_NANOS, System.nanoTime());
    metrics.countLogin();
    String address = clientAddress(session);
    RejectReason refusal = limits.acceptSession(address);
    if (refusal == null) {
      sessions.put(session, new AuthenticatedSession(address, System.currentTimeMillis()));
      // it may have been closed just now, by another thread
      if (session.isClosed()) removeSession(session);
    } else {
      recordRejection(address, refusal);
      // not from here: the answer to the log-in is still to be sent
      pendingDisconnects.add(new PendingDisconnect(session, refusal));
    }
  }

  private static void disconnect(Session session, int code, RejectReason why) {
    try {
      session.disconnect(code, why.message);
    } catch (IOException gone) {
      session.close(true);
    }
  }

  /** A screen or command begins in a session. */
  void beginCommand(Session session) {
    AuthenticatedSession stay = sessions.get(session);
    if (stay == null) return;
    synchronized (stay) {
      stay.activeCommands++;
    }
  }

  /** One has ended. */
  void endCommand(Session session, long now) {
    AuthenticatedSession stay = sessions.get(session);
    if (stay == null) return;
    synchronized (stay) {
      stay.activeCommands--;
      stay.idleSince = now;
    }
  }

  /** Lets those go who are too many, and those who have asked for nothing in a while. */
  void disconnectExpired(long now) {
    for (PendingDisconnect one = pendingDisconnects.poll();
        one != null;
        one = pendingDisconnects.poll())
      disconnect(one.session, SshConstants.SSH2_DISCONNECT_TOO_MANY_CONNECTIONS, one.reason);
    for (PendingClose one = pendingCloses.peek();
        one != null && one.deadline < now;
        one = pendingCloses.peek()) {
      pendingCloses.poll();
      one.session.close(true);
    }
    for (Map.Entry<Session, AuthenticatedSession> one : sessions.entrySet()) {
      AuthenticatedSession stay = one.getValue();
      synchronized (stay) {
        if (stay.activeCommands > 0 || now - stay.idleSince < SESSION_IDLE_MILLIS) continue;
      }
      recordRejection(stay.address, RejectReason.NO_CHANNEL_OPENED);
      disconnect(
          one.getKey(),
          SshConstants.SSH2_DISCONNECT_BY_APPLICATION,
          RejectReason.NO_CHANNEL_OPENED);
      removeSession(one.getKey());
    }
  }

  @Override
  public void sessionException(Session session, Throwable t) {
    if (!session.isAuthenticated()) countFailure(session);
    else if (isProtocolError(t)) {
      metrics.countError("protocol");
      eventLog.write(
          "error", "kind", "protocol", "address", clientAddress(session), "why", t.getClass());
    }
  }

  /** Whether what came was wrong, rather than that nothing comes any more. */
  private static boolean isProtocolError(Throwable t) {
    return !(t instanceof IOException) || t instanceof SshException && !isTimeout((SshException) t);
  }

  private static boolean isTimeout(SshException e) {
    return e.getDisconnectCode() == SshConstants.SSH2_DISCONNECT_CONNECTION_LOST;
  }

  @Override
  public void sessionClosed(Session session) {
    removeSession(session);
    if (!session.isAuthenticated()) countFailure(session);
  }

  private void removeSession(Session session) {
    AuthenticatedSession stay = sessions.remove(session);
    if (stay != null) limits.releaseSession(stay.address);
  }

  /** A balancer that only looks whether somebody is here has no address that counts. */
  private void countFailure(Session session) {
    String address = session.getAttribute(COUNTED_ADDRESS);
    if (address == null || session.getAttribute(FAILURE_COUNTED) != null) return;
    session.setAttribute(FAILURE_COUNTED, true);
    limits.recordFailure(address);
    Long since = session.getAttribute(CONNECTED_AT);
    long took = since == null ? 0 : System.currentTimeMillis() - since;
    metrics.countError(took < LecternServer.LOGIN_TIMEOUT.toMillis() ? "handshake" : "login");
  }
}
