package lectern.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;
import lectern.ssh.DisconnectReason;
import lectern.ssh.LecternServer;
import lectern.ssh.RejectReason;
import lectern.ssh.ServerMetrics;

/**
 * The four signals as Prometheus text on {@code /metrics}, and {@code /healthz} and {@code /readyz}
 * for a balancer.
 */
public final class PrometheusMetrics implements ServerMetrics, AutoCloseable {
  private static final Logger JDK_HTTP_LOGGER = Logger.getLogger("com.sun.net.httpserver");
  private static final Set<String> COMMANDS = Set.of("list", "tags", "show", "help", "other");

  static {
    // the JDK's server waits for ever for the rest of a question, or for its answer to be taken
    System.setProperty("sun.net.httpserver.maxReqTime", "10");
    System.setProperty("sun.net.httpserver.maxRspTime", "30");
    // and logs to standard error, where our own lines are
    JDK_HTTP_LOGGER.setLevel(Level.OFF);
  }

  private final PrometheusMeterRegistry registry = newRegistry();
  private final Timer keyToFrame =
      timer("lectern.key.to.frame", "From a key to the last byte of its frame");
  private final Timer loginToFrame =
      timer("lectern.login.to.first.frame", "From the log-in to the last byte of the first frame");
  private final Counter logins = counter("lectern.logins", "Sessions that have logged in");
  private final Counter inputs = counter("lectern.keys", "Pieces of what was typed");
  private final Counter sentBytes =
      Counter.builder("lectern.sent")
          .description("What went out to readers, before it is encrypted")
          .baseUnit("bytes")
          .register(registry);
  private HttpServer httpServer;
  private ExecutorService executor;

  private static PrometheusMeterRegistry newRegistry() {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    // names that Prometheus advises against
    registry
        .config()
        .meterFilter(MeterFilter.denyNameStartsWith("process.cpu.time"))
        .meterFilter(MeterFilter.denyNameStartsWith("system.cpu.count"));
    return registry;
  }

  private Counter counter(String name, String description, String... tags) {
    return Counter.builder(name).description(description).tags(tags).register(registry);
  }

  private Counter commandCounter(String word) {
    return counter("lectern.commands", "Commands without a screen", "command", word);
  }

  private Counter errorCounter(String kind) {
    return counter("lectern.errors", "What went wrong, by kind", "kind", kind);
  }

  private Counter rejectionCounter(String reason) {
    return counter("lectern.refused", "Who or what was not let in, and why", "reason", reason);
  }

  private Counter disconnectCounter(String reason) {
    return counter("lectern.ended", "Visits that the server has ended, and why", "reason", reason);
  }

  private Timer timer(String name, String description) {
    return Timer.builder(name)
        .description(description)
        .serviceLevelObjectives(
            Duration.ofMillis(1),
            Duration.ofMillis(2),
            Duration.ofMillis(5),
            Duration.ofMillis(10),
            Duration.ofMillis(16),
            Duration.ofMillis(25),
            Duration.ofMillis(50),
            Duration.ofMillis(100),
            Duration.ofMillis(250),
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofSeconds(5))
        .register(registry);
  }

  /** Answers from now on. @throws IOException when nobody can listen there */
  public void start(InetSocketAddress address, LecternServer server, int limit) throws IOException {
    registerGauges(server, limit);
    registerJvmMetrics();
    try {
      httpServer = HttpServer.create(address, 16);
    } catch (IOException | RuntimeException e) {
      String place = address.getHostString() + ":" + address.getPort();
      throw new IOException(
          place
              + ": metrics cannot be served there: "
              + e.getMessage()
              + "; name another place with --metrics",
          e);
    }
    httpServer.createContext("/", exchange -> respond(exchange, server));
    executor = Executors.newVirtualThreadPerTaskExecutor();
    httpServer.setExecutor(executor);
    httpServer.start();
  }

  private void registerGauges(LecternServer server, int limit) {
    Gauge.builder("lectern.readers", server, LecternServer::readerCount)
        .description("Readers at this moment")
        .register(registry);
    Gauge.builder("lectern.readers.limit", () -> limit)
        .description("Readers that are let in at once")
        .register(registry);
    Gauge.builder("lectern.output.held", server, LecternServer::pendingOutputBytes)
        .description("Output that waits for clients who do not take it")
        .baseUnit("bytes")
        .register(registry);
    for (String command : COMMANDS) commandCounter(command);
    for (String kind :
        new String[] {"session", "handshake", "login", "protocol", "write", "reload"})
      errorCounter(kind);
    for (RejectReason refusal : RejectReason.values()) rejectionCounter(refusal.label);
    rejectionCounter("command");
    rejectionCounter("long");
    for (DisconnectReason parting : DisconnectReason.values()) disconnectCounter(parting.label);
  }

  /** Heap, threads, processor, descriptors. */
  private void registerJvmMetrics() {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
  }

  private void respond(HttpExchange exchange, LecternServer server) throws IOException {
    String method = exchange.getRequestMethod();
    if (!method.equals("GET") && !method.equals("HEAD")) {
      exchange.getResponseHeaders().set("Allow", "GET, HEAD");
      respond(exchange, 405, "nothing is taken here\n");
      return;
    }
    switch (exchange.getRequestURI().getPath()) {
      case "/metrics" -> respond(exchange, 200, registry.scrape());
      case "/healthz" -> respond(exchange, 200, "ok\n");
      case "/readyz" -> {
        String state =
            server.isReady()
                ? "ready\n"
                : server.isDraining() ? "draining\n" : "the posts cannot be read\n";
        respond(exchange, server.isReady() ? 200 : 503, state);
      }
      default -> respond(exchange, 404, "there are /metrics, /healthz and /readyz\n");
    }
  }

  private static void respond(HttpExchange exchange, int code, String text) throws IOException {
    try (exchange) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
      boolean head = exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(code, head ? -1 : bytes.length);
      if (!head) exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    if (httpServer != null) httpServer.stop(0);
    if (executor != null) executor.shutdownNow();
  }

  @Override
  public void countLogin() {
    logins.increment();
  }

  @Override
  public void countInput(int count) {
    inputs.increment(count);
  }

  @Override
  public void countCommand(String word) {
    commandCounter(COMMANDS.contains(word) ? word : "other").increment();
  }

  @Override
  public void countSentBytes(long bytes) {
    sentBytes.increment(bytes);
  }

  @Override
  public void countError(String kind) {
    errorCounter(kind).increment();
  }

  @Override
  public void countRejection(String reason) {
    rejectionCounter(reason).increment();
  }

  @Override
  public void countDisconnect(String reason) {
    disconnectCounter(reason).increment();
  }

  @Override
  public void recordKeyToFrame(long nanos) {
    keyToFrame.record(Duration.ofNanos(nanos));
  }

  @Override
  public void recordLoginToFrame(long nanos) {
    loginToFrame.record(Duration.ofNanos(nanos));
  }
}
