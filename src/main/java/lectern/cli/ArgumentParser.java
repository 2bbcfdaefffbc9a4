package lectern.cli;

import java.util.ArrayList;
import java.util.List;
import lectern.text.DidYouMean;
import lectern.text.Sanitizer;
import org.apache.commons.cli.AlreadySelectedException;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;

/** The words of a command line: which is the command, and what the option parser makes of them. */
final class ArgumentParser {
  private ArgumentParser() {}

  /** Of the command: the first word that is no option nor an option's value; -1 for none. */
  static int indexOfCommand(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (word.equals("--")) return -1;
      if (!word.startsWith("-") || word.equals("-")) return Subcommand.of(word) == null ? -1 : i;
      CliOption flag = findOption(word);
      if (flag != null
          && flag.valueName != null
          && !flag.valueName.startsWith("[")
          && !word.contains("=")
          && !hasAttachedValue(word)) i++;
    }
    return -1;
  }

  private static boolean hasAttachedValue(String word) {
    return !word.startsWith("--") && word.length() > 2;
  }

  private static CliOption findOption(String word) {
    String name = word.startsWith("--") ? word.substring(2) : "";
    if (name.contains("=")) name = name.substring(0, name.indexOf('='));
    for (CliOption flag : CliOption.values()) {
      if (flag.longName.equals(name)) return flag;
      if (flag.shortName != null && !word.startsWith("--") && word.startsWith("-" + flag.shortName))
        return flag;
    }
    return null;
  }

  /**
   * @throws UsageException saying what was meant, where something near is known
   */
  static CommandLine parse(Subcommand verb, List<String> words) {
    Options options = new Options();
    for (CliOption flag : verb.options) options.addOption(toCommonsOption(flag));
    try {
      return DefaultParser.builder()
          .setAllowPartialMatching(false)
          .setStripLeadingAndTrailingQuotes(false)
          .get()
          .parse(options, attachValues(words).toArray(new String[0]));
    } catch (UnrecognizedOptionException e) {
      throw new UsageException(unknownOptionMessage(verb, e.getOption()));
    } catch (MissingArgumentException e) {
      throw new UsageException(
          "option --"
              + e.getOption().getLongOpt()
              + ": its value is missing ("
              + e.getOption().getArgName()
              + ")");
    } catch (AlreadySelectedException e) {
      throw new UsageException(
          "option --" + e.getOption().getLongOpt() + ": does not go with the others");
    } catch (ParseException e) {
      throw new UsageException(Sanitizer.sanitize(e.getMessage()));
    }
  }

  private static Option toCommonsOption(CliOption flag) {
    Option option =
        new Option(flag.shortName, flag.longName, flag.valueName != null, flag.description);
    option.setArgName(flag.valueName);
    if (flag == CliOption.CODE) option.setOptionalArg(true);
    return option;
  }

  /**
   * A number after {@code --code} is its value, anything else is not. A negative number is a value,
   * not an option.
   */
  private static List<String> attachValues(List<String> words) {
    List<String> out = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      boolean more = i + 1 < words.size();
      if (word.equals("--")) {
        out.addAll(words.subList(i, words.size()));
        return out;
      }
      if (word.equals("--code"))
        out.add(more && isInteger(words.get(i + 1)) ? "--code=" + words.get(++i) : "--code=0");
      else if ((word.equals("-w")
              || word.equals("--width")
              || word.equals("-n")
              || word.equals("--limit"))
          && more) {
        out.add(
            (word.startsWith("--") ? word : word.equals("-w") ? "--width" : "--limit")
                + "="
                + words.get(++i));
      } else out.add(word);
    }
    return out;
  }

  private static boolean isInteger(String word) {
    if (word.isEmpty() || word.length() > 9) return false;
    int from = word.length() > 1 && word.charAt(0) == '-' ? 1 : 0;
    for (int i = from; i < word.length(); i++)
      if (word.charAt(i) < '0' || word.charAt(i) > '9') return false;
    return true;
  }

  private static String unknownOptionMessage(Subcommand verb, String option) {
    String clean = Sanitizer.sanitize(option);
    String name = clean.startsWith("--") ? clean.substring(2) : clean.substring(1);
    if (name.contains("=")) name = name.substring(0, name.indexOf('='));
    List<String> known = new ArrayList<>();
    for (CliOption flag : verb.options) known.add(flag.longName);
    for (CliOption flag : CliOption.values()) {
      if (flag.longName.equals(name))
        return "option --"
            + name
            + ": not for \""
            + verb.commandName
            + "\"; see lectern help "
            + verb.commandName;
    }
    String near = DidYouMean.suggest(name, known);
    return "option "
        + clean
        + ": there is none"
        + (near == null
            ? "; see lectern help " + verb.commandName
            : "; did you mean --" + near + "?");
  }
}
