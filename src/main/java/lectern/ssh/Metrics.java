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
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;

/**
 * The four signals as Prometheus text on {@code /metrics}, and {@code /healthz} and {@code /readyz}
 * for a balancer.
 */
public final class Metrics implements Signals, AutoCloseable {
  private static final Set<String> COMMANDS = Set.of("list", "tags", "show", "help");

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Timer keyToFrame =
      timer("lectern.key.to.frame", "From a key to the last byte of its frame");
  private final Timer loginToFrame =
      timer("lectern.login.to.first.frame", "From the log-in to the last byte of the first frame");
  private final Counter logins = registry.counter("lectern.logins");
  private final Counter keys = registry.counter("lectern.keys");
  private final Counter sent = Counter.builder("lectern.sent").baseUnit("bytes").register(registry);
  private HttpServer http;

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
  public void start(InetSocketAddress address, Server server, int limit) throws IOException {
    Gauge.builder("lectern.readers", server, Server::readers).register(registry);
    Gauge.builder("lectern.readers.limit", () -> limit).register(registry);
    Gauge.builder("lectern.output.held", server, Server::heldBytes)
        .baseUnit("bytes")
        .register(registry);
    for (String kind : new String[] {"session", "handshake", "write", "reload"})
      registry.counter("lectern.errors", "kind", kind);
    for (Refusal refusal : Refusal.values())
      registry.counter("lectern.refused", "reason", refusal.word);
    registry.counter("lectern.refused", "reason", "command");
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
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
    http.createContext("/metrics", exchange -> answer(exchange, 200, registry.scrape()));
    http.createContext("/healthz", exchange -> answer(exchange, 200, "ok\n"));
    http.createContext(
        "/readyz",
        exchange ->
            answer(
                exchange, server.ready() ? 200 : 503, server.ready() ? "ready\n" : "draining\n"));
    http.createContext(
        "/", exchange -> answer(exchange, 404, "there are /metrics, /healthz and /readyz\n"));
    http.start();
  }

  private static void answer(HttpExchange exchange, int code, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
    exchange.sendResponseHeaders(code, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    if (http != null) http.stop(0);
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
    registry
        .counter("lectern.commands", "command", COMMANDS.contains(word) ? word : "other")
        .increment();
  }

  @Override
  public void sent(long bytes) {
    sent.increment(bytes);
  }

  @Override
  public void error(String kind) {
    registry.counter("lectern.errors", "kind", kind).increment();
  }

  @Override
  public void refused(String reason) {
    registry.counter("lectern.refused", "reason", reason).increment();
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
