package lectern.ssh;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lectern.terminal.Capabilities;
import lectern.terminal.ScreenTerminal;
import lectern.text.ShellWords;
import lectern.theme.Theme;
import lectern.ui.Size;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.Signal;
import org.apache.sshd.server.channel.ChannelDataReceiver;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.channel.ChannelSessionAware;
import org.apache.sshd.server.command.Command;
import org.apache.sshd.server.session.ServerSession;

/**
 * One channel: a screen, or a command. Runs on a virtual thread of its own; whatever happens in it
 * ends with it.
 */
final class ReaderCommand implements Command, ChannelSessionAware, ChannelDataReceiver, Runnable {
  private static final int ESCAPE_MILLIS = 80;
  private static final int MIN_RESIZE_MILLIS = 33;

  /** Characters: a few hundred names of posts. */
  private static final int MAX_COMMAND_CHARS = 8192;

  private final LecternServer server;
  private final String commandLine;
  private ChannelSession channel;
  private CountingOutputStream out;
  private OutputStream err;
  private ExitCallback exitCallback;
  private Environment environment;
  private Client client;
  private Thread thread;
  private volatile PacedTransport transport;
  private volatile ScreenTerminal terminal;
  private volatile DisconnectReason disconnectReason;
  private volatile long lastTypedMillis;
  private volatile long resizedMillis;
  private volatile boolean resizePending;
  private volatile boolean disconnected;
  private volatile boolean wantsScreen;
  private final ByteArrayOutputStream earlyInput = new ByteArrayOutputStream(0);
  private final ScreenBudget.Allocation screenAllocation;
  private long startedMillis;

  /**
   * @param command null: a shell was asked for
   */
  ReaderCommand(LecternServer server, String command) {
    this.server = server;
    this.screenAllocation = server.screenBudget().new Allocation();
    // the program's own name asks for what nothing asks for
    this.commandLine = command != null && command.strip().equals("lectern") ? null : command;
  }

  @Override
  public void setChannelSession(ChannelSession channel) {
    this.channel = channel;
    channel.setDataReceiver(this);
  }

  @Override
  public void setInputStream(InputStream in) {}

  @Override
  public void setOutputStream(OutputStream out) {
    this.out = new CountingOutputStream(out, server.pendingOutput(), server.metrics());
  }

  @Override
  public void setErrorStream(OutputStream err) {
    this.err = err;
  }

  @Override
  public void setExitCallback(ExitCallback exit) {
    this.exitCallback = exit;
  }

  /** Called on a thread that serves everybody: returns at once. */
  @Override
  public void start(ChannelSession channel, Environment environment) {
    this.environment = environment;
    this.startedMillis = server.nowMillis();
    this.lastTypedMillis = startedMillis;
    this.wantsScreen = commandLine == null && hasPty();
    this.client =
        server.newClient(channel.getServerSession(), withDefaultLocale(environment.getEnv()));
    thread = Thread.ofVirtual().name("visit-" + client.id()).start(this);
  }

  /** As the channel let it in; clients that send no locale speak UTF-8 today. */
  private static Map<String, String> withDefaultLocale(Map<String, String> all) {
    Map<String, String> out = new HashMap<>(all);
    if (!out.containsKey("LC_ALL") && !out.containsKey("LC_CTYPE"))
      out.putIfAbsent("LANG", "C.UTF-8");
    return out;
  }

  /**
   * Bytes from the visitor. @return how many may be sent again at once; those for a screen only
   * when they were used, which bounds what is kept of them
   */
  @Override
  public int data(ChannelSession channel, byte[] bytes, int from, int length) throws IOException {
    if (!wantsScreen) return length;
    synchronized (earlyInput) {
      if (terminal == null) {
        earlyInput.write(bytes, from, length);
        return 0;
      }
    }
    feedInput(terminal, bytes, from, length);
    return 0;
  }

  private void feedInput(ScreenTerminal screen, byte[] bytes, int from, int length) {
    if (screen == null) return;
    lastTypedMillis = server.nowMillis();
    server.metrics().countInput(1);
    transport.markTyped(System.nanoTime());
    if (!screen.feed(bytes, from, length)) hangUp(DisconnectReason.PASTE_TOO_LARGE);
  }

  @Override
  public void close() {
    handleDisconnect();
  }

  @Override
  public void destroy(ChannelSession channel) {
    handleDisconnect();
  }

  private void handleDisconnect() {
    ScreenTerminal screen;
    synchronized (earlyInput) {
      disconnected = true;
      screen = terminal;
    }
    if (screen != null) screen.hangUp("");
  }

  /** Ends the visit with a word: the place is kept, the screen is given back. */
  void hangUp(DisconnectReason why) {
    synchronized (earlyInput) {
      if (disconnectReason == null) disconnectReason = why;
    }
    ScreenTerminal screen = terminal;
    if (screen != null) screen.hangUp(disconnectReason.message);
    else if (thread != null) thread.interrupt();
  }

  /**
   * Whether the visitor has stayed too long, or typed nothing for too long; then they are let go.
   */
  void checkTimeouts(long now, ServerConfig rules) {
    PacedTransport typing = transport;
    if (typing != null) typing.refill(System.nanoTime());
    ScreenTerminal screen = terminal;
    if (resizePending && screen != null) resize(screen);
    if (now - startedMillis > rules.maxSessionMillis()) hangUp(DisconnectReason.MAX_DURATION);
    else if (terminal != null && now - lastTypedMillis > rules.idleMillis())
      hangUp(DisconnectReason.IDLE);
  }

