package lectern.ui;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a key can do: one enum a screen, and two for all screens. A new constant does not compile
 * until the switch of its screen has a case for it.
 */
public sealed interface Command
    permits Movement,
        CommonCommand,
        PostListCommand,
        TagPickerCommand,
        ReaderCommand,
        PickerCommand {
  /**
   * A command in words.
   *
   * @param configName its word in a configuration and in the linear mode; never renamed
   * @param title for the help
   * @param hint a word or two for the footer
   * @param defaultKeys as in {@link Keymap.Binding}; the first is the one that hints name
   */
  record Description(String configName, String title, String hint, List<String> defaultKeys) {}

  /** The screen whose keys it belongs to. */
  KeyContext context();

  Description description();

  default String configName() {
    return description().configName();
  }

  default String title() {
    return description().title();
  }

  default String hint() {
    return description().hint();
  }

  /** Every command, in the order of the help. */
  static List<Command> all() {
    List<Command> all = new ArrayList<>();
    all.addAll(List.of(Movement.values()));
    all.addAll(List.of(CommonCommand.values()));
    all.addAll(List.of(PostListCommand.values()));
    all.addAll(List.of(TagPickerCommand.values()));
    all.addAll(List.of(ReaderCommand.values()));
    all.addAll(List.of(PickerCommand.values()));
    return all;
  }

  static @Nullable Command find(String configName) {
    for (Command command : all()) if (command.configName().equals(configName)) return command;
    return null;
  }
}
