package lectern.ssh;

import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;
import org.apache.sshd.server.session.ServerUserAuthServiceFactory;
import org.jspecify.annotations.Nullable;

/** An SSH server for readers: screens and commands, but no shell, forwarding or subsystem. */
public final class LecternServer {
  private static final long DRAIN_MILLIS = 4000;

  /** Grace period for flushing output. */
  private static final long FLUSH_MILLIS = 100;

  private static final long TIMER_MILLIS = 200;

  private final ServerContext context;
  private final ConnectionLimits limits;
  private final ConnectionTracker tracker;
  private final ActiveClients clients;
  private final SshServer sshd = SshServer.setUpDefaultServer();
  private final ScreenBudget screenBudget = ScreenBudget.ofHeap(Runtime.getRuntime().maxMemory());
  private final AtomicLong pendingOutput = new AtomicLong();
  private @Nullable Thread timer;

  /**
   * A server that does not listen yet.
   *
   * @param log gets one line for each event
   */
  public LecternServer(
      ServerConfig config, ReaderService service, ServerMetrics metrics, PrintStream log) {
    this(config, service, metrics, log, System::currentTimeMillis);
  }

  LecternServer(
      ServerConfig config,
      ReaderService service,
      ServerMetrics metrics,
      PrintStream log,
      LongSupplier clock) {
    this.context = new ServerContext(config, service, metrics, new EventLog(log, clock), clock);
    this.limits = new ConnectionLimits(config, clock);
    this.tracker = new ConnectionTracker(context, limits);
    this.clients = new ActiveClients(context, limits, tracker);
  }

  /**
   * Starts listening.
   *
   * @return the fingerprint of the host key
   * @throws IOException a sentence, when the port is taken or a key file cannot be used
   */
  public String start() throws IOException {
    ServerConfig config = context.config();
    HostKey hostKey = HostKey.load(config.hostKey());
    sshd.setKeyPairProvider(hostKey.provider());
    sshd.setHost(config.host());
    sshd.setPort(config.port());
    Authentication.configure(sshd, context);
    configureLimits();
    configureChannels();
    sshd.addSessionListener(tracker);
    try {
      sshd.start();
    } catch (BindException e) {
      throw new IOException(
          config.host() + ":" + config.port() + ": cannot listen there: " + e.getMessage(), e);
    }
    timer = Thread.ofPlatform().daemon().name("timer").start(this::runTimer);
    context
        .log()
        .write("listening", "host", config.host(), "port", port(), "key", hostKey.fingerprint());
    return hostKey.fingerprint();
  }

  private void configureLimits() {
    Duration maxSession = Duration.ofMillis(context.config().maxSessionMillis());
    CoreModuleProperties.TCP_NODELAY.set(sshd, true);
    CoreModuleProperties.SOCKET_KEEPALIVE.set(sshd, true);
    CoreModuleProperties.SOCKET_REUSEADDR.set(sshd, true);
    CoreModuleProperties.SOCKET_BACKLOG.set(sshd, 512);
    CoreModuleProperties.AUTH_TIMEOUT.set(sshd, ConnectionTracker.LOGIN_TIMEOUT);
    CoreModuleProperties.MAX_AUTH_REQUESTS.set(sshd, 12);
    // our own timer ends a screen with a message before these cut the connection
    CoreModuleProperties.IDLE_TIMEOUT.set(sshd, maxSession.plusMinutes(5));
    CoreModuleProperties.NIO2_READ_TIMEOUT.set(sshd, maxSession.plusMinutes(10));
    CoreModuleProperties.WAIT_FOR_SPACE_TIMEOUT.set(sshd, Duration.ofSeconds(20));
    // bytes of input a client may send ahead; a screen releases them as it uses them
    CoreModuleProperties.WINDOW_SIZE.set(sshd, 16_384L);
    CoreModuleProperties.SERVER_IDENTIFICATION.set(
        sshd, RejectionPacket.IDENTIFICATION.substring("SSH-2.0-".length()));
  }

  private void configureChannels() {
    sshd.setForwardingFilter(RejectAllForwardingFilter.INSTANCE);
    sshd.setChannelFactories(List.of(new ClientChannel.Factory(tracker)));
    sshd.setServiceFactories(
        List.of(ServerUserAuthServiceFactory.INSTANCE, new ChannelLimitService.Factory(tracker)));
    sshd.setSubsystemFactories(List.of());
    sshd.setAgentFactory(null);
    sshd.setShellFactory(channel -> newCommand(null));
    sshd.setCommandFactory((channel, commandLine) -> newCommand(commandLine));
    if (!context.config().trustedProxies().isEmpty())
      sshd.setServerProxyAcceptor(new ProxyProtocolAcceptor(tracker));
  }

  private ClientCommand newCommand(@Nullable String commandLine) {
    return new ClientCommand(
        context, clients, screenBudget.new Allocation(), pendingOutput, commandLine);
  }

  /** The port listened on, also when the configuration left the choice to the system. */
  public int port() {
    return sshd.getPort();
  }

  /** Readers at this moment. */
  public int readerCount() {
    return limits.readerCount();
  }

  /** Bytes queued for slow clients. */
  public long pendingOutputBytes() {
    return pendingOutput.get();
  }

  /** Whether shutdown has begun. */
  public boolean isDraining() {
    return clients.isDraining();
  }

  /** Whether new readers are admitted, and find something to read. */
  public boolean isReady() {
    return !isDraining() && sshd.isStarted() && context.service().isReady();
  }

  /**
   * Stops within five seconds: ends each screen with a message, saves reading positions, restores
   * the terminals of the clients.
   */
  public void drain() {
    clients.startDraining();
    context.log().write("draining", "readers", readerCount());
    try {
      clients.hangUpAll(DRAIN_MILLIS);
      Thread.sleep(FLUSH_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    close();
  }

  /** Stops at once. */
  public void close() {
    clients.startDraining();
    if (timer != null) timer.interrupt();
    try {
      sshd.stop(true);
    } catch (IOException e) {
      context.log().write("error", "kind", "stop", "why", e.getMessage());
    }
    context.log().write("stopped");
  }

  private void runTimer() {
    try {
      while (!isDraining()) {
        Thread.sleep(TIMER_MILLIS);
        checkTimeouts();
      }
    } catch (InterruptedException e) {
      // the server stops
    }
  }

  /** One round of the timer. */
  void checkTimeouts() {
    clients.checkTimeouts();
    try {
      tracker.disconnectExpired();
    } catch (RuntimeException e) {
      context.recordError("timer", null, e);
    }
  }

  /**
   * Counts and logs an error.
   *
   * @param kind as in {@link ServerMetrics#countError}
   */
  public void recordError(String kind, Throwable e) {
    context.recordError(kind, null, e);
  }
}