  @Override
  public void run() {
    int code = 1;
    ServerSession session = channel.getServerSession();
    RejectReason refusal = server.admitReader(session, client, this);
    try {
      if (refusal != null) sendMessage("lectern: " + refusal.message);
      else code = execute();
    } catch (IOException e) {
      if (out.failure() == null) server.recordWriteFailure(client, e);
    } catch (Throwable e) {
      server.recordSessionError(client, e);
      trySendMessage("something went wrong inside; come again");
    } finally {
      terminal = null;
      screenAllocation.close();
      if (out.failure() != null) server.recordWriteFailure(client, out.failure());
      if (refusal == null)
        server.removeReader(
            session, client, this, server.nowMillis() - startedMillis, disconnectReason);
      sendExitCode(code);
    }
  }

  private void sendExitCode(int code) {
    try {
      exitCallback.onExit(code);
    } catch (RuntimeException closed) {
      // the channel is gone already
    }
  }

  private int execute() throws IOException {
    boolean pty = hasPty();
    if (commandLine != null) return runCommand(pty);
    if (!pty) return runList();
    Capabilities caps = Capabilities.of(client.env(), true, "auto");
    return caps.dumb() ? runList() : runScreen(caps);
  }

  private boolean hasPty() {
    return channel instanceof ReaderChannel reader && reader.hasPty();
  }

  private int runScreen(Capabilities caps) throws IOException {
    transport =
        new PacedTransport(
            out,
            this::releaseWindow,
            server.metrics(),
            ConnectionTracker.loginNanos(channel.getServerSession()));
    ScreenTerminal screen =
        new ScreenTerminal(
            transport,
            caps,
            Theme.of("ansi"),
            screenAllocation.allocate(clientSize()),
            false,
            ESCAPE_MILLIS);
    environment.addSignalListener((c, signal) -> resize(screen), Signal.WINCH);
    attachScreen(screen);
    String reason;
    try (screen) {
      reason =
          server
              .service()
              .runScreen(client, screen, error -> server.recordSessionError(client, error));
    }
    if (out.isStalled()) hangUp(DisconnectReason.OUTPUT_STALLED);
    String word = disconnectReason == null ? reason : disconnectReason.message;
    if (!word.isEmpty() && !out.isStalled()) trySendMessage(word);
    return 0;
  }

  /** What was typed before there was a screen comes first. */
  private void attachScreen(ScreenTerminal screen) {
    synchronized (earlyInput) {
      terminal = screen;
      if (earlyInput.size() > 0) feedInput(screen, earlyInput.toByteArray(), 0, earlyInput.size());
      earlyInput.reset();
      if (disconnected) screen.hangUp("");
    }
    DisconnectReason why = disconnectReason;
    if (why != null) screen.hangUp(why.message);
  }

  /** A window that is drawn larger tells of it a thousand times; nobody sees as many pictures. */
  private void resize(ScreenTerminal screen) {
    long now = server.nowMillis();
    if (now - resizedMillis < MIN_RESIZE_MILLIS) {
      // the last of them is taken when the timer comes by
      resizePending = true;
      return;
    }
    resizedMillis = now;
    resizePending = false;
    screen.resize(screenAllocation.allocate(clientSize()));
  }

  private void releaseWindow(long bytes) {
    try {
      channel.getLocalWindow().release(bytes);
    } catch (IOException e) {
      handleDisconnect();
    }
  }

  /** 0 or nonsense is 80×24; the terminal clamps the rest. */
  private Size clientSize() {
    int columns = environmentNumber("COLUMNS");
    int rows = environmentNumber("LINES");
    return columns <= 0 || rows <= 0 ? new Size(80, 24) : new Size(columns, rows);
  }

  private int environmentNumber(String name) {
    String text = environment.getEnv().getOrDefault(name, "");
    if (text.isEmpty() || text.length() > 6) return 0;
    for (int i = 0; i < text.length(); i++)
      if (text.charAt(i) < '0' || text.charAt(i) > '9') return 0;
    return Integer.parseInt(text);
  }

  private int runList() throws IOException {
    sendMessage("lectern: no screen here, so this is the list; ssh -t asks for a screen.");
    sendMessage("lectern: a command may follow the host: show POST, list --tag TAG, tags, help");
    return run(List.of("list"), hasPty() ? Math.max(1, clientSize().columns()) : 0);
  }

  private int runCommand(boolean pty) throws IOException {
    if (commandLine.length() > MAX_COMMAND_CHARS) {
      server.recordRejection(client, "long");
      sendMessage("lectern: the command is too long");
      return 2;
    }
    List<String> words = ShellWords.split(commandLine);
    if (words.isEmpty()) words = List.of("help");
    boolean named = words.size() > 1 && words.getFirst().equals("lectern");
    server.metrics().countCommand(words.get(named ? 1 : 0));
    int code = run(words, pty ? Math.max(1, clientSize().columns()) : 0);
    if (code == ReaderService.COMMAND_NOT_FOUND) server.recordRejection(client, "command");
    return code;
  }

  private int run(List<String> words, int columns) throws IOException {
    int code =
        server
            .service()
            .runCommand(
                words,
                client,
                columns,
                columns > 0 ? new CrLfOutputStream(out) : out,
                columns > 0 ? new CrLfOutputStream(err) : err);
    if (out.isStalled()) hangUp(DisconnectReason.OUTPUT_STALLED);
    return code;
  }

  private void sendMessage(String sentence) throws IOException {
    err.write((sentence + (hasPty() ? "\r\n" : "\n")).getBytes(StandardCharsets.UTF_8));
    err.flush();
  }

  private void trySendMessage(String word) {
    try {
      if (!disconnected) sendMessage("lectern: " + word);
    } catch (IOException unheard) {
      // they are gone: nobody is left to tell
    }
  }
}
