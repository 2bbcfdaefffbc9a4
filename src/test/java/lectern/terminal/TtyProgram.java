package lectern.terminal;

import java.util.ArrayList;
import java.util.List;
import lectern.text.Line;
import lectern.text.Role;
import lectern.text.Span;
import lectern.theme.Theme;
import lectern.ui.Event;
import lectern.ui.Frame;
import lectern.ui.Size;

/**
 * A reader without posts, for tests on a real terminal: shows what came in, and ends in every way
 * there is.
 */
public final class TtyProgram {
  private TtyProgram() {}

  public static void main(String[] args) throws Exception {
    Capabilities caps = Capabilities.of(System.getenv(), true, "auto");
    Theme theme = Theme.of(args.length > 0 ? args[0] : "ansi");
    Terminal terminal = LocalTerminal.open(caps, theme, false);
    String reason = "quit";
    try {
      reason = run(terminal);
    } finally {
      terminal.close();
    }
    System.out.println("ended: " + reason);
    System.exit(0);
  }

  private static String run(Terminal terminal) throws Exception {
    int top = 0;
    String last = "";
    while (true) {
      terminal.show(frame(terminal.size(), top, last));
      Event event = terminal.next(-1);
      switch (event) {
        case Event.KeyPressed(var key) -> {
          last = key.name();
          switch (last) {
            case "q" -> {
              return "quit";
            }
            case "x" -> throw new IllegalStateException("asked for");
            case "X" -> System.exit(3);
            case "j" -> top++;
            case "k" -> top--;
            case "T" -> terminal.setTheme(Theme.of("paper"));
            case "C-z" -> terminal.runReleased(LocalTerminal::suspend);
            case "e" -> terminal.runReleased(TtyProgram::child);
            default -> {}
          }
        }
        case Event.SuspendRequested _ -> terminal.runReleased(LocalTerminal::suspend);
        case Event.Pasted(var text) -> last = "pasted " + text;
        case Event.Resized(var size) -> last = "resized " + size.columns() + "x" + size.rows();
        case Event.MousePressed c -> last = c.toString();
        case Event.Disconnected(var reason) -> {
          if (System.getenv("STUBBORN") != null) Thread.sleep(60_000);
          return reason;
        }
        default -> {}
      }
    }
  }

  private static void child() {
    try {
      String script =
          System.getenv().getOrDefault("CHILD", "echo child; read line; echo got $line");
      new ProcessBuilder("sh", "-c", script).inheritIO().start().waitFor();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static Frame frame(Size size, int top, String last) {
    List<Line> lines = new ArrayList<>();
    lines.add(Line.of(Span.of("last: " + last, Role.CHROME)));
    for (int i = 0; i < size.rows() - 2; i++) {
      lines.add(
          Line.of(
              Span.of("line " + (top + i), Role.TITLE),
              Span.of("  é 日本語 😀 words of it", Role.META)));
    }
    lines.add(Line.of(Span.of("size " + size.columns() + "x" + size.rows(), Role.CHROME)));
    return Frame.of(lines);
  }
}
