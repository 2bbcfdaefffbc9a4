import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ChannelShell;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;

/**
 * Readers by the hundred on a real server over loopback: what a key costs them, what they cost the
 * server, and what badly behaved ones do to the others. Run by scripts/bench serve and
 * scripts/serve-faults.
 */
public final class Serving {
  private static final Path ROOT = Path.of("").toAbsolutePath();
  private static final long ANSWER_MILLIS = 10_000;
  private static final List<String> rows = new ArrayList<>();
  private static Path work;

  public static void main(String[] args) throws Exception {
    work = Files.createTempDirectory("lectern-serving");
    try {
      int code = args.length > 0 && args[0].equals("faults") ? faults() : figures(args);
      System.exit(code);
    } finally {
      new ProcessBuilder("rm", "-rf", work.toString()).start().waitFor();
    }
  }

  // ── a server ───────────────────────────────────────────────────────────────────────────

  /** A server of posts/ in a process of its own. */
  private record Server(Process process, int port, Path log) implements AutoCloseable {
    static Server lectern(String... options) throws Exception {
      int port = free();
      List<String> words = new ArrayList<>(List.of(ROOT.resolve("scripts/lectern").toString()));
      words.addAll(List.of("serve", "-C", ROOT.resolve("posts").toString(), "--port", "" + port));
      words.addAll(List.of(options));
      return started(words, port);
    }

    static Server wishblog() throws Exception {
      int port = free();
      return started(
          List.of(
              "wishblog", ROOT.resolve("posts").toString(), "" + port, "" + work.resolve("key")),
          port);
    }

