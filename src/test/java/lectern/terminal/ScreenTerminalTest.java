package lectern.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import lectern.text.Line;
import lectern.theme.Theme;
import lectern.ui.Event;
import lectern.ui.Frame;
import lectern.ui.Key;
import lectern.ui.Size;
import org.junit.jupiter.api.Test;

/** A terminal on a wire, as one over SSH is. */
class ScreenTerminalTest {
  private final List<byte[]> sent = new ArrayList<>();
  private int taken;
  private boolean broken;

  private final Transport wire =
      new Transport() {
        @Override
        public void write(byte[] bytes) throws IOException {
          if (broken) throw new IOException("Input/output error");
          sent.add(bytes);
        }

        @Override
        public void acknowledge(int bytes) {
          taken += bytes;
        }
      };

  private final ScreenTerminal terminal = on("xterm-kitty", new Size(80, 24));

  private ScreenTerminal on(String term, Size size) {
    Capabilities caps = Capabilities.of(Map.of("TERM", term, "LANG", "C.UTF-8"), true, "auto");
    return new ScreenTerminal(wire, caps, Theme.of("ansi"), size, true, 1);
  }

  private void feed(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    assertTrue(terminal.feed(bytes, 0, bytes.length));
  }

  private static Event pressed(String name) {
    return new Event.KeyPressed(Key.of(name));
  }

  @Test
  void oneWriteAFrameAndAllModesUndoneAtTheEnd() {
    Emulator emulator = new Emulator(80, 24);
    terminal.show(Frame.of(List.of(Line.of("one"))));
    terminal.show(Frame.of(List.of(Line.of("one"))));
    terminal.show(Frame.of(List.of(Line.of("two"))));
    assertEquals(2, sent.size());
    sent.forEach(emulator::write);
    assertTrue(emulator.screen().startsWith("two\n"));
    assertEquals(java.util.Set.of(1049, 2004, 1002, 1006), emulator.modes);
    terminal.close();
    terminal.close();
    assertEquals(3, sent.size());
    emulator.write(sent.getLast());
    assertTrue(emulator.isAsFound());
    terminal.show(Frame.of(List.of(Line.of("after"))));
    assertEquals(3, sent.size());
  }

  @Test
  void keysAndWhatTheyTookUp() {
    feed("aé\033[A\033");
    assertEquals(pressed("a"), terminal.next(-1));
    assertEquals(pressed("é"), terminal.next(0));
    assertEquals(pressed("Up"), terminal.next(0));
    assertEquals(pressed("Esc"), terminal.next(-1));
    assertEquals(7, taken);
    assertEquals(new Event.Tick(), terminal.next(0));
  }

  @Test
  void onlyTheNewestOfManySizesIsTold() {
    for (int i = 1; i <= 1000; i++) terminal.resize(new Size(i, 30));
    terminal.resize(new Size(5000, 0));
    terminal.resize(new Size(5000, 5000));
    assertEquals(new Event.Resized(new Size(1000, 1000)), terminal.next(-1));
    assertEquals(new Size(1000, 1000), terminal.size());
    assertEquals(new Event.Tick(), terminal.next(0));
    assertEquals(new Size(80, 24), on("xterm", new Size(0, 0)).size());
  }

  @Test
  void theEndComesAfterTheKeysAndStays() {
    feed("x");
    terminal.hangUp("closed");
    terminal.hangUp("later");
    assertEquals(pressed("x"), terminal.next(-1));
    assertEquals(new Event.Disconnected("closed"), terminal.next(-1));
    assertEquals(new Event.Disconnected("closed"), terminal.next(0));
  }

  @Test
  void aReaderThatIsGoneIsNoException() {
    broken = true;
    terminal.show(Frame.of(List.of(Line.of("one"))));
    assertEquals(new Event.Disconnected("the terminal is gone"), terminal.next(-1));
    terminal.close();
  }

  @Test
  void anotherThreadWakesIt() throws Exception {
    Thread waker = Thread.ofVirtual().start(() -> terminal.post(pressed("F9")));
    assertEquals(pressed("F9"), terminal.next(-1));
    waker.join();
    terminal.post(new Event.Tick());
    assertEquals(new Event.Tick(), terminal.next(-1));
  }

  @Test
  void anInterruptEndsTheWait() {
    Thread.currentThread().interrupt();
    assertEquals(new Event.Disconnected("interrupted"), terminal.next(-1));
    assertTrue(Thread.interrupted());
  }

  @Test
  void floodsAreRefusedNotKept() {
    byte[] much = new byte[EventQueue.MAX_BYTES];
    assertTrue(terminal.feed(much, 0, much.length));
    assertFalse(terminal.feed(much, 0, 1));
    terminal.next(0);
    assertTrue(terminal.feed(much, 0, 1));
  }

  @Test
  void copiesByOsc52WithinItsLimit() {
    assertEquals("", terminal.copyToClipboard("naïve\n"));
    Emulator emulator = new Emulator(80, 24);
    emulator.write(sent.getLast());
    assertEquals(
        "naïve\n",
        new String(
            Base64.getDecoder().decode(emulator.clipboard.toString()), StandardCharsets.UTF_8));
    assertEquals("too long: 80 KB of at most 74", terminal.copyToClipboard("x".repeat(80_000)));
    assertEquals(
        "this terminal takes no copies", on("linux", new Size(80, 24)).copyToClipboard("x"));
  }

  @Test
  void awayAndBackIsDrawnWhole() {
    terminal.show(Frame.of(List.of(Line.of("one"))));
    int before = sent.size();
    Emulator emulator = new Emulator(80, 24);
    sent.forEach(emulator::write);
    terminal.runReleased(
        () -> {
          emulator.write(sent.getLast());
          assertTrue(emulator.isAsFound());
          emulator.write("rubbish of a child".getBytes(StandardCharsets.UTF_8));
        });
    terminal.show(Frame.of(List.of(Line.of("one"))));
    assertEquals(before + 2, sent.size());
    emulator.write(sent.getLast());
    assertTrue(emulator.screen().startsWith("one\n\n"), emulator.screen());
  }

  @Test
  void resumedFromOutsideIsTakenAnew() {
    terminal.show(Frame.of(List.of(Line.of("one"))));
    terminal.resume();
    terminal.resize(new Size(80, 24));
    assertEquals(new Event.Resized(new Size(80, 24)), terminal.next(-1));
    terminal.show(Frame.of(List.of(Line.of("one"))));
    assertTrue(new String(sent.getLast(), StandardCharsets.UTF_8).contains("\033[?1049h"));
  }
}
