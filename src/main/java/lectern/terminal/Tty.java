package lectern.terminal;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import lectern.ui.Event;
import lectern.ui.Size;
import org.jline.nativ.CLibrary;
import org.jspecify.annotations.Nullable;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * The local terminal: raw mode and size by JLine's native library, bytes by file descriptors,
 * signals.
 *
 * <p>Standard input is polled before it is read, so that a child process gets its first key. The
 * terminal is restored by {@link #leaveRawMode}, by a shutdown hook, and by a watchdog after TERM
 * and HUP.
 */
final class Tty implements Transport, Runnable, SignalHandler {
  private static final int POLL_MILLIS = 1000;

  /** How long a session may take to save after a signal; service managers wait longer. */
  private static final int SHUTDOWN_TIMEOUT_MILLIS = 10_000;

  private final FileInputStream in;
  private final FileOutputStream out = new FileOutputStream(FileDescriptor.out);
  private final Capabilities caps;
  private final CLibrary.Termios savedTermios;

  /** File descriptor of the terminal: 0, or 1 when standard input is a pipe. */
  private final int descriptor;

  private final Object lock = new Object();
  private @Nullable ScreenTerminal terminal;
  private @Nullable Thread shutdownHook;
  private boolean inRawMode;
  private boolean listening;

  private Tty(Capabilities caps, CLibrary.Termios saved, int descriptor) throws IOException {
    this.caps = caps;
    this.savedTermios = saved;
    this.descriptor = descriptor;
    this.in =
        descriptor == 0 ? new FileInputStream(FileDescriptor.in) : new FileInputStream("/dev/tty");
  }

  static Tty open(Capabilities caps) throws IOException {
    CLibrary.Termios saved;
    int descriptor = 0;
    try {
      saved = new CLibrary.Termios();
      if (CLibrary.tcgetattr(0, saved) != 0) {
        descriptor = 1;
        if (CLibrary.tcgetattr(1, saved) != 0)
          throw new IOException("there is no terminal to read keys from");
      }
    } catch (LinkageError | RuntimeException e) {
      throw new IOException("the terminal cannot be set to raw mode: " + e.getMessage(), e);
    }
    Tty tty = new Tty(caps, saved, descriptor);
    tty.enterRawMode();
    return tty;
  }

  /** Delivers signals to this terminal from now on: a hang-up right after the first frame too. */
  void attach(ScreenTerminal terminal) {
    this.terminal = terminal;
    for (String name : new String[] {"WINCH", "CONT", "TSTP", "TERM", "HUP", "INT"})
      installHandler(name);
  }

  static Size size() {
    CLibrary.WinSize size = new CLibrary.WinSize();
    if (CLibrary.ioctl(1, CLibrary.TIOCGWINSZ, size) != 0 || size.ws_col <= 0 || size.ws_row <= 0) {
      return new Size(80, 24);
    }
    return new Size(size.ws_col, size.ws_row);
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    out.write(bytes);
    if (!listening) startReading();
  }

  @Override
  public void enterRawMode() {
    synchronized (lock) {
      CLibrary.tcsetattr(descriptor, CLibrary.TCSADRAIN, Termios.toRawMode(savedTermios));
      if (terminal != null) installHandler("TSTP");
      if (shutdownHook == null)
        Runtime.getRuntime().addShutdownHook(shutdownHook = new Thread(this, "restore"));
      inRawMode = true;
      lock.notifyAll();
    }
  }

  @Override
  public void leaveRawMode() {
    synchronized (lock) {
      if (!inRawMode) return;
      inRawMode = false;
      CLibrary.tcsetattr(descriptor, CLibrary.TCSADRAIN, savedTermios);
      // ^Z in a child process stops the whole job, as the shell expects
      if (terminal != null) Signal.handle(new Signal("TSTP"), SignalHandler.SIG_DFL);
    }
  }

  /** Runs as the shutdown hook and as the thread that reads keys. */
  @Override
  public void run() {
    if (Thread.currentThread() == shutdownHook) restore();
    else readInput();
  }

  /** Uses nothing that another shutdown hook may have closed. */
  private void restore() {
    if (!inRawMode) return;
    try {
      out.write(TerminalModes.leaveSequence(caps).getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      // the terminal is gone
    }
    CLibrary.tcsetattr(descriptor, CLibrary.TCSANOW, savedTermios);
  }

  // ── signals, and input after the first frame ───────────────────────────────────────────

  private void startReading() {
    listening = true;
    Thread reader = new Thread(this, "keys");
    reader.setDaemon(true);
    reader.start();
    // the size may have changed before
    if (!attached().size().equals(size())) attached().resize(size());
  }

  /** There are no signals, no output and so no input before {@link #attach}. */
  private ScreenTerminal attached() {
    return Objects.requireNonNull(terminal);
  }

  private void installHandler(String name) {
    try {
      Signal.handle(new Signal(name), this);
    } catch (IllegalArgumentException e) {
      // reserved by the virtual machine (-Xrs): the default action stays
    }
  }

  @Override
  public void handle(Signal signal) {
    switch (signal.getName()) {
      case "WINCH" -> attached().resize(size());
      case "CONT" -> handleContinue();
      case "TSTP" -> attached().post(new Event.SuspendRequested());
      case "HUP" -> terminate(Event.Disconnected.HUNG_UP, signal);
      case "INT" -> {
        // while a child process has the terminal, ^C is meant for it
        if (isInRawMode()) terminate(Event.Disconnected.INTERRUPTED, signal);
      }
      default -> terminate(Event.Disconnected.TERMINATED, signal);
    }
  }

  /** After a stop from outside, the shell has set its own modes. */
  private void handleContinue() {
    if (!isInRawMode()) return;
    attached().resume();
    attached().resize(size());
  }

  private boolean isInRawMode() {
    synchronized (lock) {
      return inRawMode;
    }
  }

  private void terminate(String reason, Signal signal) {
    attached().hangUp(reason);
    Thread watchdog = new Thread(() -> haltAfterTimeout(signal), "watchdog");
    watchdog.setDaemon(true);
    watchdog.start();
  }

  private void haltAfterTimeout(Signal signal) {
    try {
      Thread.sleep(SHUTDOWN_TIMEOUT_MILLIS);
    } catch (InterruptedException e) {
      return;
    }
    restore();
    Runtime.getRuntime().halt(128 + signal.getNumber());
  }

  private void readInput() {
    ScreenTerminal terminal = attached();
    byte[] bytes = new byte[4096];
    try {
      while (true) {
        awaitRawMode();
        if (CLibrary.pollForInput(descriptor, POLL_MILLIS) == 0) continue;
        int n;
        synchronized (lock) {
          if (!inRawMode) continue;
          n = in.read(bytes);
        }
        if (n < 0) break;
        while (!terminal.feed(bytes, 0, n)) terminal.awaitRoom();
      }
    } catch (IOException | InterruptedException e) {
      // some systems report a closed terminal as an error, others as the end of input
    }
    terminal.hangUp(Event.Disconnected.HUNG_UP);
  }

  private void awaitRawMode() throws InterruptedException {
    synchronized (lock) {
      while (!inRawMode) lock.wait();
    }
  }
}
