package lectern.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lectern.post.Catalog;
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

/** {@code lectern serve}. */
final class ServeCommand {
  private static final long REFRESH_MILLIS = 1500;

  private final Invocation invocation;
  private final CommandContext context;

  private ServeCommand(Invocation call, CommandContext around) {
    this.invocation = call;
    this.context = around;
  }

  static int run(Invocation call, CommandContext around) throws IOException {
    return new ServeCommand(call, around).run();
  }

  private int run() throws IOException {
    List<Path> folders = invocation.postFolders();
    String name =
        invocation.hasOption(CliOption.NAME)
            ? Sanitizer.sanitize(invocation.optionValue(CliOption.NAME))
            : null;
    LiveCatalog served =
        new LiveCatalog(
            CatalogLoader.openLibrary(folders, context).confinedToFolder(),
            name,
            invocation.hasOption(CliOption.DRAFTS));
    Path state = stateFolder();
    if (invocation.hasOption(CliOption.STDIO))
      return new ForcedCommand(
              new RemoteReaderService(served, state, Cli::runRemote),
              new Console(
                  context.env(),
                  context.inTty(),
                  context.outTty(),
                  context.columns(),
                  context.out(),
                  context.err()),
              sentence -> ErrorOutput.print(sentence, context),
              idleTimeoutMillis(),
              maxSessionMillis())
          .run();
    ServerConfig rules = serverConfig(state);
    InetSocketAddress metrics =
        invocation.hasOption(CliOption.METRICS)
            ? parseHostPort(invocation.optionValue(CliOption.METRICS))
            : null;
    PrintStream log = new PrintStream(context.err(), true, StandardCharsets.UTF_8);
    PrometheusMetrics signals = metrics == null ? null : new PrometheusMetrics();
    RemoteReaderService desks = new RemoteReaderService(served, state, Cli::runRemote);
    LecternServer server =
        new LecternServer(rules, desks, signals == null ? ServerMetrics.NONE : signals, log);
    String fingerprint;
    try {
      // first, so that nobody is told of a server that then does not come up
      if (signals != null) signals.start(metrics, server, rules.maxReaders());
      fingerprint = server.start();
    } catch (IOException e) {
      if (signals != null) signals.close();
      throw new CommandException("serve: " + e.getMessage());
    }
    String where =
        startupMessage(rules.host(), server.port(), fingerprint, served.catalog(), folders);
    context.out().write(where.getBytes(StandardCharsets.UTF_8));
    context.out().flush();
    Thread.ofPlatform().daemon().name("first-reader").start(new WarmUp(desks));
    runUntilSignalled(server, served, signals == null ? ServerMetrics.NONE : signals);
    if (signals != null) signals.close();
    return Cli.EXIT_OK;
  }

  private static String startupMessage(
      String host, int port, String fingerprint, Catalog catalog, List<Path> folders) {
    String names = String.join(", ", folders.stream().map(Path::toString).toList());
    // an address that stands for all of them is no place to go to
    boolean all = host.equals("0.0.0.0") || host.equals("::");
    int posts = catalog.entries().size();
    return "lectern serves "
        + Sanitizer.sanitize(names)
        + " ("
        + posts
        + (posts == 1 ? " post" : " posts")
        + ") on "
        + host
        + " port "
        + port
        + "\nhost key "
        + fingerprint
        + "\nread it with: ssh -p "
        + port
        + " "
        + (all ? "HOST" : host)
        + "\n";
  }

