package lectern.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import lectern.ssh.Client;
import lectern.ssh.DisconnectReason;
import lectern.ssh.LecternServer;
import lectern.ssh.ReaderService;
import lectern.ssh.RejectReason;
import lectern.ssh.ServerConfig;
import lectern.terminal.Terminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrometheusMetricsTest {
  private static final InetSocketAddress ANY_PORT = new InetSocketAddress("127.0.0.1", 0);

  @TempDir Path folder;
  private final PrometheusMetrics metrics =
      new PrometheusMetrics(List.of("list", "tags", "show", "help"));
  private volatile boolean ready = true;
  private LecternServer server;
  private HttpClient client;

  private final ReaderService service =
      new ReaderService() {
        @Override
        public String runScreen(Client client, Terminal terminal, Consumer<Throwable> errors) {
          return "";
        }

        @Override
        public int runCommand(
            List<String> args, Client client, int columns, OutputStream out, OutputStream err) {
          return 0;
        }

        @Override
        public boolean isReady() {
          return ready;
        }
      };

  @BeforeEach
  void start() throws IOException {
    ServerConfig config =
        new ServerConfig("127.0.0.1", 0, folder.resolve("key"), null, 7, 1, 1000, 1000, List.of());
    server =
        new LecternServer(
            config, service, metrics, new PrintStream(OutputStream.nullOutputStream()));
    server.start();
    metrics.start(ANY_PORT, server, 7);
    client = HttpClient.newHttpClient();
  }

  @AfterEach
  void stop() {
    client.close();
    metrics.close();
    server.close();
  }

  private HttpResponse<String> send(String method, String path) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + metrics.port() + path);
    return client.send(
        HttpRequest.newBuilder(uri).method(method, BodyPublishers.noBody()).build(),
        BodyHandlers.ofString());
  }

  private Set<String> samples() throws Exception {
    return send("GET", "/metrics")
        .body()
        .lines()
        .filter(line -> !line.startsWith("#"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void assertSample(String sample) throws Exception {
    Set<String> samples = samples();
    assertTrue(samples.contains(sample), () -> sample + " is not in " + samples);
  }

  @Test
  void everySeriesIsThereFromTheStart() throws Exception {
    assertSample("lectern_readers 0.0");
    assertSample("lectern_readers_limit 7.0");
    assertSample("lectern_output_held_bytes 0.0");
    assertSample("lectern_logins_total 0.0");
    assertSample("lectern_keys_total 0.0");
    assertSample("lectern_sent_bytes_total 0.0");
    assertSample("lectern_key_to_frame_seconds_count 0");
    assertSample("lectern_login_to_first_frame_seconds_sum 0.0");
    for (String command : new String[] {"list", "tags", "show", "help", "other"})
      assertSample("lectern_commands_total{command=\"" + command + "\"} 0.0");
    for (String kind :
        new String[] {"session", "handshake", "login", "protocol", "write", "reload"})
      assertSample("lectern_errors_total{kind=\"" + kind + "\"} 0.0");
    for (RejectReason reason : RejectReason.values())
      assertSample("lectern_refused_total{reason=\"" + reason.label + "\"} 0.0");
    for (DisconnectReason reason : DisconnectReason.values())
      assertSample("lectern_ended_total{reason=\"" + reason.label + "\"} 0.0");
  }

  @Test
  void eventsAreCounted() throws Exception {
    metrics.countLogin();
    metrics.countInput(3);
    metrics.countSentBytes(1000);
    metrics.countCommand("show");
    metrics.countCommand("rm");
    metrics.countError("reload");
    metrics.countRejection("command");
    metrics.countDisconnect("idle");
    assertSample("lectern_logins_total 1.0");
    assertSample("lectern_keys_total 3.0");
    assertSample("lectern_sent_bytes_total 1000.0");
    assertSample("lectern_commands_total{command=\"show\"} 1.0");
    assertSample("lectern_commands_total{command=\"other\"} 1.0");
    assertSample("lectern_errors_total{kind=\"reload\"} 1.0");
    assertSample("lectern_refused_total{reason=\"command\"} 1.0");
    assertSample("lectern_ended_total{reason=\"idle\"} 1.0");
  }

  @Test
  void timesFallIntoTheirBuckets() throws Exception {
    metrics.recordKeyToFrame(17_000_000);
    metrics.recordLoginToFrame(9_000_000_000L);
    assertSample("lectern_key_to_frame_seconds_bucket{le=\"0.016\"} 0");
    assertSample("lectern_key_to_frame_seconds_bucket{le=\"0.025\"} 1");
    assertSample("lectern_key_to_frame_seconds_bucket{le=\"+Inf\"} 1");
    assertSample("lectern_login_to_first_frame_seconds_bucket{le=\"5.0\"} 0");
    assertSample("lectern_login_to_first_frame_seconds_count 1");
    List<String> bounds =
        samples().stream()
            .filter(sample -> sample.startsWith("lectern_key_to_frame_seconds_bucket"))
            .map(sample -> sample.split("\"")[1])
            .toList();
    assertEquals(
        new TreeSet<>(
            Arrays.asList(
                "0.001 0.002 0.005 0.01 0.016 0.025 0.05 0.1 0.25 0.5 1.0 5.0 +Inf".split(" "))),
        new TreeSet<>(bounds));
  }

  @Test
  void theProcessIsMeasured() throws Exception {
    Set<String> names =
        samples().stream()
            .map(sample -> sample.split("[{ ]")[0])
            .collect(Collectors.toCollection(TreeSet::new));
    for (String name :
        """
        jvm_memory_used_bytes jvm_memory_committed_bytes jvm_memory_max_bytes
        jvm_threads_live_threads jvm_threads_daemon_threads jvm_threads_peak_threads
        jvm_threads_states_threads jvm_threads_started_threads_total jvm_buffer_count_buffers
        process_cpu_usage process_files_open_files process_files_max_files system_cpu_usage
        system_load_average_1m
        """
            .split("\\s+")) assertTrue(names.contains(name), name);
    assertTrue(
        samples().stream().anyMatch(s -> s.startsWith("jvm_memory_used_bytes{area=\"heap\",id=")));
  }

  @Test
  void healthAndReadiness() throws Exception {
    assertEquals("ok\n", send("GET", "/healthz").body());
    assertEquals("ready\n", send("GET", "/readyz").body());
    ready = false;
    HttpResponse<String> response = send("GET", "/readyz");
    assertEquals("the posts cannot be read\n", response.body());
    assertEquals(503, response.statusCode());
    server.close();
    assertEquals("draining\n", send("GET", "/readyz").body());
  }

  @Test
  void otherQuestionsAreRefused() throws Exception {
    HttpResponse<String> post = send("POST", "/metrics");
    assertEquals(405, post.statusCode());
    assertEquals("GET, HEAD", post.headers().firstValue("Allow").orElse(""));
    assertEquals(404, send("GET", "/").statusCode());
    HttpResponse<String> head = send("HEAD", "/healthz");
    assertEquals(200, head.statusCode());
    assertEquals("", head.body());
  }

  @Test
  void anAddressThatIsTakenIsSaid() {
    PrometheusMetrics second = new PrometheusMetrics(List.of("list", "tags", "show", "help"));
    InetSocketAddress taken = new InetSocketAddress("127.0.0.1", metrics.port());
    IOException e = assertThrows(IOException.class, () -> second.start(taken, server, 1));
    assertTrue(
        e.getMessage()
            .startsWith("127.0.0.1:" + metrics.port() + ": metrics cannot be served there: "));
    assertTrue(e.getMessage().endsWith("; name another place with --metrics"), e.getMessage());
  }
}
