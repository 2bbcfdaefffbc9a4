package lectern.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import lectern.text.DidYouMean;
import lectern.text.Sanitizer;

/** {@code lectern help}, {@code --help}: made from the tables of commands and options. */
final class HelpCommand {
  private static final int INDENT = 30;

  /** The commands for readers over SSH. */
  private static final List<Subcommand> AFAR = List.of(Subcommand.SHOW, Subcommand.LIST, Subcommand.TAGS, Subcommand.HELP);

  private HelpCommand() {}

  static int run(Invocation call, CommandContext around) throws IOException {
    if (call.arguments.isEmpty()) return overview(around);
    String word = call.arguments.getFirst();
    List<Subcommand> known = around.afar() ? AFAR : List.of(Subcommand.values());
    Subcommand verb = Subcommand.of(word);
    if (verb == null || !known.contains(verb)) {
      String near = DidYouMean.suggest(word, known.stream().map(v -> v.word).toList());
      throw new UsageException(
          "help: there is no command "
              + Sanitizer.sanitize(word)
              + (near == null ? "" : "; did you mean " + near + "?"));
    }
    return of(verb, around);
  }

  static int overview(CommandContext around) throws IOException {
    return print(around.afar() ? afar() : overview(), around);
  }

  static int of(Subcommand verb, CommandContext around) throws IOException {
    boolean drafts = !around.afar() || around.guest().served().drafts();
    StringBuilder out = new StringBuilder(around.afar() ? "ssh HOST " : "lectern ");
    if (verb != Subcommand.READ) out.append(verb.word).append(' ');
    out.append("[OPTIONS] ").append(around.afar() ? argument(verb) : verb.arguments);
    while (out.charAt(out.length() - 1) == ' ') out.setLength(out.length() - 1);
    out.append("\n  ").append(verb.meaning).append("\n\n");
    for (CliOption flag : CliOption.values()) {
      boolean here = !around.afar() || flag != CliOption.POSTS && (drafts || flag != CliOption.DRAFTS);
      if (here && verb.flags.contains(flag)) row(out, flag.usage(), flag.meaning);
    }
    return print(out.toString(), around);
  }

  static int print(String text, CommandContext around) throws IOException {
    around.out().write(text.getBytes(StandardCharsets.UTF_8));
    return 0;
  }

  private static String overview() {
    StringBuilder out = new StringBuilder("lectern reads posts in a terminal.\n\n");
    for (Subcommand verb : Subcommand.values())
      row(
          out,
          "lectern " + (verb == Subcommand.READ ? "" : verb.word + " ") + verb.arguments,
          verb.meaning);
    out.append("\nOptions of reading and listing:\n");
    for (CliOption flag : Subcommand.READ.flags) row(out, flag.usage(), flag.meaning);
    out.append("\nlectern help COMMAND says more; inside, ? lists the keys.\n");
    return out.toString();
  }

  /** What there is for a reader over SSH. */
  private static String afar() {
    StringBuilder out = new StringBuilder("Posts to read in a terminal, over SSH.\n\n");
    row(out, "ssh HOST", "read them, full screen");
    for (Subcommand verb : AFAR) row(out, "ssh HOST " + verb.word + " " + argument(verb), verb.meaning);
    out.append("\nOptions of list and tags:\n");
    for (CliOption flag : CliOption.CHOICE) if (flag != CliOption.DRAFTS) row(out, flag.usage(), flag.meaning);
    return out.append("\nssh HOST help COMMAND says more; on the screen, ? lists the keys.\n")
        .toString();
  }

  /** There are no files from afar. */
  private static String argument(Subcommand verb) {
    return verb == Subcommand.SHOW ? "POST..." : verb.arguments;
  }

  private static void row(StringBuilder out, String left, String right) {
    String head = "  " + left.strip();
    if (left.startsWith(" ")) head = "  " + left;
    out.append(head);
    if (head.length() > INDENT - 2) out.append('\n').append(" ".repeat(INDENT));
    else out.append(" ".repeat(INDENT - head.length()));
    out.append(right).append('\n');
  }
}
