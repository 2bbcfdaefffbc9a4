package lectern.serve;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.function.DoubleSupplier;
import lectern.ssh.DisconnectReason;
import lectern.ssh.LecternServer;
import lectern.ssh.RejectReason;
import lectern.ssh.ServerMetrics;
import org.jspecify.annotations.Nullable;

/** The four golden signals of a server as Prometheus text, with health checks for a balancer. */
public final class PrometheusMetrics implements ServerMetrics, AutoCloseable {
  private static final double[] LATENCY_BUCKETS_SECONDS = {
    0.001, 0.002, 0.005, 0.010, 0.016, 0.025, 0.050, 0.100, 0.250, 0.500, 1, 5
  };

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final Histogram keyToFrame =
      histogram("lectern_key_to_frame_seconds", "From a key to the last byte of its frame");
  private final Histogram loginToFrame =
      histogram(
          "lectern_login_to_first_frame_seconds",
          "From the log-in to the last byte of the first frame");
  private final Counter logins = counter("lectern_logins", "Sessions that have logged in");
  private final Counter inputs = counter("lectern_keys", "Pieces of what was typed");
  private final Counter sentBytes =
      counter("lectern_sent_bytes", "What went out to readers, before it is encrypted");
  private final Counter commands =
      counter("lectern_commands", "Commands without a screen", "command");
  private final Counter errors = counter("lectern_errors", "What went wrong, by kind", "kind");
  private final Counter rejections =
      counter("lectern_refused", "Who or what was not let in, and why", "reason");
  private final Counter disconnects =
      counter("lectern_ended", "Visits that the server has ended, and why", "reason");
  private @Nullable MetricsServer metricsServer;

  private final Set<String> commandNames;

  /**
   * Every label value is exported from the start: an alert on a rate needs the zero before.
   *
   * @param commandNames of the commands that are counted by name; the others are {@code other}
   */
  public PrometheusMetrics(Collection<String> commandNames) {
    this.commandNames = Set.copyOf(commandNames);
    for (String command : commandNames) commands.initLabelValues(command);
    commands.initLabelValues("other");
    for (String kind :
        new String[] {"session", "handshake", "login", "protocol", "write", "reload"})
      errors.initLabelValues(kind);
    for (RejectReason reason : RejectReason.values()) rejections.initLabelValues(reason.label);
    rejections.initLabelValues("command");
    rejections.initLabelValues("long");
    for (DisconnectReason reason : DisconnectReason.values())
      disconnects.initLabelValues(reason.label);
  }

  // exemplars look for a tracer, whose classes are not shipped
  private Counter counter(String name, String help, String... labels) {
    return Counter.builder()
        .name(name)
        .help(help)
        .labelNames(labels)
        .withoutExemplars()
        .register(registry);
  }

  private Histogram histogram(String name, String help) {
    Histogram.Builder builder =
        Histogram.builder().classicOnly().classicUpperBounds(LATENCY_BUCKETS_SECONDS);
    return builder.name(name).help(help).withoutExemplars().register(registry);
  }

  static void registerGauge(
      PrometheusRegistry registry, String name, String help, DoubleSupplier value) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .callback(gauge -> gauge.call(value.getAsDouble()))
        .register(registry);
  }

  /**
   * Starts answering over HTTP.
   *
   * @param limit readers at once
   * @throws IOException a sentence, when the address cannot be listened on
   */
  public void start(InetSocketAddress address, LecternServer server, int limit) throws IOException {
    registerGauge(registry, "lectern_readers", "Readers at this moment", server::readerCount);
    registerGauge(
        registry, "lectern_readers_limit", "Readers that are let in at once", () -> limit);
    registerGauge(
        registry,
        "lectern_output_held_bytes",
        "Output that waits for clients who do not take it",
        server::pendingOutputBytes);
    JvmMetrics.register(registry);
    metricsServer = new MetricsServer(address, server, this::scrape);
  }

  /** All series in the Prometheus text format 0.0.4. */
  private String scrape() {
    ByteArrayOutputStream out = new ByteArrayOutputStream(16_384);
    try {
      PrometheusTextFormatWriter.create().write(out, registry.scrape());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  /** Port of the HTTP server, also when it was asked to choose. */
  int port() {
    return Objects.requireNonNull(metricsServer).port();
  }

  @Override
  public void close() {
    if (metricsServer != null) metricsServer.close();
  }

  @Override
  public void countLogin() {
    logins.inc();
  }

  @Override
  public void countInput(int count) {
    inputs.inc(count);
  }

  @Override
  public void countCommand(String word) {
    commands.labelValues(commandNames.contains(word) ? word : "other").inc();
  }

  @Override
  public void countSentBytes(long bytes) {
    sentBytes.inc(bytes);
  }

  @Override
  public void countError(String kind) {
    errors.labelValues(kind).inc();
  }

  @Override
  public void countRejection(String reason) {
    rejections.labelValues(reason).inc();
  }

  @Override
  public void countDisconnect(String reason) {
    disconnects.labelValues(reason).inc();
  }

  @Override
  public void recordKeyToFrame(long nanos) {
    keyToFrame.observe(nanos * 1e-9);
  }

  @Override
  public void recordLoginToFrame(long nanos) {
    loginToFrame.observe(nanos * 1e-9);
  }
}
