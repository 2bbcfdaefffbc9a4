package lectern.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import lectern.post.Query;
import lectern.post.TagCount;
import lectern.terminal.AnsiWriter;
import lectern.text.Line;
import lectern.text.Role;
import lectern.text.Span;

/** {@code lectern tags}: the tags of the posts that are asked for. */
final class TagsCommand {
  private TagsCommand() {}

  static int run(Invocation call, CommandContext around) throws IOException {
    call.requireAtMostOne(CliOption.JSON, CliOption.TSV);
    Query query = call.query();
    List<TagCount> all =
        TagCount.countAll(query.withLimit(0).select(CatalogLoader.loadForQuery(call, around)));
    List<TagCount> counts = sortAndLimit(all, query);
    if (call.hasOption(CliOption.JSON)) printJson(counts, around);
    else if (call.hasOption(CliOption.TSV)) printTsv(counts, around);
    else printLines(counts, new TextOutput(call, around));
    return 0;
  }

  /**
   * The order and the limit that were asked for are those of the tags: most used first, or by name.
   */
  private static List<TagCount> sortAndLimit(List<TagCount> counts, Query query) {
    List<TagCount> out = new ArrayList<>(counts);
    if (query.sort() == Query.Sort.TITLE)
      out.sort((a, b) -> a.tag().key().compareTo(b.tag().key()));
    if (query.reverse()) Collections.reverse(out);
    return query.limit() > 0 && query.limit() < out.size() ? out.subList(0, query.limit()) : out;
  }

  private static void printJson(List<TagCount> counts, CommandContext around) throws IOException {
    JsonWriter json = new JsonWriter().open('[');
    for (TagCount count : counts)
      json.open('{')
          .name("tag")
          .value(count.tag().name())
          .name("count")
          .value(count.count())
          .close('}');
    around.out().write((json.close(']').drain() + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static void printTsv(List<TagCount> counts, CommandContext around) throws IOException {
    StringBuilder out = new StringBuilder();
    for (TagCount count : counts)
      out.append(count.tag().name()).append('\t').append(count.count()).append('\n');
    around.out().write(out.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void printLines(List<TagCount> counts, TextOutput printing) throws IOException {
    int digits = 1;
    for (TagCount count : counts)
      digits = Math.max(digits, Integer.toString(count.count()).length());
    try (AnsiWriter writer = printing.openWriter()) {
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
