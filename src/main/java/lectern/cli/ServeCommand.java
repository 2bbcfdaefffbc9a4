package lectern.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lectern.serve.CommandRunner;
import lectern.serve.Console;
import lectern.serve.ForcedCommand;
import lectern.serve.LiveCatalog;
import lectern.serve.PrometheusMetrics;
import lectern.serve.RemoteReaderService;
import lectern.serve.WarmUp;
import lectern.ssh.CidrBlock;
import lectern.ssh.LecternServer;
import lectern.ssh.ServerConfig;
import lectern.ssh.ServerMetrics;
import lectern.terminal.ShutdownSignal;
import lectern.text.Sanitizer;
import lectern.userdata.XdgFolders;
import org.jspecify.annotations.Nullable;

/** {@code lectern serve}: the reader for others, over SSH. */
final class ServeCommand {
  private static final long REFRESH_MILLIS = 1500;

  /** Of {@code s}, {@code m}, {@code h} and {@code d}. */
  private static final long[] UNIT_MILLIS = {1000, 60_000, 3_600_000, 86_400_000};

  private final Invocation invocation;
  private final CommandContext context;
  private final List<Path> folders;
  private final LiveCatalog liveCatalog;

  /** None where there is no place for it. */
  private final @Nullable Path stateFolder;

  private final RemoteReaderService service;

  private ServeCommand(Invocation invocation, CommandContext context, CommandRunner commands) {
    this.invocation = invocation;
    this.context = context;
    this.folders = invocation.postFolders();
    String name = invocation.optionValue(CliOption.NAME);
    this.liveCatalog =
        new LiveCatalog(
            CatalogLoader.openLibrary(folders, context).confinedToFolder(),
            name == null ? null : Sanitizer.sanitize(name),
            invocation.hasOption(CliOption.DRAFTS));
    this.stateFolder = stateFolder(context.env());
    this.service = new RemoteReaderService(liveCatalog, stateFolder, commands);
  }

  /**
   * @param commands what readers may run
   */
  static int run(Invocation invocation, CommandContext context, CommandRunner commands)
      throws IOException {
    ServeCommand command = new ServeCommand(invocation, context, commands);
    if (invocation.hasOption(CliOption.STDIO)) return command.serveOneReader();
    command.serve();
    return ExitCode.OK;
  }

  private int serveOneReader() throws IOException {
    Console console =
        new Console(
            context.env(),
            context.inTty(),
            context.outTty(),
            context.columns(),
            context.out(),
            context.err());
    return new ForcedCommand(
            service,
            console,
            context::printError,
            durationMillis(CliOption.IDLE),
            durationMillis(CliOption.MAX_TIME))
        .run();
  }

  private void serve() throws IOException {
    ServerConfig config = serverConfig();
    String metricsAddress = invocation.optionValue(CliOption.METRICS);
    InetSocketAddress address = metricsAddress == null ? null : parseHostPort(metricsAddress);
    PrintStream log = new PrintStream(context.err(), true, StandardCharsets.UTF_8);
    try (PrometheusMetrics prometheus =
        address == null ? null : new PrometheusMetrics(service.commandNames())) {
      ServerMetrics metrics = prometheus == null ? ServerMetrics.NONE : prometheus;
      LecternServer server = new LecternServer(config, service, metrics, log);
      String fingerprint = start(server, prometheus, address, config.maxReaders());
      context.print(startupMessage(config.host(), server.port(), fingerprint));
      Thread.ofPlatform().daemon().name("warm-up").start(new WarmUp(service));
      runUntilSignalled(server, metrics);
    }
  }

  /**
   * @return the fingerprint of the host key
   */
  private static String start(
      LecternServer server,
      @Nullable PrometheusMetrics prometheus,
      @Nullable InetSocketAddress address,
      int limit) {
    try {
      // first: no message about a server that then fails to start
      if (prometheus != null && address != null) prometheus.start(address, server, limit);
      return server.start();
    } catch (IOException e) {
      throw new CommandException("serve: " + e.getMessage());
    }
  }

