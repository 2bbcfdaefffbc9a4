package lectern.terminal;

import org.jline.nativ.CLibrary;

/** Raw mode as termios flags, for Linux and macOS: as JLine sets them, without loading JLine. */
final class Termios {
  private Termios() {}

  /**
   * No line editing, echo, signals or flow control. CR and LF are not translated, in either
   * direction: a line feed is one byte and moves down.
   */
  static CLibrary.Termios toRawMode(CLibrary.Termios found) {
    boolean mac = System.getProperty("os.name", "").startsWith("Mac");
    CLibrary.Termios raw = new CLibrary.Termios();
    raw.c_iflag = found.c_iflag & ~(mac ? 0x200 | 0x100 | 0x40 : 0x400 | 0x100 | 0x40);
    raw.c_oflag = found.c_oflag & ~(mac ? 0x2 : 0x4);
    raw.c_cflag = found.c_cflag;
    raw.c_lflag = found.c_lflag & ~(mac ? 0x100 | 0x8 | 0x400 | 0x80 : 0x2 | 0x8 | 0x8000 | 0x1);
    raw.c_cc = found.c_cc.clone();
    raw.c_cc[mac ? 16 : 6] = 1;
    raw.c_cc[mac ? 17 : 5] = 0;
    raw.c_ispeed = found.c_ispeed;
    raw.c_ospeed = found.c_ospeed;
    return raw;
  }
}
