package lectern.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lectern.library.Library;
import lectern.post.Catalog;
import lectern.post.Diagnostic;
import lectern.post.Entry;
import lectern.post.Query;
import lectern.post.Tag;
import lectern.post.TagCount;
import lectern.text.DidYouMean;
import lectern.text.Sanitizer;

/** Folders of posts, as the command line names them. */
final class CatalogLoader {
  private CatalogLoader() {}

  /**
   * @throws CommandException when the folder is not there or is no folder
   */
  static Library library(Path folder, CommandContext around) {
    return library(List.of(folder), around);
  }

  static Library library(List<Path> folders, CommandContext around) {
    for (Path folder : folders) check(folder);
    return Library.of(folders, cache(around.env()));
  }

  private static void check(Path folder) {
    String name = Sanitizer.sanitize(folder.toString());
    if (!Files.exists(folder))
      throw new CommandException(
          name
              + ": there is no such folder; name one with -C, $LECTERN_POSTS, or posts in"
              + " config.yaml");
    if (!Files.isDirectory(folder))
      throw new CommandException(name + ": is a file, not a folder; lectern show prints a file");
  }

  /** The posts of the folder that the call names; from afar, those that are served. */
  static Catalog catalog(Invocation call, CommandContext around) {
    return around.afar() ? around.guest().catalog() : library(call.posts(), around).read();
  }

  /**
   * {@code $XDG_CACHE_HOME/lectern}, else {@code ~/.cache/lectern}; null where there is no home.
   */
  static Path cache(Map<String, String> env) {
    String named = env.getOrDefault("XDG_CACHE_HOME", "");
    String home = env.getOrDefault("HOME", "");
    if (named.startsWith("/")) return Path.of(named, "lectern");
    return home.isEmpty() ? null : Path.of(home, ".cache", "lectern");
  }

  /** What a query leaves; a tag that nobody carries is an error with the one that was meant. */
  static List<Entry> entries(Invocation call, CommandContext around) throws java.io.IOException {
    return call.query().select(asked(call, around));
  }

  /** What there is to query, having said what is wrong with it or with the query. */
  static Catalog asked(Invocation call, CommandContext around) throws java.io.IOException {
    Catalog catalog = catalog(call, around);
    known(call.query(), catalog);
    complain(catalog, around);
    boolean lines = !call.has(CliOption.JSON) && !call.has(CliOption.TSV);
    if (catalog.entries().isEmpty() && lines && !around.afar()) nothing(call, around);
    return catalog;
  }

  /** An empty list alone would leave its reader to wonder. */
  private static void nothing(Invocation call, CommandContext around) throws java.io.IOException {
    List<String> names = new ArrayList<>();
    for (Path folder : call.posts()) names.add(folder.normalize().toString());
    ErrorOutput.say(
        String.join(", ", names) + ": there are no posts here: no .md, .markdown or .mdx files",
        around);
  }

  static void complain(Catalog catalog, CommandContext around) throws java.io.IOException {
    // what is wrong with the folder is its owner's to know
    if (around.afar()) return;
    for (Diagnostic problem : catalog.diagnostics())
      ErrorOutput.say(
          Sanitizer.sanitize(problem.path().toString()) + ": " + problem.messageWithLine(), around);
  }

  private static void known(Query query, Catalog catalog) {
    if (query.anyOf().isEmpty()) return;
    List<Tag> tags = new ArrayList<>();
    for (TagCount count : TagCount.countAll(catalog.entries())) tags.add(count.tag());
    for (List<Tag> group : query.anyOf()) {
      for (Tag tag : group) if (!tags.contains(tag)) throw new CommandException(unknown(tag, tags));
    }
  }

  private static String unknown(Tag tag, List<Tag> tags) {
    String near = DidYouMean.suggest(tag.key(), tags.stream().map(Tag::key).toList());
    return "tag "
        + Sanitizer.sanitize(tag.name())
        + ": no post has it"
        + (near == null
            ? "; lectern tags lists them"
            : "; did you mean " + Sanitizer.sanitize(near) + "?");
  }
}
