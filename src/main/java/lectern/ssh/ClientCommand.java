package lectern.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import lectern.terminal.Capabilities;
import lectern.text.ShellWords;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.channel.ChannelDataReceiver;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.channel.ChannelSessionAware;
import org.apache.sshd.server.command.Command;
import org.apache.sshd.server.session.ServerSession;
import org.jspecify.annotations.Nullable;

/**
 * What one channel was opened for: a screen or a command. Runs on a new virtual thread; no failure
 * in it leaves that thread.
 */
final class ClientCommand implements Command, ChannelSessionAware, ChannelDataReceiver, Runnable {
  /** Room for some hundred names of posts. */
  private static final int MAX_COMMAND_CHARS = 8192;

  private final ServerContext context;
  private final ActiveClients clients;
  private final ScreenBudget.Allocation allocation;
  private final AtomicLong pendingOutput;
  private final @Nullable String commandLine;
  private ChannelSession channel;
  private CountingOutputStream out;
  private OutputStream err;
  private ExitCallback exitCallback;
  private boolean pty;
  private int columns;
  private Client client;
  private Capabilities caps;
  private long startedMillis;
  private volatile @Nullable ClientScreen screen;
  private volatile @Nullable Thread thread;
  private volatile @Nullable DisconnectReason disconnectReason;
  private volatile boolean disconnected;

  /**
   * @param pendingOutput bytes that wait for slow clients, counted for the whole server
   * @param commandLine none when a shell was asked for
   */
  // sshd sets the streams and the callback, and start() the rest, before any of it is used
  @SuppressWarnings("NullAway.Init")
  ClientCommand(
      ServerContext context,
      ActiveClients clients,
      ScreenBudget.Allocation allocation,
      AtomicLong pendingOutput,
      @Nullable String commandLine) {
    this.context = context;
    this.clients = clients;
    this.allocation = allocation;
    this.pendingOutput = pendingOutput;
    // `ssh HOST lectern` means the same as `ssh HOST`
    this.commandLine =
        commandLine != null && commandLine.strip().equals("lectern") ? null : commandLine;
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
    this.out = new CountingOutputStream(out, pendingOutput, context.metrics());
  }

  @Override
  public void setErrorStream(OutputStream err) {
    this.err = err;
  }

  @Override
  public void setExitCallback(ExitCallback exitCallback) {
    this.exitCallback = exitCallback;
  }

  /** Called on a thread that serves all connections: returns at once. */
  @Override
  public void start(ChannelSession channel, Environment environment) {
    startedMillis = context.nowMillis();
    client = clients.newClient(channel.getServerSession(), Client.withLocale(environment.getEnv()));
    caps = Capabilities.of(client.env(), true, "auto");
    pty = channel instanceof ClientChannel own && own.hasPty();
    columns = pty ? Math.max(1, ClientScreen.windowSize(environment).columns()) : 0;
    if (commandLine == null && pty && !caps.dumb())
      screen = new ClientScreen(context, channel, environment, allocation);
    Thread visit = Thread.ofVirtual().name("visit-" + client.id()).unstarted(this);
    thread = visit;
    visit.start();
  }

  /**
   * Takes input of the client.
   *
   * @return how many bytes the client may send again at once; none for a screen, which releases
   *     them as it uses them, so that what is held is bounded
   */
  @Override
  public int data(ChannelSession channel, byte[] bytes, int from, int length) {
    if (screen == null) return length;
    if (!screen.feed(bytes, from, length)) hangUp(DisconnectReason.PASTE_TOO_LARGE);
    return 0;
  }

  @Override
  public void close() {
    disconnected = true;
    if (screen != null) screen.hangUp("");
  }

  @Override
  public void destroy(ChannelSession channel) {
    close();
  }

  /** Ends the screen or command; the first reason counts. */
  void hangUp(DisconnectReason reason) {
    synchronized (this) {
      if (disconnectReason == null) disconnectReason = reason;
    }
    if (screen != null) screen.hangUp(disconnectReason.message);
    else if (thread != null) thread.interrupt();
  }

  /** Called by the timer: ends what has lasted too long, or was idle too long. */
  void checkTimeouts() {
    if (screen != null) screen.tick();
    if (context.nowMillis() - startedMillis > context.config().maxSessionMillis())
      hangUp(DisconnectReason.MAX_DURATION);
    else if (screen != null && screen.idleMillis() > context.config().idleMillis())
      hangUp(DisconnectReason.IDLE);
  }

  @Override
  public void run() {
    int code = 1;
    ServerSession session = channel.getServerSession();
    RejectReason rejection = clients.admit(session, client, this);
    try {
      if (rejection != null) sendMessage("lectern: " + rejection.message);
      else if (screen != null) code = runScreen(screen);
      else code = commandLine == null ? runList() : runCommandLine(commandLine);
    } catch (IOException e) {
      if (out.failure() == null) context.recordWriteFailure(client, e);
    } catch (Throwable e) {
      context.recordError("session", client.id(), e);
      trySendMessage("something went wrong inside; come again");
    } finally {
      if (out.failure() != null) context.recordWriteFailure(client, out.failure());
      if (rejection == null)
        clients.remove(
            session, client, this, context.nowMillis() - startedMillis, disconnectReason);
      sendExitCode(code);
    }
  }

  private void sendExitCode(int code) {
    try {
      exitCallback.onExit(code);
    } catch (RuntimeException e) {
      // the channel is closed already
    }
  }

  private int runScreen(ClientScreen screen) {
    String reason =
        screen.run(client, caps, out, error -> context.recordError("session", client.id(), error));
    if (out.isStalled()) hangUp(DisconnectReason.OUTPUT_STALLED);
    String message = disconnectReason == null ? reason : disconnectReason.message;
    if (!message.isEmpty() && !out.isStalled()) trySendMessage(message);
    return 0;
  }

  private int runList() throws IOException {
    sendMessage("lectern: no screen here, so this is the list; ssh -t asks for a screen.");
    sendMessage("lectern: a command may follow the host: show POST, list --tag TAG, tags, help");
    return runArguments(List.of("list"));
  }

  private int runCommandLine(String commandLine) throws IOException {
    if (commandLine.length() > MAX_COMMAND_CHARS) {
      context.recordRejection(client.id(), client.address(), "long");
      sendMessage("lectern: the command is too long");
      return 2;
    }
    List<String> args = ShellWords.split(commandLine);
    if (args.isEmpty()) args = List.of("help");
    boolean named = args.size() > 1 && args.getFirst().equals("lectern");
    context.metrics().countCommand(args.get(named ? 1 : 0));
    int code = runArguments(args);
    if (code == ReaderService.COMMAND_NOT_FOUND)
      context.recordRejection(client.id(), client.address(), "command");
    return code;
  }

  private int runArguments(List<String> args) {
    OutputStream output = pty ? new CrLfOutputStream(out) : out;
    OutputStream errors = pty ? new CrLfOutputStream(err) : err;
    int code = context.service().runCommand(args, client, columns, output, errors);
    if (out.isStalled()) hangUp(DisconnectReason.OUTPUT_STALLED);
    return code;
  }

  private void sendMessage(String sentence) throws IOException {
    err.write((sentence + (pty ? "\r\n" : "\n")).getBytes(StandardCharsets.UTF_8));
    err.flush();
  }

  private void trySendMessage(String sentence) {
    try {
      if (!disconnected) sendMessage("lectern: " + sentence);
    } catch (IOException e) {
      // the client is gone
    }
  }
}
