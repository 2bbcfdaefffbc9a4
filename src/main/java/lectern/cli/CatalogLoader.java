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
  static Library openLibrary(Path folder, CommandContext around) {
    return openLibrary(List.of(folder), around);
  }

  static Library openLibrary(List<Path> folders, CommandContext around) {
    for (Path folder : folders) requireFolder(folder);
    return Library.of(folders, cacheFolder(around.env()));
  }

  private static void requireFolder(Path folder) {
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
  static Catalog loadCatalog(Invocation call, CommandContext around) {
    return around.isRemote()
        ? around.remoteReader().catalog()
        : openLibrary(call.postFolders(), around).read();
  }

  /**
   * {@code $XDG_CACHE_HOME/lectern}, else {@code ~/.cache/lectern}; null where there is no home.
   */
  static Path cacheFolder(Map<String, String> env) {
    String named = env.getOrDefault("XDG_CACHE_HOME", "");
    String home = env.getOrDefault("HOME", "");
    if (named.startsWith("/")) return Path.of(named, "lectern");
    return home.isEmpty() ? null : Path.of(home, ".cache", "lectern");
  }

  /** What a query leaves; a tag that nobody carries is an error with the one that was meant. */
  static List<Entry> selectEntries(Invocation call, CommandContext around)
      throws java.io.IOException {
    return call.query().select(loadForQuery(call, around));
  }

  /** What there is to query, having said what is wrong with it or with the query. */
  static Catalog loadForQuery(Invocation call, CommandContext around) throws java.io.IOException {
    Catalog catalog = loadCatalog(call, around);
    requireKnownTags(call.query(), catalog);
    reportProblems(catalog, around);
    boolean lines = !call.hasOption(CliOption.JSON) && !call.hasOption(CliOption.TSV);
    if (catalog.entries().isEmpty() && lines && !around.isRemote()) reportNoPosts(call, around);
    return catalog;
  }

  /** An empty list alone would leave its reader to wonder. */
  private static void reportNoPosts(Invocation call, CommandContext around)
      throws java.io.IOException {
    List<String> names = new ArrayList<>();
    for (Path folder : call.postFolders()) names.add(folder.normalize().toString());
    ErrorOutput.print(
        String.join(", ", names) + ": there are no posts here: no .md, .markdown or .mdx files",
        around);
  }

  static void reportProblems(Catalog catalog, CommandContext around) throws java.io.IOException {
    // what is wrong with the folder is its owner's to know
    if (around.isRemote()) return;
    for (Diagnostic problem : catalog.diagnostics())
      ErrorOutput.print(
          Sanitizer.sanitize(problem.path().toString()) + ": " + problem.messageWithLine(), around);
  }

  private static void requireKnownTags(Query query, Catalog catalog) {
    if (query.anyOf().isEmpty()) return;
    List<Tag> tags = new ArrayList<>();
    for (TagCount count : TagCount.countAll(catalog.entries())) tags.add(count.tag());
    for (List<Tag> group : query.anyOf()) {
      for (Tag tag : group)
        if (!tags.contains(tag)) throw new CommandException(unknownTagMessage(tag, tags));
    }
  }

  private static String unknownTagMessage(Tag tag, List<Tag> tags) {
    String near = DidYouMean.suggest(tag.key(), tags.stream().map(Tag::key).toList());
    return "tag "
        + Sanitizer.sanitize(tag.name())
        + ": no post has it"
        + (near == null
            ? "; lectern tags lists them"
            : "; did you mean " + Sanitizer.sanitize(near) + "?");
  }
}
