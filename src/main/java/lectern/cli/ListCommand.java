package lectern.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lectern.layout.LineBreaker;
import lectern.library.Library;
import lectern.library.UnreadablePostException;
import lectern.post.BrokenPost;
import lectern.post.Catalog;
import lectern.post.Entry;
import lectern.post.Post;
import lectern.post.Query;
import lectern.post.Tag;
import lectern.terminal.AnsiWriter;
import lectern.text.Line;
import lectern.text.Role;
import lectern.text.RoleSet;
import lectern.text.Sanitizer;
import lectern.text.Span;
import lectern.ui.LoadedPost;
import lectern.ui.ReaderHistory;
import lectern.userdata.UserFiles;

/** {@code lectern list}. */
final class ListCommand {
  private static final int DATE_COLUMNS = 12;

  private ListCommand() {}

  static int run(Invocation call, CommandContext around) throws IOException {
    call.requireAtMostOne(CliOption.JSON, CliOption.TSV);
    boolean unread = call.hasOption(CliOption.UNREAD);
    return print(
        unread ? selectUnread(call, around) : CatalogLoader.selectEntries(call, around),
        call,
        around);
  }

  /** As many as were asked for of those not read yet. */
  private static List<Entry> selectUnread(Invocation call, CommandContext around)
      throws IOException {
    Catalog catalog = CatalogLoader.loadForQuery(call, around);
    ReaderHistory kept =
        around.isRemote()
            ? around.remoteReader().loadHistory()
            : UserFiles.of(around.env()).loadHistory().history();
    ReaderHistory memory = matchByHash(catalog.entries(), kept);
    Query query = call.query();
    List<Entry> out = new ArrayList<>();
    for (Entry entry : query.withLimit(0).select(catalog)) {
      if (query.limit() > 0 && out.size() == query.limit()) break;
      if (!memory.isRead(entry)) out.add(entry);
    }
    return out;
  }

  /** Read is a text, not a time stamp: files touched or moved since are looked at. */
  private static ReaderHistory matchByHash(List<Entry> entries, ReaderHistory memory) {
    Map<String, String> hashes = new HashMap<>();
    for (Entry entry : memory.findEntriesToHash(entries)) {
      try {
        hashes.put(
            entry.path().toString(), LoadedPost.contentHash(Library.readBody(entry.path()).text()));
      } catch (UnreadablePostException e) {
        continue; // what cannot be read was not read
      }
    }
    return memory.withHashes(entries, hashes);
  }

  static int print(List<Entry> entries, Invocation call, CommandContext around) throws IOException {
    if (call.command == Subcommand.LIST && call.hasOption(CliOption.JSON))
      printJson(entries, around);
    else if (call.command == Subcommand.LIST && call.hasOption(CliOption.TSV))
      printTsv(entries, around);
    else printLines(entries, new TextOutput(call, around));
    return 0;
  }

  private static void printJson(List<Entry> entries, CommandContext around) throws IOException {
    JsonWriter json = new JsonWriter().open('[');
    for (Entry entry : entries) {
      json.open('{');
      EntryJson.writeFields(entry, json);
      json.close('}');
    }
    write(json.close(']').drain() + "\n", around);
  }

  /** date, slug, title, tags (commas between), draft or empty, path. */
  private static void printTsv(List<Entry> entries, CommandContext around) throws IOException {
    StringBuilder out = new StringBuilder();
    for (Entry entry : entries) {
      Post post = entry instanceof Post p ? p : null;
      List<String> tags = post == null ? List.of() : EntryJson.tagNames(post.tags());
      out.append(post == null ? "" : formatDate(post)).append('\t');
      out.append(Sanitizer.sanitize(entry.slug()))
          .append('\t')
          .append(Sanitizer.sanitize(entry.title()))
          .append('\t');
      out.append(String.join(",", tags)).append('\t');
      out.append(post == null ? "broken" : post.draft() ? "draft" : "")
          .append('\t')
          .append(Sanitizer.sanitize(entry.name()))
          .append('\n');
    }
    write(out.toString(), around);
  }

  private static void write(String text, CommandContext around) throws IOException {
    around.out().write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String formatDate(Post post) {
    return post.date().isPresent() ? post.date().get().day().toString() : "";
  }

  private static void printLines(List<Entry> entries, TextOutput printing) throws IOException {
    int width = printing.width();
    try (AnsiWriter writer = printing.openWriter()) {
      for (Entry entry : entries)
        for (Line line : layoutEntry(entry, width, printing)) writer.write(line);
    }
  }

  private static List<Line> layoutEntry(Entry entry, int width, TextOutput printing) {
    int indent = width == 0 || width >= 2 * DATE_COLUMNS + 8 ? DATE_COLUMNS : 0;
    String lead = entry instanceof Post post ? formatDate(post) : printing.glyphs().warning();
    List<Line> out = new ArrayList<>();
    Span first =
        Span.of(
            indent == 0 ? lead : lead + " ".repeat(Math.max(1, DATE_COLUMNS - lead.length())),
            entry instanceof Post ? Role.META : Role.PROBLEM);
    Span rest = Span.of(" ".repeat(indent), Role.DECOR);
    if (indent == 0 && !lead.isEmpty()) out.addAll(LineBreaker.wrap(lead, RoleSet.NONE, width));
    for (Line line : layoutTitle(entry, width == 0 ? 0 : width - indent)) {
      out.add(indent == 0 ? line : line.withPrefix(List.of(out.isEmpty() ? first : rest)));
    }
    return out;
  }

  private static List<Line> layoutTitle(Entry entry, int width) {
    RoleSet role = RoleSet.of(entry instanceof Post ? Role.TITLE : Role.PROBLEM);
    List<Line> out = LineBreaker.wrap(entry.title(), role, width);
    String more =
        entry instanceof BrokenPost broken
            ? broken.reason().messageWithLine()
            : formatTags((Post) entry);
    if (more.isEmpty()) return out;
    List<Line> below =
        LineBreaker.wrap(more, RoleSet.of(entry instanceof Post ? Role.TAG : Role.META), width);
    Line last = out.getLast();
    if (below.size() == 1 && (width == 0 || last.width() + 2 + below.getFirst().width() <= width)) {
      List<Span> both = new ArrayList<>(last.spans());
      both.add(Span.of("  ", Role.DECOR));
      both.addAll(below.getFirst().spans());
      out.set(out.size() - 1, Line.of(both));
    } else out.addAll(below);
    return out;
  }

  private static String formatTags(Post post) {
    StringBuilder out = new StringBuilder();
    if (post.draft()) out.append("(draft)");
    for (Tag tag : post.tags()) out.append(out.isEmpty() ? "" : " ").append('#').append(tag.name());
    return out.toString();
  }
}
