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
    assertEquals(new Size(1000, 1000), first.allocate(new Size(1000, 1000)));
    assertEquals(new Size(240, 80), second.allocate(new Size(1000, 1000)));
    assertEquals(
        new Size(80, 24), second.allocate(new Size(80, 24)), "an ordinary one is always given");
    first.close();
    assertEquals(new Size(1000, 1000), second.allocate(new Size(4000, 4000)));
    second.close();
    second.close();
    assertEquals(
        new Size(1000, 1000), first.allocate(new Size(1000, 1000)), "closing twice is nothing");
    first.allocate(new Size(80, 24));
    assertEquals(
        new Size(1000, 1000), second.allocate(new Size(1000, 1000)), "made smaller, it gives back");
  }
}
