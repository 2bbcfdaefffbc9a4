package lectern.ssh;

import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.server.session.ServerUserAuthServiceFactory;

/** Serves readers over SSH: no shell, no forwarding, no subsystem, nothing but reading. */
public final class LecternServer {
  /** What a connection reads first (RFC 4253 §4.2). */
  static final String GREETING = "SSH-2.0-lectern";

  private static final String OTHER_KEY = "; name another file with --host-key";
  private static final long DRAIN_MILLIS = 4000;
  private static final long TICK_MILLIS = 200;
  static final Duration LOGIN_TIME = Duration.ofSeconds(20);

  private final ServerConfig rules;
  private final ReaderService reception;
  private final ServerMetrics signals;
  private final EventLog journal;
  private final ConnectionLimits gate;
  private final ConnectionTracker comings;
  private final SshServer sshd = SshServer.setUpDefaultServer();
  private final Set<ReaderCommand> visits = ConcurrentHashMap.newKeySet();
  private final AtomicLong numbers = new AtomicLong();
  private final ScreenBudget windows = ScreenBudget.of(Runtime.getRuntime().maxMemory());
  private final AtomicLong held = new AtomicLong();
  private volatile boolean draining;
  private Thread timer;

  /**
   * @param log one line an event
   */
  public LecternServer(ServerConfig rules, ReaderService reception, ServerMetrics signals, PrintStream log) {
    this.rules = rules;
    this.reception = reception;
    this.signals = signals;
    this.journal = new EventLog(log, System::currentTimeMillis);
    this.gate = new ConnectionLimits(rules, System::currentTimeMillis);
    this.comings = new ConnectionTracker(gate, signals, journal, rules.proxies());
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
    Authentication.open(sshd, rules, journal);
    limits();
    sshd.setForwardingFilter(RejectAllForwardingFilter.INSTANCE);
    sshd.setChannelFactories(List.of(new ReaderChannel.Factory(comings)));
    sshd.setServiceFactories(
        List.of(ServerUserAuthServiceFactory.INSTANCE, new ChannelLimitService.Factory(comings)));
    sshd.setSubsystemFactories(List.of());
    sshd.setAgentFactory(null);
    sshd.setShellFactory(channel -> new ReaderCommand(this, null));
    sshd.setCommandFactory((channel, command) -> new ReaderCommand(this, command));
    if (!rules.proxies().isEmpty()) sshd.setServerProxyAcceptor(new ProxyProtocolAcceptor(comings));
    sshd.addSessionListener(comings);
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
    try {
      Files.createDirectories(file.getParent());
    } catch (IOException e) {
      throw new IOException(file + ": there is no folder to keep the host key in" + OTHER_KEY, e);
    }
    boolean there = Files.exists(file);
    SimpleGeneratorHostKeyProvider keys = keys(file);
    // a key that cannot be read or kept would be made anew at each start, and readers warned
    if (!fingerprint(keys).equals(fingerprint(keys(file)))) {
      String why = there ? ": is no host key that can be read" : ": the host key cannot be kept";
      throw new IOException(file + why + OTHER_KEY);
    }
    return keys;
  }

  private static SimpleGeneratorHostKeyProvider keys(Path file) {
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
    // our own timer lets readers go with a word; this one cuts the line
    CoreModuleProperties.IDLE_TIMEOUT.set(
        sshd, Duration.ofMillis(rules.maxMillis()).plusMinutes(5));
    CoreModuleProperties.NIO2_READ_TIMEOUT.set(
        sshd, Duration.ofMillis(rules.maxMillis()).plusMinutes(10));
    CoreModuleProperties.WAIT_FOR_SPACE_TIMEOUT.set(sshd, Duration.ofSeconds(20));
    // what may be typed ahead; a screen gives it back as it uses it
    CoreModuleProperties.WINDOW_SIZE.set(sshd, 16_384L);
    CoreModuleProperties.SERVER_IDENTIFICATION.set(sshd, GREETING.substring("SSH-2.0-".length()));
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

  /** Whether it was asked to stop. */
  public boolean isDraining() {
    return draining;
  }

  /** Whether new readers are let in, and find something to read. */
  public boolean ready() {
    return !draining && sshd.isStarted() && reception.ready();
  }

  /**
   * Lets everybody go with a word, keeps their places, gives their screens back; done within five
   * seconds.
   */
  public void drain() {
    draining = true;
    journal.write("draining", "readers", readers());
    for (ReaderCommand visit : visits) visit.hangUp(DisconnectReason.DRAINING);
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
        Thread.sleep(TICK_MILLIS);
        long now = millis();
        for (ReaderCommand visit : visits) apart(() -> visit.tick(now, rules));
        apart(() -> comings.tick(now));
      }
    } catch (InterruptedException e) {
      // the server stops
    }
  }

  /** The timer goes on, whatever one visit does to it. */
  private void apart(Runnable one) {
    try {
      one.run();
    } catch (RuntimeException e) {
      trouble("timer", e);
    }
  }

  // ── for visits ─────────────────────────────────────────────────────────────────────────

  long millis() {
    return System.currentTimeMillis();
  }

  ServerMetrics signals() {
    return signals;
  }

  ReaderService reception() {
    return reception;
  }

  ScreenBudget windows() {
    return windows;
  }

  AtomicLong held() {
    return held;
  }

  Client visitor(ServerSession session, Map<String, String> env) {
    return new Client(
        numbers.incrementAndGet(), ConnectionTracker.address(session), session.getAttribute(Authentication.KEY), env);
  }

  /**
   * @return null when they may; else why not
   */
  RejectReason enter(ServerSession session, Client visitor, ReaderCommand visit) {
    RejectReason refusal = draining ? RejectReason.DRAINING : gate.enter(visitor.address());
    if (refusal != null) {
      refused(visitor, refusal.word);
      return refusal;
    }
    comings.began(session);
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
    // the farewells of a drain that has begun meanwhile did not reach this one
    if (draining) visit.hangUp(DisconnectReason.DRAINING);
    return null;
  }

  /**
   * @param why null: they left by themselves
   */
  void leave(ServerSession session, Client visitor, ReaderCommand visit, long millis, DisconnectReason why) {
    gate.leave(visitor.address());
    comings.ended(session, millis());
    visits.remove(visit);
    if (why != null) signals.ended(why.word);
    journal.write(
        "left",
        "visit",
        visitor.number(),
        "millis",
        millis,
        "reason",
        why == null ? null : why.word,
        "readers",
        readers());
  }

  void refused(Client visitor, String reason) {
    signals.refused(reason);
    journal.write(
        "refused", "visit", visitor.number(), "address", visitor.address(), "reason", reason);
  }

  void lost(Client visitor, IOException e) {
    signals.error("write");
    journal.write("lost", "visit", visitor.number(), "why", e.getClass().getSimpleName());
  }

  void failed(Client visitor, Throwable e) {
    trouble("session", visitor.number(), e);
  }

  /**
   * Something went wrong inside: counted, and one line in the log. @param kind as in {@link
   * ServerMetrics#error}
   */
  public void trouble(String kind, Throwable e) {
    trouble(kind, null, e);
  }

  private void trouble(String kind, Long visit, Throwable e) {
    signals.error(kind);
    StackTraceElement[] trace = e.getStackTrace();
    // the kind of exception and where, never its message, which may hold text of a post
    journal.write(
        "error",
        "kind",
        kind,
        "visit",
        visit,
        "why",
        e.getClass().getName(),
        "at",
        trace.length == 0 ? null : trace[0]);
  }
}
