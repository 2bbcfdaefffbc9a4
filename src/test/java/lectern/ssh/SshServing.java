package lectern.ssh;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import lectern.terminal.Terminal;
import lectern.text.Line;
import lectern.ui.Event;
import lectern.ui.Frame;
import lectern.ui.Key;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ClientChannel;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.core.CoreModuleProperties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A server in this process, with a service of the tests behind it and the library's own client. */
abstract class SshServing {
  static final long SECONDS = 20;

  @TempDir static Path keys;
  static KeyPair key;
  static KeyPair otherKey;

  @TempDir Path folder;
  final FakeService service = new FakeService();
  final CountingMetrics metrics = new CountingMetrics();
  final AtomicLong now = new AtomicLong(1_700_000_000_000L);
  final SshClient client = SshClient.setUpDefaultClient();
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  LecternServer server;

  @BeforeAll
  static void generateKeys() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    key = generator.generateKeyPair();
    otherKey = generator.generateKeyPair();
    // for all tests: each would have to generate its own
    HostKey.load(keys.resolve("host-key"));
  }

  @BeforeEach
  void startClient() {
    client.setServerKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE);
    client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
    client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
    CoreModuleProperties.PREFERRED_AUTHS.set(client, "none,publickey,keyboard-interactive");
    client.start();
  }

  @AfterEach
  void stop() {
    client.stop();
    if (server != null) server.close();
  }

  /** As the command line's defaults are. */
  static ServerConfig config(Path authorizedKeys, int maxReaders, int perAddress, String proxies) {
    return new ServerConfig(
        "127.0.0.1",
        0,
        keys.resolve("host-key"),
        authorizedKeys,
        maxReaders,
        perAddress,
        30 * 60_000L,
        12 * 3_600_000L,
        proxies.isEmpty() ? List.of() : List.of(CidrBlock.parse(proxies)));
  }

  LecternServer serve() throws IOException {
    return serve(config(null, 500, 20, ""));
  }

  LecternServer serve(ServerConfig config) throws IOException {
    PrintStream lines = new PrintStream(log, true, StandardCharsets.UTF_8);
    server = new LecternServer(config, service, metrics, lines, now::get);
    server.start();
    return server;
  }

  /** What the server has logged so far. */
  String log() {
    return log.toString(StandardCharsets.UTF_8);
  }

  /** A session that is authenticated without a key. */
  ClientSession connect(String user) throws IOException {
    ClientSession session = open(user);
    return authenticate(session);
  }

  /** Closes it when that fails. */
  static ClientSession authenticate(ClientSession session) throws IOException {
    try {
      session.auth().verify(SECONDS, TimeUnit.SECONDS);
      return session;
    } catch (IOException e) {
      session.close(true).await(SECONDS, TimeUnit.SECONDS);
      throw e;
    }
  }

  ClientSession open(String user) throws IOException {
    return client
        .connect(user, "127.0.0.1", server.port())
        .verify(SECONDS, TimeUnit.SECONDS)
        .getSession();
  }

  record Result(String out, String err, Integer code) {}

  /** Runs one command in a session of its own. */
  Result run(String command) throws IOException {
    try (ClientSession session = connect("reader")) {
      return run(session.createExecChannel(command));
    }
  }

  /** Opens a channel and waits until it is closed. */
  static Result run(ClientChannel channel) throws IOException {
    try (channel) {
      Output output = Output.of(channel);
      channel.open().verify(SECONDS, TimeUnit.SECONDS);
      return output.awaitClosed();
    }
  }

  /** What a channel has received. */
  record Output(ClientChannel channel, ByteArrayOutputStream out, ByteArrayOutputStream err) {
    static Output of(ClientChannel channel) {
      Output output = new Output(channel, new ByteArrayOutputStream(), new ByteArrayOutputStream());
      channel.setOut(output.out);
      channel.setErr(output.err);
      return output;
    }

    Result awaitClosed() {
      channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), TimeUnit.SECONDS.toMillis(SECONDS));
      return new Result(
          out.toString(StandardCharsets.UTF_8),
          err.toString(StandardCharsets.UTF_8),
          channel.getExitStatus());
    }

    void type(String keys) throws IOException {
      channel.getInvertedIn().write(keys.getBytes(StandardCharsets.UTF_8));
      channel.getInvertedIn().flush();
    }
  }

  /** Waits for what no event tells of; fails when it does not come. */
  static void await(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (!condition.getAsBoolean() && System.nanoTime() < deadline) Thread.yield();
    assertTrue(condition.getAsBoolean(), what);
  }

  /** Screens deliver their events to the test; commands echo their arguments. */
  static final class FakeService implements ReaderService {
    final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    final BlockingQueue<Client> clients = new LinkedBlockingQueue<>();
    final BlockingQueue<Terminal> terminals = new LinkedBlockingQueue<>();
    final CountDownLatch release = new CountDownLatch(1);
    volatile boolean ready = true;

    @Override
    public String runScreen(Client client, Terminal terminal, Consumer<Throwable> errors) {
      clients.add(client);
      terminal.show(Frame.of(List.of(Line.of("Hello reader"))));
      terminals.add(terminal);
      while (true) {
        Event event = terminal.next(-1);
        events.add(event);
        if (event instanceof Event.Disconnected gone) return gone.reason();
        if (event instanceof Event.KeyPressed pressed) {
          if (pressed.key().equals(Key.of("q"))) return "";
          if (pressed.key().equals(Key.of("x")))
            errors.accept(new IllegalStateException("text of a post"));
          terminal.show(Frame.of(List.of(Line.of("Typed " + pressed.key()))));
          if (pressed.key().equals(Key.of("X"))) throw new IllegalStateException("text of a post");
        }
      }
    }

    @Override
    public int runCommand(
        List<String> args, Client client, int columns, OutputStream out, OutputStream err) {
      clients.add(client);
      try {
        if (args.getFirst().equals("unknown")) {
          err.write("unknown\n".getBytes(StandardCharsets.UTF_8));
          err.flush();
          return COMMAND_NOT_FOUND;
        }
        if (args.getFirst().equals("fail")) throw new IllegalStateException("text of a post");
        if (args.getFirst().equals("wait")) {
          release.await();
          return 0;
        }
        out.write((columns + " " + args + "\n").getBytes(StandardCharsets.UTF_8));
        out.write('!');
        out.write('\n');
        return 7;
      } catch (InterruptedException e) {
        return 9;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public boolean isReady() {
      return ready;
    }

    Event next() throws InterruptedException {
      Event event = events.poll(SECONDS, TimeUnit.SECONDS);
      assertTrue(event != null, "no event came");
      return event;
    }

    Terminal terminal() throws InterruptedException {
      return terminals.poll(SECONDS, TimeUnit.SECONDS);
    }

    Client client() throws InterruptedException {
      return clients.poll(SECONDS, TimeUnit.SECONDS);
    }
  }

  /** Keeps what was counted, as {@code error handshake}. */
  static final class CountingMetrics implements ServerMetrics {
    private final ConcurrentLinkedQueue<String> counted = new ConcurrentLinkedQueue<>();

    List<String> counted() {
      return new ArrayList<>(counted);
    }

    long count(String what) {
      return counted.stream().filter(what::equals).count();
    }

    @Override
    public String toString() {
      return counted.stream().distinct().collect(Collectors.joining(", "));
    }

    @Override
    public void countLogin() {
      counted.add("login");
    }

    @Override
    public void countInput(int count) {
      counted.add("input");
    }

    @Override
    public void countCommand(String name) {
      counted.add("command " + name);
    }

    @Override
    public void countError(String kind) {
      counted.add("error " + kind);
    }

    @Override
    public void countRejection(String reason) {
      counted.add("rejection " + reason);
    }

    @Override
    public void countDisconnect(String reason) {
      counted.add("disconnect " + reason);
    }

    @Override
    public void recordKeyToFrame(long nanos) {
      counted.add("frame");
    }

    @Override
    public void recordLoginToFrame(long nanos) {
      counted.add("first frame");
    }
  }
}
