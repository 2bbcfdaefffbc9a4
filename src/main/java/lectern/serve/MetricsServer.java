package lectern.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import lectern.ssh.LecternServer;

/** Answers {@code /metrics}, {@code /healthz} and {@code /readyz} over HTTP. */
final class MetricsServer implements AutoCloseable {
  private static final Logger JDK_HTTP_LOGGER = Logger.getLogger("com.sun.net.httpserver");

  static {
    // seconds; the JDK's server sets no limit to reading a request or writing a response
    System.setProperty("sun.net.httpserver.maxReqTime", "10");
    System.setProperty("sun.net.httpserver.maxRspTime", "30");
    // and logs to standard error, where the event log goes
    JDK_HTTP_LOGGER.setLevel(Level.OFF);
  }

  private final LecternServer server;
  private final Supplier<String> scrape;
  private final HttpServer httpServer;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * Starts answering.
   *
   * @param scrape the text of {@code /metrics}
   * @throws IOException a sentence, when the address cannot be listened on
   */
  MetricsServer(InetSocketAddress address, LecternServer server, Supplier<String> scrape)
      throws IOException {
    this.server = server;
    this.scrape = scrape;
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
    httpServer.createContext("/", this::respond);
    httpServer.setExecutor(executor);
    httpServer.start();
  }

  int port() {
    return httpServer.getAddress().getPort();
  }

  private void respond(HttpExchange exchange) throws IOException {
    String method = exchange.getRequestMethod();
    if (!method.equals("GET") && !method.equals("HEAD")) {
      exchange.getResponseHeaders().set("Allow", "GET, HEAD");
      respond(exchange, 405, "nothing is taken here\n");
      return;
    }
    switch (exchange.getRequestURI().getPath()) {
      case "/metrics" -> respond(exchange, 200, scrape.get());
      case "/healthz" -> respond(exchange, 200, "ok\n");
      case "/readyz" -> respondReady(exchange);
      default -> respond(exchange, 404, "there are /metrics, /healthz and /readyz\n");
    }
  }

  private void respondReady(HttpExchange exchange) throws IOException {
    if (server.isReady()) respond(exchange, 200, "ready\n");
    else respond(exchange, 503, server.isDraining() ? "draining\n" : "the posts cannot be read\n");
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
    httpServer.stop(0);
    executor.shutdownNow();
  }
}
