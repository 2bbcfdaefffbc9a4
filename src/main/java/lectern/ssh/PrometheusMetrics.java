package lectern.ssh;

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

/**
 * The four signals as Prometheus text on {@code /metrics}, and {@code /healthz} and {@code /readyz}
 * for a balancer.
 */
public final class PrometheusMetrics implements ServerMetrics, AutoCloseable {
  private static final Logger JDK = Logger.getLogger("com.sun.net.httpserver");
  private static final Set<String> COMMANDS = Set.of("list", "tags", "show", "help", "other");

  static {
    // the JDK's server waits for ever for the rest of a question, or for its answer to be taken
    System.setProperty("sun.net.httpserver.maxReqTime", "10");
    System.setProperty("sun.net.httpserver.maxRspTime", "30");
    // and logs to standard error, where our own lines are
    JDK.setLevel(Level.OFF);
  }

  private final PrometheusMeterRegistry registry = registry();
  private final Timer keyToFrame =
      timer("lectern.key.to.frame", "From a key to the last byte of its frame");
  private final Timer loginToFrame =
      timer("lectern.login.to.first.frame", "From the log-in to the last byte of the first frame");
  private final Counter logins = counter("lectern.logins", "Sessions that have logged in");
  private final Counter keys = counter("lectern.keys", "Pieces of what was typed");
  private final Counter sent =
      Counter.builder("lectern.sent")
          .description("What went out to readers, before it is encrypted")
          .baseUnit("bytes")
          .register(registry);
  private HttpServer http;
  private ExecutorService answering;

  private static PrometheusMeterRegistry registry() {
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

  private Counter commands(String word) {
    return counter("lectern.commands", "Commands without a screen", "command", word);
  }

  private Counter errors(String kind) {
    return counter("lectern.errors", "What went wrong, by kind", "kind", kind);
  }

  private Counter refusals(String reason) {
    return counter("lectern.refused", "Who or what was not let in, and why", "reason", reason);
  }

  private Counter ends(String reason) {
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
    gauges(server, limit);
    machine();
    try {
      http = HttpServer.create(address, 16);
    } catch (IOException | RuntimeException e) {
      String place = address.getHostString() + ":" + address.getPort();
      throw new IOException(
          place
              + ": metrics cannot be served there: "
              + e.getMessage()
              + "; name another place with --metrics",
          e);
    }
    http.createContext("/", exchange -> answer(exchange, server));
    answering = Executors.newVirtualThreadPerTaskExecutor();
    http.setExecutor(answering);
    http.start();
  }

  private void gauges(LecternServer server, int limit) {
    Gauge.builder("lectern.readers", server, LecternServer::readers)
        .description("Readers at this moment")
        .register(registry);
    Gauge.builder("lectern.readers.limit", () -> limit)
        .description("Readers that are let in at once")
        .register(registry);
    Gauge.builder("lectern.output.held", server, LecternServer::heldBytes)
        .description("Output that waits for clients who do not take it")
        .baseUnit("bytes")
        .register(registry);
    for (String command : COMMANDS) commands(command);
    for (String kind :
        new String[] {"session", "handshake", "login", "protocol", "write", "reload"}) errors(kind);
    for (RejectReason refusal : RejectReason.values()) refusals(refusal.word);
    refusals("command");
    refusals("long");
    for (DisconnectReason parting : DisconnectReason.values()) ends(parting.word);
  }

  /** Heap, threads, processor, descriptors. */
  private void machine() {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
  }

  private void answer(HttpExchange exchange, LecternServer server) throws IOException {
    String method = exchange.getRequestMethod();
    if (!method.equals("GET") && !method.equals("HEAD")) {
      exchange.getResponseHeaders().set("Allow", "GET, HEAD");
      answer(exchange, 405, "nothing is taken here\n");
      return;
    }
    switch (exchange.getRequestURI().getPath()) {
      case "/metrics" -> answer(exchange, 200, registry.scrape());
      case "/healthz" -> answer(exchange, 200, "ok\n");
      case "/readyz" -> {
        String state =
            server.ready()
                ? "ready\n"
                : server.isDraining() ? "draining\n" : "the posts cannot be read\n";
        answer(exchange, server.ready() ? 200 : 503, state);
      }
      default -> answer(exchange, 404, "there are /metrics, /healthz and /readyz\n");
    }
  }

  private static void answer(HttpExchange exchange, int code, String text) throws IOException {
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
    if (http != null) http.stop(0);
    if (answering != null) answering.shutdownNow();
  }

  @Override
  public void loggedIn() {
    logins.increment();
  }

  @Override
  public void key(int count) {
    keys.increment(count);
  }

  @Override
  public void command(String word) {
    commands(COMMANDS.contains(word) ? word : "other").increment();
  }

  @Override
  public void sent(long bytes) {
    sent.increment(bytes);
  }

  @Override
  public void error(String kind) {
    errors(kind).increment();
  }

  @Override
  public void refused(String reason) {
    refusals(reason).increment();
  }

  @Override
  public void ended(String reason) {
    ends(reason).increment();
  }

  @Override
  public void keyToFrame(long nanos) {
    keyToFrame.record(Duration.ofNanos(nanos));
  }

  @Override
  public void loginToFrame(long nanos) {
    loginToFrame.record(Duration.ofNanos(nanos));
  }
}
