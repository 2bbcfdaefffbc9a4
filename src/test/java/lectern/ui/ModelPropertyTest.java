package lectern.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import lectern.Gen;
import lectern.Property;
import lectern.text.Line;
import lectern.ui.update.Update;
import lectern.ui.view.View;
import org.junit.jupiter.api.Test;

/** Whatever is pressed, whatever the size: the picture fits, and there is a way out. */
class ModelPropertyTest {
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

  /** A reader's terminal and posts, and what happens there. */
  private record Visit(int columns, int rows, int posts, long seed, List<Event> events) {
    static Visit anywhere(Random random) {
      return new Visit(
          Gen.between(random, 1, 200),
          Gen.between(random, 1, 60),
          Gen.between(random, 0, 60),
          random.nextInt(),
          Gen.list(random, 120, ModelPropertyTest::event));
    }

    static Visit usual(Random random, int events) {
      return new Visit(
          80, 24, 20, random.nextInt(), Gen.list(random, events, ModelPropertyTest::event));
    }

    Simulation world() {
      return ModelPropertyTest.world(columns, rows, posts, seed);
    }
  }

  @Test
  void everyFrameFitsAndQLeadsOut() {
    Property.check(
        300,
        Visit::anywhere,
        visit -> {
          Simulation world = visit.world();
          for (Event event : visit.events) {
            if (world.left) break;
            world.step(event);
            fits(world.model);
          }
          for (int i = 0; i < 40 && !world.left; i++) {
            world.step(new Event.KeyPressed(Key.of(i % 2 == 0 ? "Esc" : "q")));
            fits(world.model);
          }
          assertTrue(world.left, "no way out of " + world.model.screen());
        });
  }

  @Test
  void updateIsPure() {
    Property.check(
        60,
        random -> Visit.usual(random, 80),
        visit -> {
          Simulation world = visit.world();
          for (Event event : visit.events) {
            Model before = world.model;
            String picture = picture(before);
            String first = picture(Update.of(before, event).model());
            assertEquals(first, picture(Update.of(before, event).model()), "the same answer twice");
            assertEquals(picture, picture(before), "the old state is as it was");
            world.step(event);
            world.left = false;
          }
        });
  }

  @Test
  void anUnboundKeyDoesNothing() {
    Property.check(
        100,
        random -> Visit.usual(random, 1),
        visit -> {
          Simulation world = visit.world();
          for (int i = 0; i < 10; i++) world.step(new Event.KeyPressed(Key.of("j")));
          world.step(new Event.KeyPressed(Key.of(visit.events.isEmpty() ? "Enter" : "k")));
          world.step(new Event.KeyPressed(Key.of("F9")));
          String before = picture(world.model);
          for (String key : new String[] {"F9", "M-q", "C-M-S-Left", "Insert", "ß", "!"}) {
            world.step(new Event.KeyPressed(Key.of(key)));
            assertEquals(before, picture(world.model), key);
          }
        });
  }

  private static Simulation world(int columns, int rows, int posts, long seed) {
    Model model =
        Model.of(
            new Size(columns, rows),
            Simulation.catalog(posts, seed),
            lectern.post.Query.ALL,
            Keymap.defaults(),
            Preferences.DEFAULTS,
            ReaderHistory.EMPTY);
    return new Simulation(model, seed);
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

  private static void fits(Model model) {
    Frame frame = View.of(model);
    assertTrue(frame.lines().size() <= model.size().rows(), "too many rows");
    for (Line line : frame.lines()) {
      assertTrue(line.width() <= model.size().columns(), () -> "too wide: " + line.text());
    }
    assertTrue(frame.cursorColumn() < model.size().columns(), "the cursor is off the screen");
  }

  private static String picture(Model model) {
    StringBuilder out = new StringBuilder();
    for (Line line : View.of(model).lines()) out.append(line.spans()).append('\n');
    return out.toString();
  }
}
