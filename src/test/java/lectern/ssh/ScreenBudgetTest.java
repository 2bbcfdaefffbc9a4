package lectern.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;

import lectern.ui.Size;
import org.junit.jupiter.api.Test;

class ScreenBudgetTest {
  private final ScreenBudget windows = new ScreenBudget(1_500_000);

  @Test
  void manyLargeWindowsAreDrawnSmaller() {
    ScreenBudget.Allocation first = windows.new Allocation();
    ScreenBudget.Allocation second = windows.new Allocation();
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
