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
  static final String IDENTIFICATION = "SSH-2.0-lectern";

  private static final String HOST_KEY_REMEDY = "; name another file with --host-key";
  private static final long DRAIN_MILLIS = 4000;
  private static final long TIMER_MILLIS = 200;
  static final Duration LOGIN_TIMEOUT = Duration.ofSeconds(20);

  private final ServerConfig config;
  private final ReaderService service;
  private final ServerMetrics metrics;
  private final EventLog eventLog;
  private final ConnectionLimits limits;
  private final ConnectionTracker tracker;
  private final SshServer sshd = SshServer.setUpDefaultServer();
  private final Set<ReaderCommand> commands = ConcurrentHashMap.newKeySet();
  private final AtomicLong clientIds = new AtomicLong();
  private final ScreenBudget screenBudget = ScreenBudget.ofHeap(Runtime.getRuntime().maxMemory());
  private final AtomicLong pendingOutput = new AtomicLong();
  private volatile boolean draining;
  private Thread timer;

  /**
   * @param log one line an event
   */
  public LecternServer(
      ServerConfig rules, ReaderService reception, ServerMetrics signals, PrintStream log) {
    this.config = rules;
    this.service = reception;
    this.metrics = signals;
    this.eventLog = new EventLog(log, System::currentTimeMillis);
    this.limits = new ConnectionLimits(rules, System::currentTimeMillis);
    this.tracker = new ConnectionTracker(limits, signals, eventLog, rules.trustedProxies());
  }

  /**
   * Listens from now on.
   *
   * @return the fingerprint of the host key
   * @throws IOException a sentence: the port is taken, the key cannot be read or made
   */
  public String start() throws IOException {
    SimpleGeneratorHostKeyProvider keys = loadHostKey();
    String fingerprint = fingerprint(keys);
    sshd.setKeyPairProvider(keys);
    sshd.setHost(config.host());
    sshd.setPort(config.port());
    Authentication.configure(sshd, config, eventLog);
    configureLimits();
    sshd.setForwardingFilter(RejectAllForwardingFilter.INSTANCE);
    sshd.setChannelFactories(List.of(new ReaderChannel.Factory(tracker)));
    sshd.setServiceFactories(
        List.of(ServerUserAuthServiceFactory.INSTANCE, new ChannelLimitService.Factory(tracker)));
    sshd.setSubsystemFactories(List.of());
    sshd.setAgentFactory(null);
    sshd.setShellFactory(channel -> new ReaderCommand(this, null));
    sshd.setCommandFactory((channel, command) -> new ReaderCommand(this, command));
    if (!config.trustedProxies().isEmpty())
      sshd.setServerProxyAcceptor(new ProxyProtocolAcceptor(tracker));
    sshd.addSessionListener(tracker);
    try {
      sshd.start();
    } catch (BindException e) {
      throw new IOException(
          config.host() + ":" + config.port() + ": cannot listen there: " + e.getMessage(), e);
    }
    timer = Thread.ofPlatform().daemon().name("timer").start(this::runTimer);
    eventLog.write("listening", "host", config.host(), "port", port(), "key", fingerprint);
    return fingerprint;
  }

  private SimpleGeneratorHostKeyProvider loadHostKey() throws IOException {
    Path file = config.hostKey().toAbsolutePath();
    try {
      Files.createDirectories(file.getParent());
    } catch (IOException e) {
      throw new IOException(
          file + ": there is no folder to keep the host key in" + HOST_KEY_REMEDY, e);
    }
    boolean there = Files.exists(file);
    SimpleGeneratorHostKeyProvider keys = hostKeyProvider(file);
    // a key that cannot be read or kept would be made anew at each start, and readers warned
    if (!fingerprint(keys).equals(fingerprint(hostKeyProvider(file)))) {
      String why = there ? ": is no host key that can be read" : ": the host key cannot be kept";
      throw new IOException(file + why + HOST_KEY_REMEDY);
    }
    return keys;
  }

  private static SimpleGeneratorHostKeyProvider hostKeyProvider(Path file) {
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
          config.hostKey() + ": the host key cannot be read: " + e.getMessage(), e);
    }
  }

  private void configureLimits() {
    CoreModuleProperties.TCP_NODELAY.set(sshd, true);
    CoreModuleProperties.SOCKET_KEEPALIVE.set(sshd, true);
    CoreModuleProperties.SOCKET_REUSEADDR.set(sshd, true);
    CoreModuleProperties.SOCKET_BACKLOG.set(sshd, 512);
    CoreModuleProperties.AUTH_TIMEOUT.set(sshd, LOGIN_TIMEOUT);
    CoreModuleProperties.MAX_AUTH_REQUESTS.set(sshd, 12);
    // our own timer lets readers go with a word; this one cuts the line
    CoreModuleProperties.IDLE_TIMEOUT.set(
        sshd, Duration.ofMillis(config.maxSessionMillis()).plusMinutes(5));
    CoreModuleProperties.NIO2_READ_TIMEOUT.set(
        sshd, Duration.ofMillis(config.maxSessionMillis()).plusMinutes(10));
    CoreModuleProperties.WAIT_FOR_SPACE_TIMEOUT.set(sshd, Duration.ofSeconds(20));
    // what may be typed ahead; a screen gives it back as it uses it
    CoreModuleProperties.WINDOW_SIZE.set(sshd, 16_384L);
    CoreModuleProperties.SERVER_IDENTIFICATION.set(
        sshd, IDENTIFICATION.substring("SSH-2.0-".length()));
  }

  /** Where it listens, also when it was asked to choose. */
  public int port() {
    return sshd.getPort();
  }

  /** Readers at this moment. */
  public int readerCount() {
    return limits.readerCount();
  }

  /** Bytes that wait for visitors who do not take them. */
  public long pendingOutputBytes() {
    return pendingOutput.get();
  }

  /** Whether it was asked to stop. */
  public boolean isDraining() {
    return draining;
  }

  /** Whether new readers are let in, and find something to read. */
  public boolean isReady() {
    return !draining && sshd.isStarted() && service.isReady();
  }

  /**
   * Lets everybody go with a word, keeps their places, gives their screens back; done within five
   * seconds.
   */
  public void drain() {
    draining = true;
    eventLog.write("draining", "readers", readerCount());
    for (ReaderCommand visit : commands) visit.hangUp(DisconnectReason.DRAINING);
    long until = nowMillis() + DRAIN_MILLIS;
    try {
      while (!commands.isEmpty() && nowMillis() < until) Thread.sleep(20);
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
      eventLog.write("error", "kind", "stop", "why", e.getMessage());
    }
    eventLog.write("stopped");
  }

  private void runTimer() {
    try {
      while (!draining) {
        Thread.sleep(TIMER_MILLIS);
        long now = nowMillis();
        for (ReaderCommand visit : commands) runIsolated(() -> visit.checkTimeouts(now, config));
        runIsolated(() -> tracker.disconnectExpired(now));
      }
    } catch (InterruptedException e) {
      // the server stops
    }
  }

  /** The timer goes on, whatever one visit does to it. */
  private void runIsolated(Runnable one) {
    try {
      one.run();
    } catch (RuntimeException e) {
      recordError("timer", e);
    }
  }

  // ── for visits ─────────────────────────────────────────────────────────────────────────

  long nowMillis() {
    return System.currentTimeMillis();
  }

  ServerMetrics metrics() {
    return metrics;
  }

  ReaderService service() {
    return service;
  }

  ScreenBudget screenBudget() {
    return screenBudget;
  }

  AtomicLong pendingOutput() {
    return pendingOutput;
  }

  Client newClient(ServerSession session, Map<String, String> env) {
    return new Client(
        clientIds.incrementAndGet(),
        ConnectionTracker.clientAddress(session),
        session.getAttribute(Authentication.KEY_FINGERPRINT),
        env);
  }

  /**
   * @return null when they may; else why not
   */
  RejectReason admitReader(ServerSession session, Client visitor, ReaderCommand visit) {
    RejectReason refusal =
        draining ? RejectReason.DRAINING : limits.acceptReader(visitor.address());
    if (refusal != null) {
      recordRejection(visitor, refusal.label);
      return refusal;
    }
    tracker.beginCommand(session);
    commands.add(visit);
    eventLog.write(
        "came",
        "visit",
        visitor.id(),
        "address",
        visitor.address(),
        "key",
        visitor.fingerprint(),
        "readers",
        readerCount());
    // the farewells of a drain that has begun meanwhile did not reach this one
    if (draining) visit.hangUp(DisconnectReason.DRAINING);
    return null;
  }

  /**
   * @param why null: they left by themselves
   */
  void removeReader(
      ServerSession session,
      Client visitor,
      ReaderCommand visit,
      long millis,
      DisconnectReason why) {
    limits.releaseReader(visitor.address());
    tracker.endCommand(session, nowMillis());
    commands.remove(visit);
    if (why != null) metrics.countDisconnect(why.label);
    eventLog.write(
        "left",
        "visit",
        visitor.id(),
        "millis",
        millis,
        "reason",
        why == null ? null : why.label,
        "readers",
        readerCount());
  }

  void recordRejection(Client visitor, String reason) {
    metrics.countRejection(reason);
    eventLog.write(
        "refused", "visit", visitor.id(), "address", visitor.address(), "reason", reason);
  }

  void recordWriteFailure(Client visitor, IOException e) {
    metrics.countError("write");
    eventLog.write("lost", "visit", visitor.id(), "why", e.getClass().getSimpleName());
  }

  void recordSessionError(Client visitor, Throwable e) {
    recordError("session", visitor.id(), e);
  }

  /**
   * Something went wrong inside: counted, and one line in the log. @param kind as in {@link
   * ServerMetrics#countError}
   */
  public void recordError(String kind, Throwable e) {
    recordError(kind, null, e);
  }

  private void recordError(String kind, Long visit, Throwable e) {
    metrics.countError(kind);
    StackTraceElement[] trace = e.getStackTrace();
    // the kind of exception and where, never its message, which may hold text of a post
    eventLog.write(
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
