package lectern.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import lectern.library.Library;
import lectern.markdown.HeadingText;
import lectern.post.Catalog;
import lectern.post.Diagnostic;
import lectern.post.Query;
import lectern.post.Tag;
import lectern.post.TagCount;
import lectern.serve.RemoteReader;
import lectern.text.DidYouMean;
import lectern.userdata.XdgFolders;
import org.jspecify.annotations.Nullable;

/** Folders of posts, as the command line names them. */
final class CatalogLoader {
  private CatalogLoader() {}

  /**
   * @throws CommandException when a folder is not there or is no folder
   */
  static Library openLibrary(List<Path> folders, CommandContext context) {
    for (Path folder : folders) requireFolder(folder);
    return Library.of(folders, XdgFolders.cache(context.env()), HeadingText::of);
  }

  /**
   * @param source a folder or file; none: the folders that the command line names
   */
  static Library openSource(
      @Nullable String source, Invocation invocation, CommandContext context) {
    if (source == null) return openLibrary(invocation.postFolders(), context);
    Path path = invocation.resolvePath(source);
    return Files.isDirectory(path)
        ? openLibrary(List.of(path), context)
        : Library.ofFile(path, context.workingDirectory(), HeadingText::of);
  }

  private static void requireFolder(Path folder) {
    String name = folder.toString();
    if (!Files.exists(folder))
      throw new CommandException(
          name
              + ": there is no such folder; name one with -C, $LECTERN_POSTS, or posts in"
              + " config.yaml");
    if (!Files.isDirectory(folder))
      throw new CommandException(name + ": is a file, not a folder; lectern show prints a file");
  }

  /** The posts of the folders that the command line names; over SSH, those that are served. */
  static Catalog loadCatalog(Invocation invocation, CommandContext context) {
    RemoteReader reader = context.remoteReader();
    return reader != null
        ? reader.catalog()
        : openLibrary(invocation.postFolders(), context).read();
  }

  /** The vault of notes in which a file lies, else its folder. */
  static Path folderAround(Path file) {
    Path folder = Objects.requireNonNull(file.toAbsolutePath().normalize().getParent());
    for (@Nullable Path above = folder; above != null; above = above.getParent())
      if (Files.isDirectory(above.resolve(".obsidian"))) return above;
    return folder;
  }

  /**
   * The catalog for the invocation's query; what is wrong with it goes to standard error.
   *
   * @throws CommandException when no post has a tag that is asked for
   */
  static Catalog loadForQuery(Invocation invocation, CommandContext context) {
    Catalog catalog = loadCatalog(invocation, context);
    requireKnownTags(invocation.query(), catalog);
    // what is wrong with the folder does not concern readers over SSH
    if (context.isRemote()) return catalog;
    reportProblems(catalog, context);
    boolean lines = !invocation.hasOption(CliOption.JSON) && !invocation.hasOption(CliOption.TSV);
    if (catalog.entries().isEmpty() && lines) reportNoPosts(invocation.postFolders(), context);
    return catalog;
  }

  /** Explains an empty result. */
  private static void reportNoPosts(List<Path> folders, CommandContext context) {
    List<String> names = new ArrayList<>();
    for (Path folder : folders) names.add(folder.normalize().toString());
    context.printError(
        String.join(", ", names) + ": there are no posts here: no .md, .markdown or .mdx files");
  }

  static void reportProblems(Catalog catalog, CommandContext context) {
    for (Diagnostic problem : catalog.diagnostics())
      context.printError(problem.path() + ": " + problem.messageWithLine());
  }

  private static void requireKnownTags(Query query, Catalog catalog) {
    if (query.anyOf().isEmpty()) return;
    List<Tag> tags = new ArrayList<>();
    for (TagCount count : TagCount.countAll(catalog.entries())) tags.add(count.tag());
    for (List<Tag> group : query.anyOf()) {
      for (Tag tag : group) if (!coversAny(tag, tags)) throw unknownTag(tag, tags);
    }
  }

  private static boolean coversAny(Tag tag, List<Tag> tags) {
    for (Tag each : tags) if (tag.covers(each)) return true;
    return false;
  }

  private static CommandException unknownTag(Tag tag, List<Tag> tags) {
    List<String> keys = tags.stream().map(Tag::key).toList();
    String clause = DidYouMean.clause(tag.key(), keys, "; lectern tags lists them");
    return new CommandException("tag " + tag.name() + ": no post has it" + clause);
  }
}
