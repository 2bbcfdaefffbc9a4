package lectern.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import lectern.text.Clean;
import lectern.text.Nearest;

/** {@code lectern help}, {@code --help}: made from the tables of commands and options. */
final class HelpCommand {
  private static final int INDENT = 30;

  private HelpCommand() {}

  static int run(Call call, Surroundings around) throws IOException {
    if (call.arguments.isEmpty()) return print(overview(), around);
    String word = call.arguments.getFirst();
    Verb verb = Verb.of(word);
    if (verb == null) {
      String near = Nearest.of(word, Arrays.stream(Verb.values()).map(v -> v.word).toList());
      throw new Misuse(
          "help: there is no command "
              + Clean.text(word)
              + (near == null ? "" : "; did you mean " + near + "?"));
    }
    return print(of(verb), around);
  }

  static int print(String text, Surroundings around) throws IOException {
    around.out().write(text.getBytes(StandardCharsets.UTF_8));
    return 0;
  }

  static String overview() {
    StringBuilder out = new StringBuilder("lectern reads posts in a terminal.\n\n");
    for (Verb verb : Verb.values())
      row(
          out,
          "lectern " + (verb == Verb.READ ? "" : verb.word + " ") + verb.arguments,
          verb.meaning);
    out.append("\nOptions of reading and listing:\n");
    for (Flag flag : Verb.READ.flags) row(out, flag.usage(), flag.meaning);
    out.append("\nlectern help COMMAND says more; inside, ? lists the keys.\n");
    return out.toString();
  }

  static String of(Verb verb) {
    StringBuilder out =
        new StringBuilder("lectern " + (verb == Verb.READ ? "" : verb.word + " "))
            .append("[OPTIONS] ")
            .append(verb.arguments);
    while (out.charAt(out.length() - 1) == ' ') out.setLength(out.length() - 1);
    out.append("\n  ").append(verb.meaning).append("\n\n");
    for (Flag flag : Flag.values())
      if (verb.flags.contains(flag)) row(out, flag.usage(), flag.meaning);
    return out.toString();
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
