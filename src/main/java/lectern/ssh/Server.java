package lectern.ssh;

import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.server.session.ServerSession;

/** Serves readers over SSH: no shell, no forwarding, no subsystem, nothing but reading. */
public final class Server {
  private static final AttributeKey<Long> LOGIN = new AttributeKey<>();
  private static final AttributeKey<Boolean> COUNTED = new AttributeKey<>();
  private static final long DRAIN_MILLIS = 4000;
  private static final Duration LOGIN_TIME = Duration.ofSeconds(20);

  private final Rules rules;
  private final Reception reception;
  private final Signals signals;
  private final Journal journal;
  private final Gate gate;
  private final SshServer sshd = SshServer.setUpDefaultServer();
  private final Set<Visit> visits = ConcurrentHashMap.newKeySet();
  private final AtomicLong numbers = new AtomicLong();
  private final AtomicLong held = new AtomicLong();
  private volatile boolean draining;
  private Thread timer;

  /**
   * @param log one line an event
   */
  public Server(Rules rules, Reception reception, Signals signals, PrintStream log) {
    this.rules = rules;
    this.reception = reception;
    this.signals = signals;
    this.journal = new Journal(log, System::currentTimeMillis);
    this.gate = new Gate(rules, System::currentTimeMillis);
  }

  /**
   * Listens from now on.
   *
   * @return the fingerprint of the host key
   * @throws IOException a sentence: the port is taken, the key cannot be read or made
   */
  public String start() throws IOException {
    SimpleGeneratorHostKeyProvider keys = hostKey();
    String fingerprint = fingerprint(keys);
    sshd.setKeyPairProvider(keys);
    sshd.setHost(rules.host());
    sshd.setPort(rules.port());
    Doors.open(sshd, rules);
    limits();
    sshd.setForwardingFilter(RejectAllForwardingFilter.INSTANCE);
    sshd.setSubsystemFactories(List.of());
    sshd.setAgentFactory(null);
    sshd.setShellFactory(channel -> new Visit(this, null));
    sshd.setCommandFactory((channel, command) -> new Visit(this, command));
    if (!rules.proxies().isEmpty()) sshd.setServerProxyAcceptor(new Proxy(rules.proxies()));
    sshd.addSessionListener(new Comings());
    try {
      sshd.start();
    } catch (BindException e) {
      throw new IOException(
          rules.host() + ":" + rules.port() + ": cannot listen there: " + e.getMessage(), e);
    }
    timer = Thread.ofPlatform().daemon().name("timer").start(this::tick);
    journal.write("listening", "host", rules.host(), "port", port(), "key", fingerprint);
    return fingerprint;
  }

  private SimpleGeneratorHostKeyProvider hostKey() throws IOException {
    Path file = rules.hostKey().toAbsolutePath();
    Files.createDirectories(file.getParent());
    SimpleGeneratorHostKeyProvider keys = new SimpleGeneratorHostKeyProvider(file);
    keys.setAlgorithm("EdDSA");
    keys.setOverwriteAllowed(false);
    return keys;
  }

  private String fingerprint(SimpleGeneratorHostKeyProvider keys) throws IOException {
    try {
      List<KeyPair> pairs = keys.loadKeys(null);
      return KeyUtils.getFingerPrint(BuiltinDigests.sha256, pairs.getFirst().getPublic());
    } catch (RuntimeException e) {
      throw new IOException(
          rules.hostKey() + ": the host key cannot be read: " + e.getMessage(), e);
    }
  }

  private void limits() {
    CoreModuleProperties.TCP_NODELAY.set(sshd, true);
    CoreModuleProperties.SOCKET_KEEPALIVE.set(sshd, true);
    CoreModuleProperties.SOCKET_REUSEADDR.set(sshd, true);
    CoreModuleProperties.SOCKET_BACKLOG.set(sshd, 512);
    CoreModuleProperties.AUTH_TIMEOUT.set(sshd, LOGIN_TIME);
    CoreModuleProperties.MAX_AUTH_REQUESTS.set(sshd, 12);
    CoreModuleProperties.MAX_CONCURRENT_CHANNELS.set(sshd, 2);
    // our own timer lets readers go with a word; this one cuts the line
    CoreModuleProperties.IDLE_TIMEOUT.set(
        sshd, Duration.ofMillis(rules.maxMillis()).plusMinutes(5));
    CoreModuleProperties.NIO2_READ_TIMEOUT.set(
        sshd, Duration.ofMillis(rules.maxMillis()).plusMinutes(10));
    CoreModuleProperties.WAIT_FOR_SPACE_TIMEOUT.set(sshd, Duration.ofSeconds(20));
    // what may be typed ahead; a screen gives it back as it uses it
    CoreModuleProperties.WINDOW_SIZE.set(sshd, 65_536L);
    CoreModuleProperties.SERVER_IDENTIFICATION.set(sshd, "lectern");
  }

