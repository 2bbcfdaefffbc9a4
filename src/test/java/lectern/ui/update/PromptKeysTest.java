package lectern.ui.update;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lectern.post.Catalog;
import lectern.post.Query;
import lectern.ui.CommonCommand;
import lectern.ui.Effect;
import lectern.ui.Event;
import lectern.ui.HelpScreen;
import lectern.ui.Key;
import lectern.ui.Keymap;
import lectern.ui.Model;
import lectern.ui.Preferences;
import lectern.ui.ReaderHistory;
import lectern.ui.Size;
import lectern.ui.Step;
import org.junit.jupiter.api.Test;

/** Commands while text is typed are on the keys that the reader has chosen. */
class PromptKeysTest {
  private static Step typing(Keymap keymap, String... keys) {
    Model model =
        Model.of(
            new Size(80, 24),
            new Catalog("posts", List.of(), List.of()),
            Query.ALL,
            keymap,
            Preferences.DEFAULTS,
            ReaderHistory.EMPTY);
    Step step = press(Step.of(model), "/");
    for (String key : keys) step = press(step, key);
    return step;
  }

  private static Step press(Step step, String key) {
    return Update.of(step.model(), new Event.KeyPressed(Key.of(key)));
  }

  @Test
  void defaultKeys() {
    Keymap keys = Keymap.defaults();
    assertTrue(typing(keys, "a", "F1").model().screen() instanceof HelpScreen);
    assertEquals(List.of(new Effect.Redraw()), typing(keys, "a", "C-l").effects());
    assertNull(typing(keys, "a", "Esc").model().postList().filter());
    assertEquals("ah?q", typing(keys, "a", "h", "?", "q").model().posts().query().text());
  }

  @Test
  void reboundKeys() {
    Keymap keys =
        Keymap.defaults()
            .rebind(CommonCommand.HELP, List.of("F2", "x"))
            .rebind(CommonCommand.BACK, List.of("C-g"));
    assertTrue(typing(keys, "a", "F2").model().screen() instanceof HelpScreen);
    assertEquals("ax", typing(keys, "a", "x", "F1").model().posts().query().text());
    assertNull(typing(keys, "a", "C-g").model().postList().filter());
    assertNull(typing(keys, "a", "Esc").model().postList().filter());
  }

  @Test
  void keysThatEditGoOnEditing() {
    Keymap keys = Keymap.defaults().rebind(CommonCommand.BACK, List.of("Left", "Esc"));
    assertNotNull(typing(keys, "a", "Left").model().postList().filter());
  }
}
