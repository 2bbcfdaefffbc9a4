package lectern.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;

import lectern.ui.Size;
import org.junit.jupiter.api.Test;

class WindowsTest {
  private final Windows windows = new Windows(1_500_000);

  @Test
  void manyLargeWindowsAreDrawnSmaller() {
    Windows.Window first = windows.new Window();
    Windows.Window second = windows.new Window();
    assertEquals(new Size(1000, 1000), first.of(new Size(1000, 1000)));
    assertEquals(new Size(240, 80), second.of(new Size(1000, 1000)));
    assertEquals(new Size(80, 24), second.of(new Size(80, 24)), "an ordinary one is always given");
    first.close();
    assertEquals(new Size(1000, 1000), second.of(new Size(4000, 4000)));
    second.close();
    second.close();
    assertEquals(new Size(1000, 1000), first.of(new Size(1000, 1000)), "closing twice is nothing");
    first.of(new Size(80, 24));
    assertEquals(
        new Size(1000, 1000), second.of(new Size(1000, 1000)), "made smaller, it gives back");
  }
}
