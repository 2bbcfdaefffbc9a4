package lectern.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import lectern.post.Query;
import lectern.post.TagCount;
import lectern.terminal.AnsiWriter;
import lectern.text.Line;
import lectern.text.Role;
import lectern.text.Span;

/** {@code lectern tags}: the tags of the posts that are asked for, with their counts. */
final class TagsCommand {
  private TagsCommand() {}

  static int run(Invocation invocation, CommandContext context) throws IOException {
    invocation.requireAtMostOne(CliOption.JSON, CliOption.TSV);
    Query query = invocation.query();
    List<TagCount> all =
        TagCount.countAll(
            query.withLimit(0).select(CatalogLoader.loadForQuery(invocation, context)));
    List<TagCount> counts = sortAndLimit(all, query);
    if (invocation.hasOption(CliOption.JSON)) printJson(counts, context);
    else if (invocation.hasOption(CliOption.TSV)) printTsv(counts, context);
    else printLines(counts, new TextOutput(invocation, context));
    return ExitCode.OK;
  }

  /** Order and limit are meant for the tags: most used first, or by name. */
  private static List<TagCount> sortAndLimit(List<TagCount> counts, Query query) {
    List<TagCount> out = new ArrayList<>(counts);
    if (query.sort() == Query.Sort.TITLE)
      out.sort((a, b) -> a.tag().key().compareTo(b.tag().key()));
    if (query.reverse()) Collections.reverse(out);
    return query.limit() > 0 && query.limit() < out.size() ? out.subList(0, query.limit()) : out;
  }

  private static void printJson(List<TagCount> counts, CommandContext context) throws IOException {
    List<Object> tags = new ArrayList<>();
    for (TagCount count : counts)
      tags.add(Json.object("tag", count.tag().name(), "count", count.count()));
    context.print(Json.format(tags) + "\n");
  }

  private static void printTsv(List<TagCount> counts, CommandContext context) throws IOException {
    StringBuilder out = new StringBuilder();
    for (TagCount count : counts)
      out.append(count.tag().name()).append('\t').append(count.count()).append('\n');
    context.print(out.toString());
  }

  private static void printLines(List<TagCount> counts, TextOutput output) throws IOException {
    int digits = 1;
    for (TagCount count : counts)
      digits = Math.max(digits, Integer.toString(count.count()).length());
    try (AnsiWriter writer = output.openWriter()) {
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
