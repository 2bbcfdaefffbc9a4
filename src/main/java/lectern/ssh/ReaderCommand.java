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
  private static final int RESIZE_MILLIS = 33;

  /** Characters: a few hundred names of posts. */
  private static final int LONGEST_COMMAND = 8192;

  private final LecternServer server;
  private final String command;
  private ChannelSession channel;
  private CountingOutputStream out;
  private OutputStream err;
  private ExitCallback exit;
  private Environment environment;
  private Client visitor;
  private Thread thread;
  private volatile PacedTransport line;
  private volatile ScreenTerminal terminal;
  private volatile DisconnectReason parting;
  private volatile long lastTyped;
  private volatile long resized;
  private volatile boolean resizing;
  private volatile boolean gone;
  private volatile boolean wantsScreen;
  private final ByteArrayOutputStream early = new ByteArrayOutputStream(0);
  private final ScreenBudget.Allocation window;
  private long began;

  /**
   * @param command null: a shell was asked for
   */
  ReaderCommand(LecternServer server, String command) {
    this.server = server;
    this.window = server.windows().new Allocation();
    // the program's own name asks for what nothing asks for
    this.command = command != null && command.strip().equals("lectern") ? null : command;
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
    this.out = new CountingOutputStream(out, server.held(), server.signals());
  }

  @Override
  public void setErrorStream(OutputStream err) {
    this.err = err;
  }

  @Override
  public void setExitCallback(ExitCallback exit) {
    this.exit = exit;
  }

  /** Called on a thread that serves everybody: returns at once. */
  @Override
  public void start(ChannelSession channel, Environment environment) {
    this.environment = environment;
    this.began = server.millis();
    this.lastTyped = began;
    this.wantsScreen = command == null && isPty();
    this.visitor = server.visitor(channel.getServerSession(), sent(environment.getEnv()));
    thread = Thread.ofVirtual().name("visit-" + visitor.number()).start(this);
  }

  /** As the channel let it in; clients that send no locale speak UTF-8 today. */
  private static Map<String, String> sent(Map<String, String> all) {
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
    synchronized (early) {
      if (terminal == null) {
        early.write(bytes, from, length);
        return 0;
      }
    }
    type(terminal, bytes, from, length);
    return 0;
  }

  private void type(ScreenTerminal screen, byte[] bytes, int from, int length) {
    if (screen == null) return;
    lastTyped = server.millis();
    server.signals().key(1);
    line.typed(System.nanoTime());
    if (!screen.feed(bytes, from, length)) hangUp(DisconnectReason.PASTE);
  }

  @Override
  public void close() {
    lost();
  }

  @Override
  public void destroy(ChannelSession channel) {
    lost();
  }

  private void lost() {
    ScreenTerminal screen;
    synchronized (early) {
      gone = true;
      screen = terminal;
    }
    if (screen != null) screen.hangUp("");
  }

  /** Ends the visit with a word: the place is kept, the screen is given back. */
  void hangUp(DisconnectReason why) {
    synchronized (early) {
      if (parting == null) parting = why;
    }
    ScreenTerminal screen = terminal;
    if (screen != null) screen.hangUp(parting.sentence);
    else if (thread != null) thread.interrupt();
  }

  /**
   * Whether the visitor has stayed too long, or typed nothing for too long; then they are let go.
   */
  void tick(long now, ServerConfig rules) {
    PacedTransport typing = line;
    if (typing != null) typing.pay(System.nanoTime());
    ScreenTerminal screen = terminal;
    if (resizing && screen != null) resize(screen);
    if (now - began > rules.maxMillis()) hangUp(DisconnectReason.TIME);
    else if (terminal != null && now - lastTyped > rules.idleMillis()) hangUp(DisconnectReason.IDLE);
  }

  @Override
  public void run() {
    int code = 1;
    ServerSession session = channel.getServerSession();
    RejectReason refusal = server.enter(session, visitor, this);
    try {
      if (refusal != null) say("lectern: " + refusal.sentence);
      else code = visit();
    } catch (IOException e) {
      if (out.failure() == null) server.lost(visitor, e);
    } catch (Throwable e) {
      server.failed(visitor, e);
      tell("something went wrong inside; come again");
    } finally {
      terminal = null;
      window.close();
      if (out.failure() != null) server.lost(visitor, out.failure());
      if (refusal == null) server.leave(session, visitor, this, server.millis() - began, parting);
      end(code);
    }
  }

  private void end(int code) {
    try {
      exit.onExit(code);
    } catch (RuntimeException closed) {
      // the channel is gone already
    }
  }

  private int visit() throws IOException {
    boolean pty = isPty();
    if (command != null) return command(pty);
    if (!pty) return listed();
    Capabilities caps = Capabilities.of(visitor.env(), true, "auto");
    return caps.dumb() ? listed() : screen(caps);
  }

  private boolean isPty() {
    return channel instanceof ReaderChannel reader && reader.hasPty();
  }

  private int screen(Capabilities caps) throws IOException {
    line =
        new PacedTransport(
            out, this::release, server.signals(), ConnectionTracker.loginNanos(channel.getServerSession()));
    ScreenTerminal screen =
        ScreenTerminal.of(line, caps, Theme.of("ansi"), window.of(size()), false, ESCAPE_MILLIS);
    environment.addSignalListener((c, signal) -> resize(screen), Signal.WINCH);
    begin(screen);
    String reason;
    try (screen) {
      reason = server.reception().read(visitor, screen, error -> server.failed(visitor, error));
    }
    if (out.isStalled()) hangUp(DisconnectReason.STALLED);
    String word = parting == null ? reason : parting.sentence;
    if (!word.isEmpty() && !out.isStalled()) tell(word);
    return 0;
  }

  /** What was typed before there was a screen comes first. */
  private void begin(ScreenTerminal screen) {
    synchronized (early) {
      terminal = screen;
      if (early.size() > 0) type(screen, early.toByteArray(), 0, early.size());
      early.reset();
      if (gone) screen.hangUp("");
    }
    DisconnectReason why = parting;
    if (why != null) screen.hangUp(why.sentence);
  }

  /** A window that is drawn larger tells of it a thousand times; nobody sees as many pictures. */
  private void resize(ScreenTerminal screen) {
    long now = server.millis();
    if (now - resized < RESIZE_MILLIS) {
      // the last of them is taken when the timer comes by
      resizing = true;
      return;
    }
    resized = now;
    resizing = false;
    screen.resize(window.of(size()));
  }

  private void release(long bytes) {
    try {
      channel.getLocalWindow().release(bytes);
    } catch (IOException e) {
      lost();
    }
  }

  /** 0 or nonsense is 80×24; the terminal clamps the rest. */
  private Size size() {
    int columns = number("COLUMNS");
    int rows = number("LINES");
    return columns <= 0 || rows <= 0 ? new Size(80, 24) : new Size(columns, rows);
  }

  private int number(String name) {
    String text = environment.getEnv().getOrDefault(name, "");
    if (text.isEmpty() || text.length() > 6) return 0;
    for (int i = 0; i < text.length(); i++)
      if (text.charAt(i) < '0' || text.charAt(i) > '9') return 0;
    return Integer.parseInt(text);
  }

  private int listed() throws IOException {
    say("lectern: no screen here, so this is the list; ssh -t asks for a screen.");
    say("lectern: a command may follow the host: show POST, list --tag TAG, tags, help");
    return run(List.of("list"), isPty() ? Math.max(1, size().columns()) : 0);
  }

  private int command(boolean pty) throws IOException {
    if (command.length() > LONGEST_COMMAND) {
      server.refused(visitor, "long");
      say("lectern: the command is too long");
      return 2;
    }
    List<String> words = ShellWords.of(command);
    if (words.isEmpty()) words = List.of("help");
    boolean named = words.size() > 1 && words.getFirst().equals("lectern");
    server.signals().command(words.get(named ? 1 : 0));
    int code = run(words, pty ? Math.max(1, size().columns()) : 0);
    if (code == ReaderService.REFUSED) server.refused(visitor, "command");
    return code;
  }

  private int run(List<String> words, int columns) throws IOException {
    int code =
        server
            .reception()
            .command(
                words,
                visitor,
                columns,
                columns > 0 ? new CrLfOutputStream(out) : out,
                columns > 0 ? new CrLfOutputStream(err) : err);
    if (out.isStalled()) hangUp(DisconnectReason.STALLED);
    return code;
  }

  private void say(String sentence) throws IOException {
    err.write((sentence + (isPty() ? "\r\n" : "\n")).getBytes(StandardCharsets.UTF_8));
    err.flush();
  }

  private void tell(String word) {
    try {
      if (!gone) say("lectern: " + word);
    } catch (IOException unheard) {
      // they are gone: nobody is left to tell
    }
  }
}
