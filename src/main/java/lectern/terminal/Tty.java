package lectern.terminal;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import lectern.ui.Event;
import lectern.ui.Size;
import org.jline.nativ.CLibrary;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * The line of a local terminal: raw mode and size by JLine's native library, bytes by descriptors 0
 * and 1, signals.
 *
 * <p>Standard input is polled and only then read, so that a child process started meanwhile keeps
 * its first key. Every way out leaves the terminal as it was: {@link #leaveRawMode}, the shutdown
 * hook, and a watchdog after TERM and HUP.
 */
final class Tty implements Transport, Runnable, SignalHandler {
  private static final int POLL_MILLIS = 1000;

  /**
   * How long a session may take to save its place after a signal: long enough for a machine that is
   * busy and a disk that is slow, shorter than service managers wait before they kill.
   */
  private static final int SHUTDOWN_TIMEOUT_MILLIS = 10_000;

  private final FileInputStream in;
  private final FileOutputStream out = new FileOutputStream(FileDescriptor.out);
  private final Capabilities caps;
  private final CLibrary.Termios savedTermios;

  /**
   * The descriptor of the terminal: 0, or 1 when a post is piped into standard input and keys come
   * from /dev/tty.
   */
  private final int descriptor;

  private final Object lock = new Object();
  private ScreenTerminal terminal;
  private Thread shutdownHook;
  private boolean inRawMode;
  private boolean listening;

  private Tty(Capabilities caps, CLibrary.Termios found, int line) throws IOException {
    this.caps = caps;
    this.savedTermios = found;
    this.descriptor = line;
    this.in = line == 0 ? new FileInputStream(FileDescriptor.in) : new FileInputStream("/dev/tty");
  }

  static Tty open(Capabilities caps) throws IOException {
    CLibrary.Termios found;
    int line = 0;
    try {
      found = new CLibrary.Termios();
      if (CLibrary.tcgetattr(0, found) != 0) {
        line = 1;
        if (CLibrary.tcgetattr(1, found) != 0)
          throw new IOException("there is no terminal to read keys from");
      }
    } catch (LinkageError | RuntimeException e) {
      throw new IOException("the terminal cannot be set to raw mode: " + e.getMessage(), e);
    }
    Tty tty = new Tty(caps, found, line);
    tty.enterRawMode();
    return tty;
  }

  /**
   * From here on signals go to this terminal: before its first frame, since one who sees that may
   * hang up at once, and the place is to be kept then too.
   */
  void attach(ScreenTerminal terminal) {
    this.terminal = terminal;
    for (String name : new String[] {"WINCH", "CONT", "TSTP", "TERM", "HUP", "INT"}) handle(name);
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
      if (terminal != null) handle("TSTP");
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
      // a ^Z in a program run meanwhile stops all of us, as the shell expects
      if (terminal != null) Signal.handle(new Signal("TSTP"), SignalHandler.SIG_DFL);
    }
  }

  /** The thread of the shutdown hook and the reading one: told apart by name. */
  @Override
  public void run() {
    if (Thread.currentThread() == shutdownHook) restore();
    else readInput();
  }

  /** Not through anything that may be closed already: hooks run beside each other. */
  private void restore() {
    if (!inRawMode) return;
    try {
      out.write(TerminalModes.leaveSequence(caps).getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      // the terminal is gone, and with it what was to be restored
    }
    CLibrary.tcsetattr(descriptor, CLibrary.TCSANOW, savedTermios);
  }

  // ── signals, and input after the first frame ───────────────────────────────────────────

  private void startReading() {
    listening = true;
    Thread reader = new Thread(this, "keys");
    reader.setDaemon(true);
    reader.start();
    // a size that changed before anyone listened
    if (!terminal.size().equals(size())) terminal.resize(size());
  }

  private void handle(String name) {
    try {
      Signal.handle(new Signal(name), this);
    } catch (IllegalArgumentException e) {
      // taken by the virtual machine (-Xrs): then it acts by default
    }
  }

  @Override
  public void handle(Signal signal) {
    switch (signal.getName()) {
      case "WINCH" -> terminal.resize(size());
      case "CONT" -> handleContinue();
      case "TSTP" -> terminal.post(new Event.SuspendRequested());
      case "HUP" -> terminate(Event.Disconnected.HUNG_UP, signal);
      case "INT" -> handleInterrupt(signal);
      default -> terminate(Event.Disconnected.TERMINATED, signal);
    }
  }

  /** Stopped from outside and continued: the shell has set its own modes since. */
  private void handleContinue() {
    synchronized (lock) {
      if (!inRawMode) return;
    }
    terminal.resume();
    terminal.resize(size());
  }

  /** A ^C while another program has the terminal is meant for that one. */
  private void handleInterrupt(Signal signal) {
    synchronized (lock) {
      if (!inRawMode) return;
    }
    terminate(Event.Disconnected.INTERRUPTED, signal);
  }

  private void terminate(String reason, Signal signal) {
    terminal.hangUp(reason);
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
      // a terminal that is closed says so by an error on some systems, by an end on others
    }
    terminal.hangUp(Event.Disconnected.HUNG_UP);
  }

  private void awaitRawMode() throws InterruptedException {
    synchronized (lock) {
      while (!inRawMode) lock.wait();
    }
  }
}