  private String startupMessage(String host, int port, String fingerprint) {
    String names = String.join(", ", folders.stream().map(Path::toString).toList());
    // a wildcard address cannot be connected to
    boolean all = host.equals("0.0.0.0") || host.equals("::");
    int posts = liveCatalog.catalog().entries().size();
    return """
    lectern serves %s (%d %s) on %s port %d
    host key %s
    read it with: ssh -p %d %s
    """
        .formatted(
            Sanitizer.sanitize(names),
            posts,
            posts == 1 ? "post" : "posts",
            host,
            port,
            fingerprint,
            port,
            all ? "HOST" : host);
  }

  /** Until TERM, INT or HUP; a second one ends the process at once. */
  private void runUntilSignalled(LecternServer server, ServerMetrics metrics) {
    ShutdownSignal shutdown = ShutdownSignal.listen();
    try {
      while (!shutdown.await(REFRESH_MILLIS)) {
        refresh(server, metrics);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    server.drain();
  }

  /** Errors of one reload are logged; the next reload still runs. */
  private void refresh(LecternServer server, ServerMetrics metrics) {
    try {
      if (!liveCatalog.refresh()) metrics.countError("reload");
    } catch (RuntimeException | StackOverflowError e) {
      server.recordError("reload", e);
    }
  }

  /** systemd's {@code $STATE_DIRECTORY}, else by the XDG rules, where there is a home. */
  private static @Nullable Path stateFolder(Map<String, String> env) {
    String named = env.getOrDefault("STATE_DIRECTORY", "");
    if (named.startsWith("/")) return Path.of(named);
    return XdgFolders.state(env);
  }

  private ServerConfig serverConfig() {
    Path hostKey = hostKeyFile();
    String readerKeys = invocation.optionValue(CliOption.AUTHORIZED_KEYS);
    return new ServerConfig(
        invocation.valueOrDefault(CliOption.HOST),
        invocation.intValue(CliOption.PORT, 0, 65_535),
        hostKey,
        readerKeys == null ? null : invocation.resolvePath(readerKeys),
        invocation.intValue(CliOption.MAX_READERS, 1, 100_000),
        invocation.intValue(CliOption.MAX_PER_ADDRESS, 1, 100_000),
        durationMillis(CliOption.IDLE),
        durationMillis(CliOption.MAX_TIME),
        trustedProxies());
  }

  private Path hostKeyFile() {
    String named = invocation.optionValue(CliOption.HOST_KEY);
    if (named != null) return invocation.resolvePath(named);
    if (stateFolder != null) return stateFolder.resolve("host-key");
    throw new CommandException(
        "serve: there is no home to keep the host key in; name a file with --host-key");
  }

  /** {@code 90s}, {@code 30m}, {@code 12h}, {@code 1d}; a bare number is seconds. */
  private long durationMillis(CliOption option) {
    String text = invocation.valueOrDefault(option);
    int last = text.length() - 1;
    int unit = last < 0 ? -1 : "smhd".indexOf(text.charAt(last));
    try {
      long number = Long.parseLong(unit < 0 ? text : text.substring(0, last));
      if (number > 0 && number < 1_000_000) return number * UNIT_MILLIS[Math.max(0, unit)];
    } catch (NumberFormatException none) {
      // falls through to the error below
    }
    throw invocation.invalidValue(option, "is not a time; write it as 30m or 12h");
  }

  private List<CidrBlock> trustedProxies() {
    List<CidrBlock> networks = new ArrayList<>();
    String value = invocation.optionValue(CliOption.PROXY_FROM);
    if (value == null) return networks;
    for (String network : value.split(",")) {
      if (network.isBlank()) continue;
      try {
        networks.add(CidrBlock.parse(network.strip()));
      } catch (IllegalArgumentException e) {
        throw Invocation.invalidValue(
            CliOption.PROXY_FROM, network, "is not a network; write it as 10.0.0.0/8");
      }
    }
    return networks;
  }

  private InetSocketAddress parseHostPort(String text) {
    int colon = text.lastIndexOf(':');
    try {
      return new InetSocketAddress(
          text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    } catch (RuntimeException e) {
      throw invocation.invalidValue(
          CliOption.METRICS, "is not HOST:PORT; write it as 127.0.0.1:9464");
    }
  }
}
