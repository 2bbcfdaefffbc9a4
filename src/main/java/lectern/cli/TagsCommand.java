package lectern.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import lectern.post.TagCount;
import lectern.terminal.AnsiWriter;
import lectern.text.Line;
import lectern.text.Role;
import lectern.text.Span;

/** {@code lectern tags}. */
final class TagsCommand {
  private TagsCommand() {}

  static int run(Call call, Surroundings around) throws IOException {
    call.oneOf(Flag.JSON, Flag.TSV);
    List<TagCount> counts = TagCount.of(Shelves.entries(call, around));
    if (call.has(Flag.JSON)) json(counts, around);
    else if (call.has(Flag.TSV)) tsv(counts, around);
    else lines(counts, new Printing(call, around));
    return 0;
  }

  private static void json(List<TagCount> counts, Surroundings around) throws IOException {
    Json json = new Json().open('[');
    for (TagCount count : counts)
      json.open('{')
          .name("tag")
          .text(count.tag().name())
          .name("count")
          .number(count.count())
          .close('}');
    around.out().write((json.close(']').take() + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static void tsv(List<TagCount> counts, Surroundings around) throws IOException {
    StringBuilder out = new StringBuilder();
    for (TagCount count : counts)
      out.append(count.tag().name()).append('\t').append(count.count()).append('\n');
    around.out().write(out.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void lines(List<TagCount> counts, Printing printing) throws IOException {
    int digits = 1;
    for (TagCount count : counts)
      digits = Math.max(digits, Integer.toString(count.count()).length());
    try (AnsiWriter writer = printing.writer()) {
      for (TagCount count : counts) {
        String number = Integer.toString(count.count());
        writer.write(
            Line.of(
                Span.of(" ".repeat(digits - number.length()) + number + "  ", Role.META),
                Span.of(count.tag().name(), Role.TAG)));
      }
    }
  }
}
