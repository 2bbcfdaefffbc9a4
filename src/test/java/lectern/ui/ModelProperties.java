package lectern.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import lectern.text.Line;
import lectern.ui.update.Update;
import lectern.ui.view.View;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever is pressed, whatever the size: the picture fits, and there is a way out. */
class ModelProperties {
  private static final String[] KEYS = {
    "j",
    "k",
    "Space",
    "b",
    "d",
    "u",
    "g",
    "G",
    "q",
    "Esc",
    "Left",
    "Backspace",
    "h",
    "?",
    "F1",
    "C-l",
    "C-z",
    "Enter",
    "Right",
    "l",
    "/",
    "t",
    "s",
    "r",
    "D",
    "n",
    "p",
    "N",
    "R",
    "c",
    "x",
    "o",
    "[",
    "]",
    "Tab",
    "S-Tab",
    "H",
    "L",
    "J",
    "K",
    "y",
    "Y",
    "m",
    "'",
    "w",
    "<",
    ">",
    "T",
    "%",
    "e",
    "1",
    "5",
    "0",
    "Up",
    "Down",
    "PgUp",
    "PgDn",
    "Home",
    "End",
    "é",
    "日",
    "a",
    "Delete",
    "C-w",
    "C-u",
    "C-a",
    "C-k",
    "M-x",
    "F7",
    "z"
  };

  @Property(tries = 300)
  void everyFrameFitsAndQLeadsOut(
      @ForAll @IntRange(min = 1, max = 200) int columns,
      @ForAll @IntRange(min = 1, max = 60) int rows,
      @ForAll @IntRange(min = 0, max = 60) int posts,
      @ForAll long seed) {
    Random random = new Random(seed);
    Simulation world = world(columns, rows, posts, seed);
    for (int i = 0; i < 80 && !world.left; i++) {
      world.step(event(random));
      fits(world.app);
    }
    for (int i = 0; i < 40 && !world.left; i++) {
      world.step(new Event.KeyPressed(Key.of(i % 2 == 0 ? "Esc" : "q")));
      fits(world.app);
    }
    assertTrue(world.left, "no way out of " + world.app.screen());
  }

  @Property(tries = 60)
  void updateIsPure(@ForAll long seed) {
    Random random = new Random(seed);
    Simulation world = world(80, 24, 20, seed);
    for (int i = 0; i < 40; i++) {
      Event event = event(random);
      Model before = world.app;
      String picture = picture(before);
      String first = picture(Update.of(before, event).model());
      assertEquals(first, picture(Update.of(before, event).model()), "the same answer twice");
      assertEquals(picture, picture(before), "the old state is as it was");
      world.step(event);
      world.left = false;
    }
  }

  @Property(tries = 100)
  void anUnboundKeyDoesNothing(@ForAll long seed) {
    Random random = new Random(seed);
    Simulation world = world(80, 24, 20, seed);
    for (int i = 0; i < 10; i++) world.step(new Event.KeyPressed(Key.of("j")));
    world.step(new Event.KeyPressed(Key.of(random.nextBoolean() ? "Enter" : "k")));
    world.step(new Event.KeyPressed(Key.of("F9")));
    String before = picture(world.app);
    for (String key : new String[] {"F9", "M-q", "C-M-S-Left", "Insert", "ß", "!"}) {
      world.step(new Event.KeyPressed(Key.of(key)));
      assertEquals(before, picture(world.app), key);
    }
  }

  private static Simulation world(int columns, int rows, int posts, long seed) {
    Model app =
        Model.of(
            new Size(columns, rows),
            Simulation.catalog(posts, seed),
            lectern.post.Query.ALL,
            Keymap.defaults(),
            Preferences.DEFAULTS,
            ReaderHistory.EMPTY);
    return new Simulation(app, seed);
  }

  private static Event event(Random random) {
    return switch (random.nextInt(30)) {
      case 0 -> new Event.Resized(new Size(1 + random.nextInt(200), 1 + random.nextInt(60)));
      case 1 -> new Event.Pasted("some\npasted \u001b[31mtext");
      case 2 -> new Event.MousePressed(random.nextInt(3), random.nextInt(60), random.nextInt(200));
      case 3 ->
          new Event.MousePressed(64 + random.nextInt(2), random.nextInt(60), random.nextInt(200));
      case 4 -> new Event.Tick();
      case 5 ->
          new Event.Failed("Something did not work, somewhere far away, for a reason that is long");
      default -> new Event.KeyPressed(Key.of(KEYS[random.nextInt(KEYS.length)]));
    };
  }

  private static void fits(Model app) {
    Frame frame = View.of(app);
    assertTrue(frame.lines().size() <= app.size().rows(), "too many rows");
    for (Line line : frame.lines()) {
      assertTrue(line.width() <= app.size().columns(), () -> "too wide: " + line.text());
    }
    assertTrue(frame.cursorColumn() < app.size().columns(), "the cursor is off the screen");
  }

  private static String picture(Model app) {
    StringBuilder out = new StringBuilder();
    for (Line line : View.of(app).lines()) out.append(line.spans()).append('\n');
    return out.toString();
  }
}
