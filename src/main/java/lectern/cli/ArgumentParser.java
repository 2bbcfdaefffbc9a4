package lectern.cli;

import java.util.ArrayList;
import java.util.List;
import lectern.text.DidYouMean;
import org.jspecify.annotations.Nullable;

/**
 * Takes a command line apart in one pass, as GNU's getopt does: {@code --name=value}, {@code --name
 * value}, {@code -nvalue}, letters together, {@code --} before what only looks like an option;
 * options and arguments in any order. Names are never shortened.
 */
final class ArgumentParser {
  /**
   * An option as it was given.
   *
   * @param option if there is such an option
   * @param arg as it was written
   */
  record GivenOption(@Nullable CliOption option, String arg, @Nullable String value) {}

  private final List<String> args;
  private final List<GivenOption> options = new ArrayList<>();
  private final List<String> arguments = new ArrayList<>();
  private Subcommand command = Subcommand.READ;
  private int index;

  /** Errors in the options are not reported before {@link #validOptions()}. */
  ArgumentParser(List<String> args) {
    this.args = args;
    boolean first = true;
    while (index < args.size()) {
      String arg = args.get(index++);
      if (arg.equals("--")) break;
      if (arg.startsWith("--")) parseLongOption(arg);
      else if (arg.startsWith("-") && arg.length() > 1) parseShortOptions(arg);
      else {
        Subcommand named = first ? Subcommand.of(arg) : null;
        if (named == null) arguments.add(arg);
        else command = named;
        first = false;
      }
    }
    while (index < args.size()) arguments.add(args.get(index++));
  }

  private void parseLongOption(String arg) {
    int equals = arg.indexOf('=');
    CliOption option = CliOption.ofLongName(arg.substring(2, equals < 0 ? arg.length() : equals));
    add(option, arg, equals < 0 ? null : arg.substring(equals + 1));
  }

  /** The letters of {@code -hn3}, the last of which may have a value. */
  private void parseShortOptions(String arg) {
    // -toc is a mistyped --toc, not the tag "oc"
    boolean isLongName = CliOption.ofLongName(arg.substring(1)) != null;
    for (int i = 1; i < arg.length(); i++) {
      CliOption option = isLongName ? null : CliOption.ofShortName(arg.charAt(i));
      String rest = arg.substring(i + 1);
      if (option != null && option.valueName == null) add(option, arg, null);
      else {
        add(option, arg, rest.isEmpty() ? null : rest.startsWith("=") ? rest.substring(1) : rest);
        return;
      }
    }
  }

  private void add(@Nullable CliOption option, String arg, @Nullable String attached) {
    String value = attached;
    if (value == null && option != null && option.valueName != null) {
      if (index < args.size() && isValue(option, args.get(index))) value = args.get(index++);
      else if (option.hasOptionalValue()) value = "0";
    }
    options.add(new GivenOption(option, arg, value));
  }

  /** Whether the argument can be the option's value: not if it looks like an option. */
  private static boolean isValue(CliOption option, String arg) {
    if (option.hasOptionalValue()) return isInteger(arg);
    if (!arg.startsWith("-") || arg.length() == 1) return true;
    if (!arg.startsWith("--")) return CliOption.ofShortName(arg.charAt(1)) == null;
    int equals = arg.indexOf('=');
    String name = arg.substring(2, equals < 0 ? arg.length() : equals);
    return !arg.equals("--") && CliOption.ofLongName(name) == null;
  }

  private static boolean isInteger(String arg) {
    int from = arg.startsWith("-") ? 1 : 0;
    if (arg.length() == from || arg.length() > 9) return false;
    for (int i = from; i < arg.length(); i++)
      if (arg.charAt(i) < '0' || arg.charAt(i) > '9') return false;
    return true;
  }

  /** The first argument that is no option, when it names a command; else {@code read}. */
  Subcommand command() {
    return command;
  }

  /** Whether help or the version is wanted and nothing else is named. */
  boolean asksForHelp() {
    for (GivenOption given : options)
      if (given.option == CliOption.HELP || given.option == CliOption.VERSION)
        return command == Subcommand.READ && arguments.isEmpty();
    return false;
  }

  /** What is left of the command line without the command and the options. */
  List<String> arguments() {
    return arguments;
  }

  /**
   * The options in the order of the command line.
   *
   * @throws UsageException for the first that the command does not take, or whose value is missing
   */
  List<GivenOption> validOptions() {
    for (GivenOption given : options) {
      CliOption option = given.option;
      if (option == null) throw new UsageException(unknownOptionMessage(given.arg));
      String name = "option --" + option.longName;
      if (!option.isFor(command))
        throw new UsageException(name + ": not for \"" + command.commandName + "\"" + seeHelp());
      if (option.valueName == null && given.value != null)
        throw new UsageException(name + ": takes no value");
      if (option.valueName != null && given.value == null)
        throw new UsageException(name + ": its value is missing (" + option.valueName + ")");
    }
    return options;
  }

  private String unknownOptionMessage(String arg) {
    String name = arg.substring(arg.startsWith("--") ? 2 : 1);
    if (name.contains("=")) name = name.substring(0, name.indexOf('='));
    List<String> known = new ArrayList<>();
    for (CliOption option : CliOption.values())
      if (option.isFor(command)) known.add(option.longName);
    String near = DidYouMean.suggest(name, known);
    String clause = near == null ? seeHelp() : "; did you mean --" + near + "?";
    return "option " + arg + ": there is none" + clause;
  }

  private String seeHelp() {
    return "; see lectern help " + command.commandName;
  }
}
