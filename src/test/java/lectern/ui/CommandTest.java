package lectern.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The table of commands. */
class CommandTest {
  @Test
  void eachHasAWordOfItsOwnInAConfiguration() {
    Set<String> names = new HashSet<>();
    for (Command command : Command.all()) {
      assertTrue(names.add(command.configName()), command.configName());
      assertEquals(command, Command.find(command.configName()));
    }
  }

  /** The updates of the screens rely on it: each casts to the enum of its screen. */
  @Test
  void aScreenIsGivenItsOwnCommandsAndTheCommonOnes() {
    for (KeyContext context : KeyContext.values()) {
      for (Keymap.Binding binding : Keymap.defaults().bindings()) {
        Command command = Keymap.defaults().lookUp(context, binding.keys()).command();
        if (command == null) continue;
        assertTrue(
            command.context() == context || command.context() == KeyContext.COMMON,
            context + " " + binding.keys() + " " + command);
      }
    }
  }

  /** A new enum of commands is in the table, or no key, no help and no configuration knows it. */
  @Test
  void everyEnumOfCommandsIsInTheTable() {
    Set<Class<?>> listed = new HashSet<>();
    for (Command command : Command.all()) listed.add(command.getClass());
    assertEquals(Set.of(Command.class.getPermittedSubclasses()), listed);
  }

  @Test
  void eachHasAKeyAndWordsForIt() {
    for (Command command : Command.all()) {
      assertFalse(Keymap.defaults().keysOf(command).isEmpty(), command.configName());
      assertFalse(command.title().isEmpty() || command.hint().isEmpty(), command.configName());
    }
  }
}
