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
  private static final AttributeKey<String> COUNTED = new AttributeKey<>();

  private static final byte[] GREETING =
      (LecternServer.GREETING + "\r\n").getBytes(StandardCharsets.US_ASCII);

  /** When it began, in milliseconds. */
  private static final AttributeKey<Long> SINCE = new AttributeKey<>();

  private static final AttributeKey<Boolean> FAILED = new AttributeKey<>();
  private static final AttributeKey<Long> LOGIN = new AttributeKey<>();

  private static final AttributeKey<Boolean> TURNED = new AttributeKey<>();

  /** How long whoever is turned away may listen to why. */
  private static final long LINGER_MILLIS = 2000;

  /** How long a session may be without a screen or command. */
  static final long IDLE_MILLIS = 20_000;

  private final ConnectionLimits gate;
  private final ServerMetrics signals;
  private final EventLog journal;
  private final List<CidrBlock> believed;
  private final Map<Session, AuthenticatedSession> stays = new ConcurrentHashMap<>();

  private final Queue<PendingDisconnect> unwelcome = new ConcurrentLinkedQueue<>();

  private final Queue<PendingClose> turned = new ConcurrentLinkedQueue<>();

  private record PendingClose(Session session, long until) {}

  private record PendingDisconnect(Session session, RejectReason why) {}

  private static final class AuthenticatedSession {
    final String address;
    int visits;
    long since;

    AuthenticatedSession(String address, long since) {
      this.address = address;
      this.since = since;
    }
  }

  ConnectionTracker(ConnectionLimits gate, ServerMetrics signals, EventLog journal, List<CidrBlock> believed) {
    this.gate = gate;
    this.signals = signals;
    this.journal = journal;
    this.believed = believed;
  }

  /** Where a session comes from: as the balancer said, else its peer. */
  static String address(Session session) {
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
    Long nanos = session.getAttribute(LOGIN);
    return nanos == null ? System.nanoTime() : nanos;
  }

  /** Whether the peer's PROXY header is believed. */
  boolean isBelieved(Session session) {
    if (!(session.getIoSession().getRemoteAddress() instanceof InetSocketAddress peer))
      return false;
    for (CidrBlock network : believed) if (network.holds(peer.getAddress())) return true;
    return false;
  }

  @Override
  public void sessionEstablished(Session session) {
    session.setAttribute(SINCE, System.currentTimeMillis());
    if (!isBelieved(session)) counted(session);
  }

  /** The address is known for good: it counts as one connection, and is turned away if too many. */
  void counted(Session session) {
    String address = address(session);
    session.setAttribute(COUNTED, address);
    if (gate.connected(address)) return;
    session.setAttribute(FAILED, true);
    refused(address, RejectReason.RATE);
    turnAway(session);
  }

  /**
   * With a word, before any key is exchanged: a greeting and a disconnection, which need none (RFC
   * 4253 §4.2, §11.1), written past the session, which has not greeted yet.
   */
  private void turnAway(Session session) {
    Buffer last = new ByteArrayBuffer(256, false);
    session.setAttribute(TURNED, true);
    last.putRawBytes(GREETING);
    byte[] why = RejectReason.RATE.sentence.getBytes(StandardCharsets.UTF_8);
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
    turned.add(new PendingClose(session, System.currentTimeMillis() + LINGER_MILLIS));
  }

  /** Whoever was turned away has heard it by now, or does not want to. */
  @Override
  public void sessionNegotiationStart(
      Session session, Map<KexProposalOption, String> theirs, Map<KexProposalOption, String> ours) {
    if (session.getAttribute(TURNED) != null) session.close(true);
  }

  /** Something that a session asked for is not given; it goes on. */
  void refused(Session session, RejectReason why) {
    refused(address(session), why);
  }

  private void refused(String address, RejectReason why) {
    signals.refused(why.word);
    journal.write("refused", "address", address, "reason", why.word);
  }

  @Override
  public void sessionEvent(Session session, Event event) {
    if (event != Event.Authenticated) return;
    session.setAttribute(LOGIN, System.nanoTime());
    signals.loggedIn();
    String address = address(session);
    RejectReason refusal = gate.session(address);
    if (refusal == null) {
      stays.put(session, new AuthenticatedSession(address, System.currentTimeMillis()));
      // it may have been closed just now, by another thread
      if (session.isClosed()) left(session);
    } else {
      refused(address, refusal);
      // not from here: the answer to the log-in is still to be sent
      unwelcome.add(new PendingDisconnect(session, refusal));
    }
  }

  private static void dismiss(Session session, int code, RejectReason why) {
    try {
      session.disconnect(code, why.sentence);
    } catch (IOException gone) {
      session.close(true);
    }
  }

  /** A screen or command begins in a session. */
  void began(Session session) {
    AuthenticatedSession stay = stays.get(session);
    if (stay == null) return;
    synchronized (stay) {
      stay.visits++;
    }
  }

  /** One has ended. */
  void ended(Session session, long now) {
    AuthenticatedSession stay = stays.get(session);
    if (stay == null) return;
    synchronized (stay) {
      stay.visits--;
      stay.since = now;
    }
  }

  /** Lets those go who are too many, and those who have asked for nothing in a while. */
  void tick(long now) {
    for (PendingDisconnect one = unwelcome.poll(); one != null; one = unwelcome.poll())
      dismiss(one.session, SshConstants.SSH2_DISCONNECT_TOO_MANY_CONNECTIONS, one.why);
    for (PendingClose one = turned.peek(); one != null && one.until < now; one = turned.peek()) {
      turned.poll();
      one.session.close(true);
    }
    for (Map.Entry<Session, AuthenticatedSession> one : stays.entrySet()) {
      AuthenticatedSession stay = one.getValue();
      synchronized (stay) {
        if (stay.visits > 0 || now - stay.since < IDLE_MILLIS) continue;
      }
      refused(stay.address, RejectReason.NOTHING_ASKED);
      dismiss(one.getKey(), SshConstants.SSH2_DISCONNECT_BY_APPLICATION, RejectReason.NOTHING_ASKED);
      left(one.getKey());
    }
  }

  @Override
  public void sessionException(Session session, Throwable t) {
    if (!session.isAuthenticated()) failed(session);
    else if (isProtocol(t)) {
      signals.error("protocol");
      journal.write("error", "kind", "protocol", "address", address(session), "why", t.getClass());
    }
  }

  /** Whether what came was wrong, rather than that nothing comes any more. */
  private static boolean isProtocol(Throwable t) {
    return !(t instanceof IOException) || t instanceof SshException && !isTimeout((SshException) t);
  }

  private static boolean isTimeout(SshException e) {
    return e.getDisconnectCode() == SshConstants.SSH2_DISCONNECT_CONNECTION_LOST;
  }

  @Override
  public void sessionClosed(Session session) {
    left(session);
    if (!session.isAuthenticated()) failed(session);
  }

  private void left(Session session) {
    AuthenticatedSession stay = stays.remove(session);
    if (stay != null) gate.ended(stay.address);
  }

  /** A balancer that only looks whether somebody is here has no address that counts. */
  private void failed(Session session) {
    String address = session.getAttribute(COUNTED);
    if (address == null || session.getAttribute(FAILED) != null) return;
    session.setAttribute(FAILED, true);
    gate.failed(address);
    Long since = session.getAttribute(SINCE);
    long took = since == null ? 0 : System.currentTimeMillis() - since;
    signals.error(took < LecternServer.LOGIN_TIME.toMillis() ? "handshake" : "login");
  }
}
