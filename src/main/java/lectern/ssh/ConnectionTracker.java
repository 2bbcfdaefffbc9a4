package lectern.ssh;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.kex.KexProposalOption;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.server.session.ServerSession;
import org.jspecify.annotations.Nullable;

/**
 * Tracks connections: limits their rate by address, counts failed logins, disconnects authenticated
 * sessions that open no channel within 20 s. For a connection through a trusted proxy the client's
 * address counts, as soon as it is known.
 */
final class ConnectionTracker implements SessionListener {
  static final Duration LOGIN_TIMEOUT = Duration.ofSeconds(20);

  /** How long a session may be without a screen or command. */
  static final long SESSION_IDLE_MILLIS = 20_000;

  /** How long a rejected client has to read why. */
  private static final long LINGER_MILLIS = 2000;

  private static final AttributeKey<Connection> CONNECTION = new AttributeKey<>();

  private final ServerContext context;
  private final ConnectionLimits limits;
  private final Set<Connection> authenticated = ConcurrentHashMap.newKeySet();
  private final Queue<Connection> lingering = new ConcurrentLinkedQueue<>();

  /** State of one connection, guarded by itself. */
  private static final class Connection {
    final Session session;
    final long connectedMillis;

    /** Not known as long as a trusted proxy has not sent it. */
    @Nullable String countedAddress;

    boolean failureCounted;

    /** Set by the login, as is the time. */
    volatile String loginAddress = "";

    volatile long loginNanos = System.nanoTime();
    int activeCommands;

    /** Start of idleness, or of the rejection. */
    volatile long idleSinceMillis;

    /** Why it is to be closed, if it is. */
    volatile @Nullable RejectReason rejection;

    Connection(Session session, long now) {
      this.session = session;
      this.connectedMillis = now;
    }
  }

  ConnectionTracker(ServerContext context, ConnectionLimits limits) {
    this.context = context;
    this.limits = limits;
  }

  /** IP address of the client, as a trusted proxy sent it, else of the peer. */
  static String clientAddress(Session session) {
    SocketAddress address =
        session instanceof ServerSession s
            ? s.getClientAddress()
            : session.getIoSession().getRemoteAddress();
    return address instanceof InetSocketAddress inet && inet.getAddress() != null
        ? inet.getAddress().getHostAddress()
        : "unknown";
  }

  /** {@link System#nanoTime} of the login. */
  static long loginNanos(Session session) {
    Connection connection = session.getAttribute(CONNECTION);
    return connection == null ? System.nanoTime() : connection.loginNanos;
  }

  /** Whether a PROXY header of this peer is believed. */
  boolean isTrustedProxy(Session session) {
    return session.getIoSession().getRemoteAddress() instanceof InetSocketAddress peer
        && context.config().trustedProxies().stream().anyMatch(b -> b.contains(peer.getAddress()));
  }

  @Override
  public void sessionEstablished(Session session) {
    session.setAttribute(CONNECTION, new Connection(session, context.nowMillis()));
    if (!isTrustedProxy(session)) countConnection(session);
  }

  /** Counts a connection whose address is known for good, and rejects it if there are too many. */
  void countConnection(Session session) {
    Connection connection = session.getAttribute(CONNECTION);
    String address = clientAddress(session);
    boolean accepted = limits.acceptConnection(address);
    synchronized (connection) {
      connection.countedAddress = address;
      connection.failureCounted = !accepted;
    }
    if (!accepted) reject(connection);
  }

  /** Writes the rejection directly: no identification has been sent yet. */
  private void reject(Connection connection) {
    RejectReason reason = RejectReason.RATE_LIMIT;
    connection.rejection = reason;
    connection.idleSinceMillis = context.nowMillis();
    recordRejection(connection.session, reason);
    try {
      connection.session.getIoSession().writeBuffer(RejectionPacket.of(reason));
    } catch (IOException e) {
      connection.session.close(true);
      return;
    }
    // closed before the client has sent its identification, it would be reset with nothing read
    lingering.add(connection);
  }

  /** A rejected client has read the reason by now, or ignores it. */
  @Override
  public void sessionNegotiationStart(
      Session session, Map<KexProposalOption, String> client, Map<KexProposalOption, String> own) {
    if (session.getAttribute(CONNECTION).rejection != null) session.close(true);
  }

