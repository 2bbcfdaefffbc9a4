package lectern.ssh;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.sshd.server.session.ServerSession;
import org.jspecify.annotations.Nullable;

/** Admits readers within the limits, and knows their screens and commands until they end. */
final class ActiveClients {
  private final ServerContext context;
  private final ConnectionLimits limits;
  private final ConnectionTracker tracker;
  private final Set<ClientCommand> commands = ConcurrentHashMap.newKeySet();
  private final AtomicLong clientIds = new AtomicLong();
  private volatile boolean draining;

  ActiveClients(ServerContext context, ConnectionLimits limits, ConnectionTracker tracker) {
    this.context = context;
    this.limits = limits;
    this.tracker = tracker;
  }

  Client newClient(ServerSession session, Map<String, String> env) {
    return new Client(
        clientIds.incrementAndGet(),
        ConnectionTracker.clientAddress(session),
        session.getAttribute(Authentication.KEY_FINGERPRINT),
        env);
  }

  /**
   * Admits one reader; then {@link #remove} is due.
   *
   * @return why not, if the reader is not admitted
   */
  @Nullable RejectReason admit(ServerSession session, Client client, ClientCommand command) {
    RejectReason reason = draining ? RejectReason.DRAINING : limits.acceptReader(client.address());
    if (reason != null) {
      context.recordRejection(client.id(), client.address(), reason.label);
      return reason;
    }
    tracker.beginCommand(session);
    commands.add(command);
    context
        .log()
        .write(
            "came",
            "visit",
            client.id(),
            "address",
            client.address(),
            "key",
            client.fingerprint(),
            "readers",
            limits.readerCount());
    // a drain that has begun meanwhile did not see this one
    if (draining) command.hangUp(DisconnectReason.DRAINING);
    return null;
  }

  /**
   * Ends what {@link #admit} began.
   *
   * @param millis how long it lasted
   * @param reason why the server ended it; none when the client left by itself
   */
  void remove(
      ServerSession session,
      Client client,
      ClientCommand command,
      long millis,
      @Nullable DisconnectReason reason) {
    limits.releaseReader(client.address());
    tracker.endCommand(session);
    if (reason != null) context.metrics().countDisconnect(reason.label);
    context
        .log()
        .write(
            "left",
            "visit",
            client.id(),
            "millis",
            millis,
            "reason",
            reason == null ? null : reason.label,
            "readers",
            limits.readerCount());
    synchronized (commands) {
      commands.remove(command);
      commands.notifyAll();
    }
  }

  /**
   * Ends the screens and commands whose time is over; one that fails does not hinder the others.
   */
  void checkTimeouts() {
    for (ClientCommand command : commands) {
      try {
        command.checkTimeouts();
      } catch (RuntimeException e) {
        context.recordError("timer", null, e);
      }
    }
  }

  /** Rejects new clients from now on. */
  void startDraining() {
    draining = true;
  }

  boolean isDraining() {
    return draining;
  }

  /** Ends all screens and commands and waits for them, up to the given milliseconds. */
  void hangUpAll(long millis) throws InterruptedException {
    for (ClientCommand command : commands) command.hangUp(DisconnectReason.DRAINING);
    long deadline = System.nanoTime() + millis * 1_000_000;
    synchronized (commands) {
      for (long left = millis; left > 0 && !commands.isEmpty(); ) {
        commands.wait(left);
        left = (deadline - System.nanoTime()) / 1_000_000;
      }
    }
  }
}