  /** Where it listens, also when it was asked to choose. */
  public int port() {
    return sshd.getPort();
  }

  /** Readers at this moment. */
  public int readers() {
    return gate.readers();
  }

  /** Bytes that wait for visitors who do not take them. */
  public long heldBytes() {
    return held.get();
  }

  /** Whether new readers are let in. */
  public boolean ready() {
    return !draining && sshd.isStarted();
  }

  /**
   * Lets everybody go with a word, keeps their places, gives their screens back; done within five
   * seconds.
   */
  public void drain() {
    draining = true;
    journal.write("draining", "readers", readers());
    for (Visit visit : visits) visit.hangUp("the server is stopping; come again in a moment");
    long until = millis() + DRAIN_MILLIS;
    try {
      while (!visits.isEmpty() && millis() < until) Thread.sleep(20);
      // the last words are still on their way
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    close();
  }

  /** At once. */
  public void close() {
    draining = true;
    if (timer != null) timer.interrupt();
    try {
      sshd.stop(true);
    } catch (IOException e) {
      journal.write("error", "kind", "stop", "why", e.getMessage());
    }
    journal.write("stopped");
  }

  private void tick() {
    try {
      while (!draining) {
        Thread.sleep(500);
        long now = millis();
        for (Visit visit : visits) visit.tick(now, rules);
      }
    } catch (InterruptedException e) {
      // the server stops
    }
  }

  // ── for visits ─────────────────────────────────────────────────────────────────────────

  long millis() {
    return System.currentTimeMillis();
  }

  Signals signals() {
    return signals;
  }

  Reception reception() {
    return reception;
  }

  AtomicLong held() {
    return held;
  }

  long loginNanos(ServerSession session) {
    Long nanos = session.getAttribute(LOGIN);
    return nanos == null ? System.nanoTime() : nanos;
  }

  Visitor visitor(ServerSession session, Map<String, String> env) {
    return new Visitor(
        numbers.incrementAndGet(), address(session), session.getAttribute(Doors.KEY), env);
  }

  /**
   * @return null when they may; else why not
   */
  String enter(Visitor visitor, Visit visit) {
    String reason = draining ? "full" : gate.enter(visitor.address());
    if (reason != null) {
      refused(visitor, reason);
      return reason;
    }
    visits.add(visit);
    journal.write(
        "came",
        "visit",
        visitor.number(),
        "address",
        visitor.address(),
        "key",
        visitor.fingerprint(),
        "readers",
        readers());
    return null;
  }

  void leave(Visitor visitor, Visit visit, long millis) {
    gate.leave(visitor.address());
    visits.remove(visit);
    journal.write("left", "visit", visitor.number(), "millis", millis, "readers", readers());
  }

  void refused(Visitor visitor, String reason) {
    signals.refused(reason);
    journal.write(
        "refused", "visit", visitor.number(), "address", visitor.address(), "reason", reason);
  }

  void lost(Visitor visitor, IOException e) {
    signals.error("write");
    journal.write("lost", "visit", visitor.number(), "why", e.getClass().getSimpleName());
  }

  void failed(Visitor visitor, Throwable e) {
    signals.error("session");
    StackTraceElement[] trace = e.getStackTrace();
    journal.write(
        "error",
        "kind",
        "session",
        "visit",
        visitor.number(),
        "why",
        e.toString(),
        "at",
        trace.length == 0 ? null : trace[0]);
  }

  private static String address(Session session) {
    SocketAddress address =
        session instanceof ServerSession s
            ? s.getClientAddress()
            : session.getIoSession().getRemoteAddress();
    return address instanceof InetSocketAddress inet && inet.getAddress() != null
        ? inet.getAddress().getHostAddress()
        : "unknown";
  }

  /** Connections: counted when they come, and when they go without a log-in. */
  private final class Comings implements SessionListener {
    @Override
    public void sessionEstablished(Session session) {
      boolean behind = !rules.proxies().isEmpty();
      if (behind || gate.connected(address(session))) return;
      signals.refused("rate");
      journal.write("refused", "address", address(session), "reason", "rate");
      session.close(true);
    }

    @Override
    public void sessionEvent(Session session, Event event) {
      if (event == Event.Authenticated) {
        session.setAttribute(LOGIN, System.nanoTime());
        signals.loggedIn();
      }
    }

    @Override
    public void sessionException(Session session, Throwable t) {
      if (session.isAuthenticated()) return;
      count(session);
    }

    @Override
    public void sessionClosed(Session session) {
      if (!session.isAuthenticated()) count(session);
    }

    private void count(Session session) {
      if (session.getAttribute(COUNTED) != null) return;
      session.setAttribute(COUNTED, true);
      gate.failed(address(session));
      signals.error("handshake");
    }
  }
}