  /** Until TERM, INT or HUP; a second one ends the process at once. */
  private static void runUntilSignalled(
      LecternServer server, LiveCatalog served, ServerMetrics signals) {
    ShutdownSignal shutdown = ShutdownSignal.listen();
    try {
      while (!shutdown.await(REFRESH_MILLIS)) {
        refresh(server, served, signals);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    server.drain();
  }

  /** Whatever goes wrong with one reading of the folder, the next one comes. */
  private static void refresh(LecternServer server, LiveCatalog served, ServerMetrics signals) {
    try {
      if (!served.refresh()) signals.countError("reload");
    } catch (RuntimeException | StackOverflowError e) {
      server.recordError("reload", e);
    }
  }

  private Path stateFolder() {
    String named = context.env().getOrDefault("STATE_DIRECTORY", "");
    if (named.startsWith("/")) return Path.of(named);
    String xdg = context.env().getOrDefault("XDG_STATE_HOME", "");
    if (xdg.startsWith("/")) return Path.of(xdg, "lectern");
    String home = context.env().getOrDefault("HOME", "");
    return home.isEmpty() ? null : Path.of(home, ".local/state/lectern");
  }

  private ServerConfig serverConfig(Path state) {
    Path key =
        invocation.hasOption(CliOption.HOST_KEY)
            ? invocation.resolvePath(invocation.optionValue(CliOption.HOST_KEY))
            : state == null ? null : state.resolve("host-key");
    if (key == null)
      throw new CommandException(
          "serve: there is no home to keep the host key in; name a file with --host-key");
    return new ServerConfig(
        invocation.optionValue(CliOption.HOST, "127.0.0.1"),
        invocation.intValue(CliOption.PORT, 0, 65_535, 2222),
        key,
        invocation.hasOption(CliOption.AUTHORIZED_KEYS)
            ? invocation.resolvePath(invocation.optionValue(CliOption.AUTHORIZED_KEYS))
            : null,
        invocation.intValue(CliOption.MAX_READERS, 1, 100_000, 500),
        invocation.intValue(CliOption.MAX_PER_ADDRESS, 1, 100_000, 20),
        idleTimeoutMillis(),
        maxSessionMillis(),
        trustedProxies());
  }

  private long idleTimeoutMillis() {
    return durationMillis(CliOption.IDLE, 30 * 60_000L);
  }

  private long maxSessionMillis() {
    return durationMillis(CliOption.MAX_TIME, 12 * 3_600_000L);
  }

  /** {@code 90s}, {@code 30m}, {@code 12h}, {@code 1d}; a bare number is seconds. */
  private long durationMillis(CliOption flag, long otherwise) {
    String text = invocation.optionValue(flag);
    if (text == null) return otherwise;
    int last = text.length() - 1;
    long unit =
        last < 0
            ? 0
            : switch (text.charAt(last)) {
              case 's' -> 1000L;
              case 'm' -> 60_000L;
              case 'h' -> 3_600_000L;
              case 'd' -> 86_400_000L;
              default -> 0;
            };
    try {
      long number = Long.parseLong(unit == 0 ? text : text.substring(0, last));
      if (number > 0 && number < 1_000_000) return number * (unit == 0 ? 1000 : unit);
    } catch (NumberFormatException none) {
      // said below
    }
    throw new UsageException(
        "option --"
            + flag.longName
            + ": \""
            + Sanitizer.sanitize(text)
            + "\" is not a time; write it as 30m or 12h");
  }

  private List<CidrBlock> trustedProxies() {
    List<CidrBlock> out = new ArrayList<>();
    for (String one : invocation.optionValue(CliOption.PROXY_FROM, "").split(",")) {
      if (one.isBlank()) continue;
      try {
        out.add(CidrBlock.parse(one.strip()));
      } catch (IllegalArgumentException e) {
        throw new UsageException(
            "option --proxy-from: \""
                + Sanitizer.sanitize(one)
                + "\" is not a network; write it as 10.0.0.0/8");
      }
    }
    return out;
  }

  private static InetSocketAddress parseHostPort(String text) {
    int colon = text.lastIndexOf(':');
    try {
      return new InetSocketAddress(
          text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    } catch (RuntimeException e) {
      throw new UsageException(
          "option --metrics: \""
              + Sanitizer.sanitize(text)
              + "\" is not HOST:PORT; write it as 127.0.0.1:9464");
    }
  }
}
