package lectern.ssh;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.server.session.ServerSession;

/**
 * Connections: counted when they come and when they go without a log-in; those that log in and ask
 * for nothing are let go. Of a connection through a believed balancer the real address counts, as
 * soon as it is known.
 */
final class Comings implements SessionListener {
  /** The address that a connection was counted for. */
  private static final AttributeKey<String> COUNTED = new AttributeKey<>();

  private static final AttributeKey<Boolean> FAILED = new AttributeKey<>();
  private static final AttributeKey<Long> LOGIN = new AttributeKey<>();

  /** How long a session may be without a screen or command. */
  static final long IDLE_MILLIS = 20_000;

  private final Gate gate;
  private final Signals signals;
  private final Journal journal;
  private final List<Network> believed;
  private final Map<Session, Stay> stays = new ConcurrentHashMap<>();

  private final Queue<Unwelcome> unwelcome = new ConcurrentLinkedQueue<>();

  private record Unwelcome(Session session, Refusal why) {}

  private static final class Stay {
    final String address;
    int visits;
    long since;

    Stay(String address, long since) {
      this.address = address;
      this.since = since;
    }
  }

  Comings(Gate gate, Signals signals, Journal journal, List<Network> believed) {
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
    for (Network network : believed) if (network.holds(peer.getAddress())) return true;
    return false;
  }

  @Override
  public void sessionEstablished(Session session) {
    if (!isBelieved(session)) counted(session);
  }

  /**
   * The address is known for good: it counts as one connection.
   *
   * @return whether it may stay; otherwise it is closed
   */
  boolean counted(Session session) {
    String address = address(session);
    session.setAttribute(COUNTED, address);
    if (gate.connected(address)) return true;
    session.setAttribute(FAILED, true);
    refused(address, Refusal.RATE);
    session.close(true);
    return false;
  }

  private void refused(String address, Refusal why) {
    signals.refused(why.word);
    journal.write("refused", "address", address, "reason", why.word);
  }

  @Override
  public void sessionEvent(Session session, Event event) {
    if (event != Event.Authenticated) return;
    session.setAttribute(LOGIN, System.nanoTime());
    signals.loggedIn();
    String address = address(session);
    Refusal refusal = gate.session(address);
    if (refusal == null) {
      stays.put(session, new Stay(address, System.currentTimeMillis()));
      // it may have been closed just now, by another thread
      if (session.isClosed()) left(session);
    } else {
      refused(address, refusal);
      // not from here: the answer to the log-in is still to be sent
      unwelcome.add(new Unwelcome(session, refusal));
    }
  }

  private static void dismiss(Session session, int code, Refusal why) {
    try {
      session.disconnect(code, why.sentence);
    } catch (IOException gone) {
      session.close(true);
    }
  }

  /** A screen or command begins in a session. */
  void began(Session session) {
    Stay stay = stays.get(session);
    if (stay == null) return;
    synchronized (stay) {
      stay.visits++;
    }
  }

  /** One has ended. */
  void ended(Session session, long now) {
    Stay stay = stays.get(session);
    if (stay == null) return;
    synchronized (stay) {
      stay.visits--;
      stay.since = now;
    }
  }

  /** Lets those go who are too many, and those who have asked for nothing in a while. */
  void tick(long now) {
    for (Unwelcome one = unwelcome.poll(); one != null; one = unwelcome.poll())
      dismiss(one.session, SshConstants.SSH2_DISCONNECT_TOO_MANY_CONNECTIONS, one.why);
    for (Map.Entry<Session, Stay> one : stays.entrySet()) {
      Stay stay = one.getValue();
      synchronized (stay) {
        if (stay.visits > 0 || now - stay.since < IDLE_MILLIS) continue;
      }
      refused(stay.address, Refusal.NOTHING_ASKED);
      dismiss(one.getKey(), SshConstants.SSH2_DISCONNECT_BY_APPLICATION, Refusal.NOTHING_ASKED);
      left(one.getKey());
    }
  }

  @Override
  public void sessionException(Session session, Throwable t) {
    if (!session.isAuthenticated()) failed(session);
  }

  @Override
  public void sessionClosed(Session session) {
    left(session);
    if (!session.isAuthenticated()) failed(session);
  }

  private void left(Session session) {
    Stay stay = stays.remove(session);
    if (stay != null) gate.ended(stay.address);
  }

  /** A balancer that only looks whether somebody is here has no address that counts. */
  private void failed(Session session) {
    String address = session.getAttribute(COUNTED);
    if (address == null || session.getAttribute(FAILED) != null) return;
    session.setAttribute(FAILED, true);
    gate.failed(address);
    signals.error("handshake");
  }
}