  /** Counts and logs that a request of a session is denied; the session goes on. */
  void recordRejection(Session session, RejectReason reason) {
    context.recordRejection(null, clientAddress(session), reason.label);
  }

  @Override
  public void sessionEvent(Session session, Event event) {
    Connection connection = session.getAttribute(CONNECTION);
    if (event != Event.Authenticated || connection == null) return;
    connection.loginNanos = System.nanoTime();
    connection.loginAddress = clientAddress(session);
    connection.idleSinceMillis = context.nowMillis();
    context.metrics().countLogin();
    RejectReason rejection = limits.acceptSession(connection.loginAddress);
    connection.rejection = rejection;
    if (rejection != null) recordRejection(session, rejection);
    // a rejected one is disconnected by the timer: the answer to the login is still to be sent
    authenticated.add(connection);
    // another thread may have closed it meanwhile
    if (session.isClosed()) remove(connection);
  }

  void beginCommand(Session session) {
    Connection connection = session.getAttribute(CONNECTION);
    if (connection == null) return; // closed meanwhile
    synchronized (connection) {
      connection.activeCommands++;
    }
  }

  void endCommand(Session session) {
    Connection connection = session.getAttribute(CONNECTION);
    if (connection == null) return; // closed meanwhile
    synchronized (connection) {
      connection.activeCommands--;
      connection.idleSinceMillis = context.nowMillis();
    }
  }

  /** Called by the timer: disconnects sessions that are too many or idle. */
  void disconnectExpired() {
    long now = context.nowMillis();
    for (Iterator<Connection> all = lingering.iterator(); all.hasNext(); ) {
      Connection connection = all.next();
      if (now - connection.idleSinceMillis <= LINGER_MILLIS) continue;
      all.remove();
      connection.session.close(true);
    }
    for (Connection connection : authenticated) {
      RejectReason rejection = connection.rejection;
      if (rejection == null && !isIdle(connection, now) || !authenticated.remove(connection))
        continue;
      if (rejection != null)
        disconnect(connection, rejection, SshConstants.SSH2_DISCONNECT_TOO_MANY_CONNECTIONS);
      else {
        connection.rejection = RejectReason.NO_CHANNEL_OPENED;
        recordRejection(connection.session, RejectReason.NO_CHANNEL_OPENED);
        limits.releaseSession(connection.loginAddress);
        disconnect(
            connection,
            RejectReason.NO_CHANNEL_OPENED,
            SshConstants.SSH2_DISCONNECT_BY_APPLICATION);
      }
    }
  }

  private static boolean isIdle(Connection connection, long now) {
    synchronized (connection) {
      return connection.activeCommands == 0
          && now - connection.idleSinceMillis >= SESSION_IDLE_MILLIS;
    }
  }

  private static void disconnect(Connection connection, RejectReason reason, int code) {
    try {
      connection.session.disconnect(code, reason.message);
    } catch (IOException e) {
      connection.session.close(true);
    }
  }

  @Override
  public void sessionException(Session session, Throwable e) {
    if (!session.isAuthenticated()) countFailure(session);
    else if (isProtocolError(e)) {
      context.metrics().countError("protocol");
      context
          .log()
          .write(
              "error", "kind", "protocol", "address", clientAddress(session), "why", e.getClass());
    }
  }

  /** Whether something wrong was received, rather than nothing any more. */
  private static boolean isProtocolError(Throwable e) {
    return e instanceof SshException ssh
        ? ssh.getDisconnectCode() != SshConstants.SSH2_DISCONNECT_CONNECTION_LOST
        : !(e instanceof IOException);
  }

  @Override
  public void sessionClosed(Session session) {
    remove(session.getAttribute(CONNECTION));
    if (!session.isAuthenticated()) countFailure(session);
  }

  private void remove(Connection connection) {
    if (authenticated.remove(connection) && connection.rejection == null)
      limits.releaseSession(connection.loginAddress);
  }

  /** Counts a failed login; health checks without an address are ignored. */
  private void countFailure(Session session) {
    Connection connection = session.getAttribute(CONNECTION);
    String address;
    synchronized (connection) {
      address = connection.countedAddress;
      if (address == null || connection.failureCounted) return;
      connection.failureCounted = true;
    }
    limits.recordFailure(address);
    boolean early = context.nowMillis() - connection.connectedMillis < LOGIN_TIMEOUT.toMillis();
    context.metrics().countError(early ? "handshake" : "login");
  }
}