    private static Server started(List<String> words, int port) throws Exception {
      Path log = Files.createTempFile(work, "server", ".log");
      ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
      builder.environment().put("HOME", work.toString());
      builder.environment().remove("XDG_STATE_HOME");
      Process process = builder.redirectOutput(log.toFile()).start();
      for (int i = 0; i < 300; i++) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
          Thread.sleep(300);
          return new Server(process, port, log);
        } catch (IOException notYet) {
          Thread.sleep(50);
        }
      }
      throw new IOException(words + " does not listen: " + Files.readString(log));
    }

    private long status(String name) throws IOException {
      for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")))
        if (line.startsWith(name + ":")) return Long.parseLong(line.replaceAll("[^0-9]", ""));
      return 0;
    }

    long rss() throws IOException {
      return status("VmRSS");
    }

    /** Without those that carry virtual threads: the machine keeps as many as were ever needed. */
    long threads() throws IOException {
      return status("Threads") - carriers();
    }

    long carriers() throws IOException {
      long carriers = 0;
      try (var all = Files.list(Path.of("/proc/" + process.pid() + "/task"))) {
        for (Path one : (Iterable<Path>) all::iterator)
          if (Files.readString(one.resolve("comm")).startsWith("ForkJoinPool-1-")) carriers++;
      } catch (java.nio.file.NoSuchFileException ended) {
        // one that ends while it is looked at
      }
      return carriers;
    }

    long descriptors() throws IOException {
      try (var all = Files.list(Path.of("/proc/" + process.pid() + "/fd"))) {
        return all.count();
      }
    }

    /** Milliseconds of processor time so far. */
    long cpu() throws IOException {
      String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * 10;
    }

    /** Kilobytes alive on the heap after a collection; of a Java server. */
    long heap() throws Exception {
      Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
      for (int i = 0; i < 2; i++) output(jcmd.toString(), "" + process.pid(), "GC.run");
      String info = output(jcmd.toString(), "" + process.pid(), "GC.heap_info");
      long used = 0;
      for (String line : info.split("\n")) {
        if (line.matches("(DefNew|Tenured|\\s+def new|\\s+tenured).*used \\d+K.*"))
          used += Long.parseLong(line.replaceAll(".*used (\\d+)K.*", "$1"));
      }
      return used;
    }

    @Override
    public void close() throws InterruptedException {
      process.destroy();
      if (!process.waitFor(10, TimeUnit.SECONDS)) process.destroyForcibly();
    }
  }

  private static String output(String... words) throws Exception {
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    byte[] bytes = process.getInputStream().readAllBytes();
    process.waitFor();
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static int free() throws IOException {
    try (ServerSocket probe = new ServerSocket(0)) {
      return probe.getLocalPort();
    }
  }

  // ── a reader ───────────────────────────────────────────────────────────────────────────

  private static SshClient client() {
    SshClient client = SshClient.setUpDefaultClient();
    client.setServerKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE);
    client.setNioWorkers(2);
    org.apache.sshd.core.CoreModuleProperties.TCP_NODELAY.set(client, true);
    client.start();
    return client;
  }

  private static ClientSession session(SshClient client, int port, String from) throws IOException {
    ClientSession session =
        client
            .connect(
                "guest",
                new InetSocketAddress("127.0.0.1", port),
                new InetSocketAddress(InetAddress.getByName(from), 0))
            .verify(Duration.ofSeconds(60))
            .getSession();
    session.addPasswordIdentity("x");
    session.auth().verify(Duration.ofSeconds(60));
    return session;
  }

  /** What comes to one screen, and when the last of it came. */
  private static final class Seen extends OutputStream {
    private long bytes;
    private long last;
    private volatile boolean stalled;

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] all, int from, int length) {
      while (stalled) {
        try {
          wait();
        } catch (InterruptedException e) {
          return;
        }
      }
      bytes += length;
      last = System.nanoTime();
      notifyAll();
    }

    synchronized long bytes() {
      return bytes;
    }

    /**
     * Waits for something new and then for quiet.
     *
     * @return when the last byte came, in nanoseconds; 0 when nothing did
     */
    synchronized long settled(long since, long quietMillis) throws InterruptedException {
      long until = System.nanoTime() + ANSWER_MILLIS * 1_000_000;
      while (bytes == since && System.nanoTime() < until) wait(ANSWER_MILLIS);
      if (bytes == since) return 0;
      while (System.nanoTime() - last < quietMillis * 1_000_000) wait(quietMillis);
      return last;
    }
  }

  /** Somebody with a screen of 80×24. */
  private static final class Reader implements AutoCloseable {
    final ClientSession session;
    final ChannelShell channel;
    final Seen seen = new Seen();
    final double loginMillis;
    final double frameMillis;

    Reader(SshClient client, int port, String from) throws Exception {
      long start = System.nanoTime();
      session = session(client, port, from);
      long in = System.nanoTime();
      channel = session.createShellChannel();
      channel.setPtyType("xterm-256color");
      channel.setPtyColumns(80);
      channel.setPtyLines(24);
      channel.setOut(seen);
      channel.setErr(seen);
      channel.open().verify(Duration.ofSeconds(60));
      long painted = seen.settled(0, 100);
      if (painted == 0) throw new IOException("no first frame");
      loginMillis = (in - start) / 1e6;
      frameMillis = (painted - in) / 1e6;
    }

    void send(byte[] bytes) throws IOException {
      channel.getInvertedIn().write(bytes);
      channel.getInvertedIn().flush();
    }

    /** Types a key. @return milliseconds to the last byte of its frame; negative: none came */
    double key(char key) throws Exception {
      long before = seen.bytes();
      long start = System.nanoTime();
      send(new byte[] {(byte) key});
      long end = seen.settled(before, 100);
      return end == 0 ? -1 : (end - start) / 1e6;
    }

    @Override
    public void close() {
      session.close(true);
    }
  }

  /** Many readers, each with a post open, who press a key now and then. */
  private record Crowd(
      List<Double> keys, List<Double> bytes, List<Double> frames, List<String> failures) {
    static Crowd of() {
      return new Crowd(
          Collections.synchronizedList(new ArrayList<>()),
          Collections.synchronizedList(new ArrayList<>()),
          Collections.synchronizedList(new ArrayList<>()),
          Collections.synchronizedList(new ArrayList<>()));
    }

    /**
     * @param everyMillis between two keys of one reader, half as much more or less
     * @param ready told when all are in, before they begin to press keys
     */
    void read(
        SshClient client,
        int port,
        String from,
        int readers,
        long everyMillis,
        long millis,
        Runnable ready)
        throws Exception {
      CountDownLatch in = new CountDownLatch(readers);
      CountDownLatch go = new CountDownLatch(1);
      Semaphore doors = new Semaphore(4);
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < readers; i++) {
        Random random = new Random(i);
        threads.add(
            Thread.startVirtualThread(
                () -> one(client, port, from, random, everyMillis, millis, in, go, doors)));
      }
      in.await();
      Thread.sleep(1500);
      ready.run();
      go.countDown();
      for (Thread thread : threads) thread.join();
    }

    private void one(
        SshClient client,
        int port,
        String from,
        Random random,
        long everyMillis,
        long millis,
        CountDownLatch in,
        CountDownLatch go,
        Semaphore doors) {
      boolean counted = false;
      try {
        doors.acquire();
        Reader reader;
        try {
          reader = new Reader(client, port, from);
          frames.add(reader.frameMillis);
          reader.key('\r');
        } finally {
          doors.release();
        }
        try (reader) {
          in.countDown();
          counted = true;
          go.await();
          long until = System.nanoTime() + millis * 1_000_000;
          for (int i = 0; ; i++) {
            Thread.sleep(everyMillis / 2 + random.nextLong(everyMillis));
            if (System.nanoTime() > until) break;
            long before = reader.seen.bytes();
            double took = reader.key(i % 6 < 3 ? 'j' : 'k');
            if (took < 0) failures.add("a key without an answer");
            else keys.add(took);
            bytes.add((double) (reader.seen.bytes() - before));
          }
        }
      } catch (Exception e) {
        failures.add(e.toString());
      } finally {
        if (!counted) in.countDown();
      }
    }
  }

  private static double quantile(List<Double> values, double q) {
    double[] all = values.stream().mapToDouble(d -> d).sorted().toArray();
    return all.length == 0 ? Double.NaN : all[(int) Math.min(all.length - 1, all.length * q)];
  }

  private static void row(String what, String measured, String goal) {
    rows.add("| " + what + " | " + measured + " | " + goal + " |");
    System.err.println("bench: " + what + ": " + measured);
  }

  private static String form(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  // ── figures ────────────────────────────────────────────────────────────────────────────

  private static int figures(String[] args) throws Exception {
    List<String> which = List.of(args).subList(Math.min(1, args.length), args.length);
    if (which.isEmpty() || which.contains("hundred")) hundred();
    if (which.isEmpty() || which.contains("thousand")) thousand();
    if (which.isEmpty() || which.contains("login")) login();
    if (which.isEmpty() || which.contains("piped")) piped();
    if (which.isEmpty() || which.contains("sessions")) sessions();
    System.out.println("| what | measured | to reach |\n| --- | --- | --- |");
    for (String row : rows) System.out.println(row);
    return 0;
  }

  private record Load(
      double bytes, double p95, double p99, double cpu, double rss, double heap, int failures) {}

  private static Load load(Server server, int readers, long every, long millis, boolean java)
      throws Exception {
    SshClient client = client();
    try {
      // what is loaded once, for the first reader, is not what a reader costs
      for (int i = 0; i < 3; i++)
        Crowd.of().read(client, server.port, "127.0.0.1", 20, 100, 1500, () -> {});
      Thread.sleep(500);
      long heapBefore = java ? server.heap() : 0;
      long rssBefore = server.rss();
      long[] cpu = new long[1];
      double[] per = new double[2];
      Crowd crowd = Crowd.of();
      crowd.read(
          client,
          server.port,
          "127.0.0.1",
          readers,
          every,
          millis,
          () -> {
            try {
              if (java) per[1] = (server.heap() - heapBefore) / (double) readers;
              per[0] = (server.rss() - rssBefore) / (double) readers;
              cpu[0] = server.cpu();
            } catch (Exception e) {
              throw new IllegalStateException(e);
            }
          });
      long spent = server.cpu() - cpu[0];
      for (String failure : crowd.failures) System.err.println("bench: " + failure);
      return new Load(
          quantile(crowd.bytes, .5),
          quantile(crowd.keys, .95),
          quantile(crowd.keys, .99),
          100.0 * spent / millis,
          per[0],
          per[1],
          crowd.failures.size());
    } finally {
      client.stop();
    }
  }

  private static void hundred() throws Exception {
    Load own;
    try (Server server = Server.lectern("--max-per-address", "2000", "--max-readers", "2000")) {
      own = load(server, 100, 1000, 20_000, true);
    }
    row("100 readers, a key a second each: bytes a key, median", form("%.0f", own.bytes), "");
    row(
        "same: live heap (resident memory) a reader",
        form("%.0f KB (%.0f KB)", own.heap, own.rss),
        "≤ 250 KB");
    if (!has("wishblog")) {
      row("same: key to frame, p95 and p99", form("%.1f, %.1f ms", own.p95, own.p99), "");
      System.err.println("bench: skipped: the peer: there is no wishblog here");
      return;
    }
    Load peer;
    try (Server server = Server.wishblog()) {
      peer = load(server, 100, 1000, 20_000, false);
    }
    row("same: bytes a key against wishblog", form("1/%.0f", peer.bytes / own.bytes), "≤ 1/60");
    row(
        "same: key to frame, p95 and p99, against wishblog",
        form("%.2f×, %.2f×", own.p95 / peer.p95, own.p99 / peer.p99),
        "≤ 0.6×, ≤ 0.6×");
    row("same: processor against wishblog", form("%.2f×", own.cpu / peer.cpu), "≤ 1×");
    row(
        "same: memory a reader against wishblog (resident)",
        form("%.0f KB : %.0f KB", own.rss, peer.rss),
        "≤");
    if (own.failures > 0) row("same: failures", "" + own.failures, "0");
  }

  private static void thousand() throws Exception {
    try (Server server = Server.lectern("--max-per-address", "2000", "--max-readers", "2000")) {
      Load load = load(server, 1000, 5000, 60_000, true);
      row(
          "1,000 readers at once, each a key every 5 s, 60 s: failures; key to frame p99",
          form("%d; %.1f ms", load.failures, load.p99),
          "0; ≤ 50 ms");
    }
  }

  private static void login() throws Exception {
    try (Server server = Server.lectern()) {
      SshClient client = client();
      List<Double> frames = new ArrayList<>();
      List<Double> logins = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        try (Reader reader = new Reader(client, server.port, "127.0.0.1")) {
          if (i < 20) continue;
          frames.add(reader.frameMillis);
          logins.add(reader.loginMillis);
        }
      }
      client.stop();
      row(
          "log-in to first frame, p50 (the handshake before it)",
          form("%.0f ms (%.0f ms)", quantile(frames, .5), quantile(logins, .5)),
          "≤ 60 ms");
    }
  }

  private static byte[] show(ClientSession session) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ChannelExec channel = session.createExecChannel("show markdown-tour")) {
      channel.setOut(out);
      channel.open().verify(Duration.ofSeconds(120));
      channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), Duration.ofSeconds(120));
    }
    return out.toByteArray();
  }

  private static void piped() throws Exception {
    try (Server server = Server.lectern("--max-per-address", "2000", "--max-readers", "2000")) {
      SshClient client = client();
      byte[] right;
      try (ClientSession one = session(client, server.port, "127.0.0.1")) {
        right = show(one);
      }
      AtomicInteger wrong = new AtomicInteger();
      List<ClientSession> sessions = new ArrayList<>();
      for (int i = 0; i < 1000; i++) sessions.add(session(client, server.port, "127.0.0.1"));
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Future<?>> all = new ArrayList<>();
        for (ClientSession session : sessions)
          all.add(
              threads.submit(
                  (Callable<Void>)
                      () -> {
                        if (!Arrays.equals(right, show(session))) wrong.incrementAndGet();
                        return null;
                      }));
        for (Future<?> one : all) one.get();
      }
      client.stop();
      row(
          "1,000 piped `show` at once (" + right.length + " bytes each): outputs not exact",
          "" + wrong.get(),
          "0");
    }
  }

  /** Readers who come, open a post, move and go: ten thousand of them. */
  private static void sessions() throws Exception {
    try (Server server = Server.lectern("--max-per-address", "2000", "--max-readers", "2000")) {
      List<String> marks = new ArrayList<>();
      long firstHeap = 0;
      long lastHeap = 0;
      long firstRss = 0;
      long threadsBefore = 0;
      long descriptorsBefore = 0;
      AtomicInteger failures = new AtomicInteger();
      for (int thousand = 1; thousand <= 10; thousand++) {
        SshClient client = client();
        Semaphore doors = new Semaphore(8);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
          threads.add(
              Thread.startVirtualThread(
                  () -> {
                    doors.acquireUninterruptibly();
                    try (Reader reader = new Reader(client, server.port, "127.0.0.1")) {
                      if (reader.key('\r') < 0 || reader.key('j') < 0) failures.incrementAndGet();
                    } catch (Exception e) {
                      failures.incrementAndGet();
                    } finally {
                      doors.release();
                    }
                  }));
        }
        for (Thread thread : threads) thread.join();
        client.stop();
        Thread.sleep(2000);
        lastHeap = server.heap();
        if (thousand == 1) {
          firstHeap = lastHeap;
          firstRss = server.rss();
          threadsBefore = server.threads();
          descriptorsBefore = server.descriptors();
        }
        marks.add(lastHeap + "");
        System.err.println(
            "bench: sessions "
                + thousand
                + ",000: heap "
                + lastHeap
                + " KB, resident "
                + server.rss()
                + " KB, threads "
                + server.threads()
                + " and "
                + server.carriers()
                + " carriers, descriptors "
                + server.descriptors());
      }
      row(
          "10,000 sessions: live heap after the first and the last thousand (resident); threads"
              + " that carry no virtual ones, descriptors more; failures",
          form(
              "%.1f, %.1f MB (%d, %d MB); %+d, %+d; %d",
              firstHeap / 1024.0,
              lastHeap / 1024.0,
              firstRss / 1024,
              server.rss() / 1024,
              server.threads() - threadsBefore,
              server.descriptors() - descriptorsBefore,
              failures.get()),
          "flat; 0, 0; 0");
    }
  }

  private static boolean has(String program) {
    for (String folder : System.getenv("PATH").split(":"))
      if (Files.isExecutable(Path.of(folder, program))) return true;
    return false;
  }

  // ── faults ─────────────────────────────────────────────────────────────────────────────

  private interface Fault {
    void run(int port) throws Exception;
  }

  private static final String GOOD = "127.0.0.2";

  /**
   * Each kind comes from an address of its own, so that it is not shut out for what the last did.
   */
  private static volatile String bad = "127.0.0.3";

  private static int kinds = 3;

  private static int faults() throws Exception {
    try (Server server = Server.lectern()) {
      SshClient client = client();
      for (int i = 0; i < 3; i++)
        Crowd.of().read(client, server.port, GOOD, 10, 60, 2000, () -> {});
      Crowd calm = Crowd.of();
      calm.read(client, server.port, GOOD, 10, 200, 6000, () -> {});
      report("nothing", calm);
      int wrong = calm.failures.size();
      wrong += fault(client, server, "50 connections that say nothing", Serving::silent);
      wrong += fault(client, server, "garbage before the handshake", port -> garbage(port, ""));
      wrong +=
          fault(
              client,
              server,
              "garbage during the handshake",
              port -> garbage(port, "SSH-2.0-garbage\r\n"));
      wrong += fault(client, server, "readers who stop taking what is sent", Serving::stalled);
      wrong += fault(client, server, "connections reset in the middle", Serving::reset);
      wrong += fault(client, server, "100 channels in one session", Serving::channels);
      wrong += fault(client, server, "new keys exchanged all the time", Serving::rekey);
      wrong += fault(client, server, "10 MB pasted", Serving::paste);
      wrong += fault(client, server, "1,000 changes of size a second", Serving::resize);
      client.stop();
      SshClient last = client();
      try (ClientSession session = session(last, server.port, GOOD)) {
        if (show(session).length < 1000) wrong++;
      }
      last.stop();
      System.out.println(
          "| what goes on beside 10 readers | key to frame p50 | p99 | failures |\n"
              + "| --- | --- | --- | --- |");
      for (String row : rows) System.out.println(row);
      System.out.println(
          wrong == 0
              ? "\nNobody lost anything."
              : "\n" + wrong + " things went wrong for good readers.");
      return wrong == 0 ? 0 : 1;
    }
  }

  private static void report(String what, Crowd crowd) {
    for (String failure : crowd.failures) System.err.println("faults: " + what + ": " + failure);
    rows.add(
        form(
            "| %s | %.1f ms | %.1f ms | %d |",
            what, quantile(crowd.keys, .5), quantile(crowd.keys, .99), crowd.failures.size()));
    System.err.println("faults: " + rows.getLast());
  }

  /** Good readers read for five seconds while somebody behaves badly. */
  private static int fault(SshClient client, Server server, String what, Fault fault)
      throws Exception {
    bad = "127.0.0." + ++kinds;
    Crowd crowd = Crowd.of();
    Thread[] villain = new Thread[1];
    crowd.read(
        client,
        server.port,
        GOOD,
        10,
        200,
        5000,
        () ->
            villain[0] =
                Thread.ofPlatform()
                    .daemon()
                    .start(
                        () -> {
                          try {
                            fault.run(server.port);
                          } catch (Exception e) {
                            // being thrown out is what should happen to some of them
                            System.err.println("faults: " + what + ": ended by " + e);
                          }
                        }));
    villain[0].interrupt();
    villain[0].join(3000);
    report(what, crowd);
    return crowd.failures.size() + (server.process.isAlive() ? 0 : 1000);
  }

  private static final long FAULT_MILLIS = 4500;

  private static Socket raw(int port) throws IOException {
    Socket socket = new Socket();
    socket.bind(new InetSocketAddress(bad, 0));
    socket.connect(new InetSocketAddress("127.0.0.1", port), 5000);
    return socket;
  }

  private static void silent(int port) throws Exception {
    List<Socket> sockets = new ArrayList<>();
    for (int i = 0; i < 50; i++) sockets.add(raw(port));
    Thread.sleep(FAULT_MILLIS);
    for (Socket socket : sockets) socket.close();
  }

  private static void garbage(int port, String greeting) throws Exception {
    Random random = new Random(7);
    long until = System.nanoTime() + FAULT_MILLIS * 1_000_000;
    byte[] bytes = new byte[50_000];
    while (System.nanoTime() < until) {
      random.nextBytes(bytes);
      try (Socket socket = raw(port)) {
        socket.getOutputStream().write(greeting.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(bytes);
      } catch (IOException thrownOut) {
        // as it should be
      }
      Thread.sleep(20);
    }
  }

  /** Types on and on, and reads nothing of what comes. */
  private static void stalled(int port) throws Exception {
    List<SshClient> clients = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      SshClient client = client();
      clients.add(client);
      Reader reader = new Reader(client, port, bad);
      reader.key('\r');
      reader.seen.stalled = true;
      Thread.ofPlatform()
          .daemon()
          .start(
              () -> {
                try {
                  while (true) reader.send("GgGgGgGg".getBytes(StandardCharsets.US_ASCII));
                } catch (IOException closed) {
                  // thrown out, or stopped below
                }
              });
    }
    Thread.sleep(FAULT_MILLIS);
    for (SshClient client : clients) client.close(true);
  }

  private static void reset(int port) throws Exception {
    long until = System.nanoTime() + FAULT_MILLIS * 1_000_000;
    while (System.nanoTime() < until) {
      try (Socket socket = raw(port)) {
        socket.setSoLinger(true, 0);
        socket.getOutputStream().write("SSH-2.0-x\r\n".getBytes(StandardCharsets.US_ASCII));
        socket.getInputStream().read(new byte[64]);
      }
      Thread.sleep(50);
    }
  }

  private static void channels(int port) throws Exception {
    SshClient client = client();
    try (ClientSession session = session(client, port, bad)) {
      for (int i = 0; i < 100; i++) {
        ChannelShell channel = session.createShellChannel();
        channel.setOut(OutputStream.nullOutputStream());
        channel.setErr(OutputStream.nullOutputStream());
        channel.open();
      }
      Thread.sleep(FAULT_MILLIS);
    } finally {
      client.stop();
    }
  }

  private static void rekey(int port) throws Exception {
    SshClient client = client();
    try (Reader reader = new Reader(client, port, bad)) {
      long until = System.nanoTime() + FAULT_MILLIS * 1_000_000;
      while (System.nanoTime() < until) {
        reader.session.reExchangeKeys().verify(Duration.ofSeconds(5));
        reader.send("j".getBytes(StandardCharsets.US_ASCII));
      }
    } finally {
      client.stop();
    }
  }

  private static void paste(int port) throws Exception {
    SshClient client = client();
    try (Reader reader = new Reader(client, port, bad)) {
      reader.send("/\u001b[200~".getBytes(StandardCharsets.US_ASCII));
      byte[] piece =
          "words and words and more words ".repeat(1000).getBytes(StandardCharsets.US_ASCII);
      for (int sent = 0; sent < 10_000_000; sent += piece.length) reader.send(piece);
      reader.send("\u001b[201~".getBytes(StandardCharsets.US_ASCII));
      Thread.sleep(1000);
    } finally {
      client.stop();
    }
  }

  private static void resize(int port) throws Exception {
    SshClient client = client();
    try (Reader reader = new Reader(client, port, bad)) {
      reader.key('\r');
      long until = System.nanoTime() + FAULT_MILLIS * 1_000_000;
      for (int i = 0; System.nanoTime() < until; i++) {
        reader.channel.sendWindowChange(40 + i % 80, 10 + i % 40);
        Thread.sleep(1);
      }
    } finally {
      client.stop();
    }
  }
}
