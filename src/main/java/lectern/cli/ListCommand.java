package lectern.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lectern.layout.LineBreaker;
import lectern.library.PostFiles;
import lectern.library.UnreadablePostException;
import lectern.post.BrokenPost;
import lectern.post.Catalog;
import lectern.post.Entry;
import lectern.post.Post;
import lectern.post.Query;
import lectern.post.Tag;
import lectern.serve.RemoteReader;
import lectern.terminal.AnsiWriter;
import lectern.text.Line;
import lectern.text.Role;
import lectern.text.RoleSet;
import lectern.text.Sanitizer;
import lectern.text.Span;
import lectern.ui.LoadedPost;
import lectern.ui.ReaderHistory;
import lectern.userdata.UserFiles;

/** {@code lectern list}: the posts that are asked for, as lines, JSON or TSV. */
final class ListCommand {
  private static final int DATE_COLUMNS = 12;

  private ListCommand() {}

  static int run(Invocation invocation, CommandContext context) throws IOException {
    invocation.requireAtMostOne(CliOption.JSON, CliOption.TSV);
    Catalog catalog = CatalogLoader.loadForQuery(invocation, context);
    List<Entry> entries =
        invocation.hasOption(CliOption.UNREAD)
            ? selectUnread(catalog, invocation.query(), context)
            : invocation.query().select(catalog);
    return print(entries, invocation, context);
  }

  /** As many as the query's limit of those not read yet. */
  private static List<Entry> selectUnread(Catalog catalog, Query query, CommandContext context) {
    RemoteReader reader = context.remoteReader();
    ReaderHistory saved =
        reader != null ? reader.loadHistory() : UserFiles.of(context.env()).loadHistory().history();
    ReaderHistory history = matchByHash(catalog.entries(), saved);
    List<Entry> out = new ArrayList<>();
    for (Entry entry : query.withLimit(0).select(catalog)) {
      if (query.limit() > 0 && out.size() == query.limit()) break;
      if (!history.isRead(entry)) out.add(entry);
    }
    return out;
  }

  /** Read is a text, not a time stamp: files touched or moved since are hashed. */
  private static ReaderHistory matchByHash(List<Entry> entries, ReaderHistory history) {
    Map<String, String> hashes = new HashMap<>();
    for (Entry entry : history.findEntriesToHash(entries)) {
      try {
        hashes.put(
            entry.path().toString(),
            LoadedPost.contentHash(PostFiles.readBody(entry.path()).text()));
      } catch (UnreadablePostException e) {
        continue; // what cannot be read was not read
      }
    }
    return history.withHashes(entries, hashes);
  }

  /** In the form that the options ask for. */
  static int print(List<Entry> entries, Invocation invocation, CommandContext context)
      throws IOException {
    if (invocation.hasOption(CliOption.JSON)) {
      List<Object> posts = new ArrayList<>();
      for (Entry entry : entries) posts.add(Json.ofEntry(entry));
      context.print(Json.format(posts) + "\n");
    } else if (invocation.hasOption(CliOption.TSV)) printTsv(entries, context);
    else printLines(entries, new TextOutput(invocation, context));
    return ExitCode.OK;
  }

  /** date, slug, title, tags (commas between), draft or broken or empty, path. */
  private static void printTsv(List<Entry> entries, CommandContext context) throws IOException {
    StringBuilder out = new StringBuilder();
    for (Entry entry : entries) {
      Post post = entry.post();
      boolean broken = entry instanceof BrokenPost;
      List<String> columns =
          List.of(
              formatDate(post),
              Sanitizer.sanitize(entry.slug()),
              Sanitizer.sanitize(entry.title()),
              String.join(",", Json.tagNames(post.tags())),
              broken ? "broken" : post.draft() ? "draft" : "",
              Sanitizer.sanitize(entry.name()));
      out.append(String.join("\t", columns)).append('\n');
    }
    context.print(out.toString());
  }

  private static String formatDate(Post post) {
    return post.date().isPresent() ? post.date().get().day().toString() : "";
  }

  private static void printLines(List<Entry> entries, TextOutput output) throws IOException {
    int width = output.width();
    try (AnsiWriter writer = output.openWriter()) {
      for (Entry entry : entries)
        for (Line line : layoutEntry(entry, width, output.glyphs().warning())) writer.write(line);
    }
  }

  /** The date before the title, where there is room; else on a separate line. */
  private static List<Line> layoutEntry(Entry entry, int width, String warning) {
    boolean hasRoom = width == 0 || width >= 2 * DATE_COLUMNS + 8;
    String lead = entry instanceof Post post ? formatDate(post) : warning;
    List<Line> out = new ArrayList<>();
    if (!hasRoom) {
      if (!lead.isEmpty()) out.addAll(LineBreaker.wrap(lead, RoleSet.NONE, width));
      out.addAll(layoutTitle(entry, width));
      return out;
    }
    String padded = lead + " ".repeat(Math.max(1, DATE_COLUMNS - lead.length()));
    Span first = Span.of(padded, entry instanceof Post ? Role.META : Role.PROBLEM);
    Span rest = Span.of(" ".repeat(DATE_COLUMNS), Role.DECOR);
    for (Line line : layoutTitle(entry, width == 0 ? 0 : width - DATE_COLUMNS))
      out.add(line.withPrefix(List.of(out.isEmpty() ? first : rest)));
    return out;
  }

  /** Title and tags, on the same line where both fit. */
  private static List<Line> layoutTitle(Entry entry, int width) {
    boolean broken = entry instanceof BrokenPost;
    RoleSet titleRole = RoleSet.of(broken ? Role.PROBLEM : Role.TITLE);
    List<Line> out = LineBreaker.wrap(entry.title(), titleRole, width);
    String more =
        entry instanceof BrokenPost b ? b.reason().messageWithLine() : formatTags((Post) entry);
    if (more.isEmpty()) return out;
    List<Line> below = LineBreaker.wrap(more, RoleSet.of(broken ? Role.META : Role.TAG), width);
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
