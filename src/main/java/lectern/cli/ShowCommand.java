package lectern.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lectern.layout.Layout;
import lectern.layout.PostHeader;
import lectern.library.LoadedFile;
import lectern.library.PostFiles;
import lectern.library.UnreadablePostException;
import lectern.links.LinkResolver;
import lectern.markdown.Block;
import lectern.markdown.Document;
import lectern.markdown.HeadingText;
import lectern.markdown.Markdown;
import lectern.post.Catalog;
import lectern.post.Entry;
import lectern.post.FileType;
import lectern.post.PostBody;
import lectern.post.PostExtensions;
import lectern.serve.RemoteReader;
import lectern.terminal.AnsiWriter;
import lectern.text.Line;
import lectern.text.Role;
import lectern.text.RoleSet;
import lectern.text.Sanitizer;
import lectern.text.Span;
import lectern.ui.PostDocument;
import org.jspecify.annotations.Nullable;

/** {@code lectern show}: one post after the other; nothing of one is kept when the next begins. */
final class ShowCommand {
  private static final Catalog NO_POSTS = new Catalog("/", List.of(), List.of());
  private static final String STDIN_TITLE = "Standard input";

  private final Invocation invocation;
  private final CommandContext context;
  private final TextOutput output;
  private @Nullable Catalog catalog;

  /** Where wiki links lead, and the folder around the file that has them; null for the catalog. */
  private @Nullable LinkResolver links;

  private @Nullable Path linksFolder;

  /** True until the first post is printed. */
  private boolean isFirst = true;

  private ShowCommand(Invocation invocation, CommandContext context) {
    this.invocation = invocation;
    this.context = context;
    this.output = new TextOutput(invocation, context);
  }

  /**
   * What is to be shown.
   *
   * @param loadedFile none when it is still on disk
   */
  private record ShowInput(Entry entry, @Nullable LoadedFile loadedFile) {
    byte[] readBytes() throws UnreadablePostException {
      return loadedFile != null ? loadedFile.bytes() : PostFiles.readBytes(entry.path());
    }

    PostBody readBody() throws UnreadablePostException {
      return loadedFile != null
          ? loadedFile.body()
          : PostFiles.parseBody(entry.path(), readBytes());
    }
  }

  static int run(Invocation invocation, CommandContext context) throws IOException {
    return new ShowCommand(invocation, context).showAll();
  }

  /** One source given by another command. */
  static int run(Invocation invocation, CommandContext context, String source) throws IOException {
    return new ShowCommand(invocation, context).showEach(List.of(source));
  }

  private int showAll() throws IOException {
    invocation.requireAtMostOne(
        CliOption.RAW, CliOption.MARKDOWN, CliOption.CODE, CliOption.TOC, CliOption.JSON);
    invocation.requireAtMostOne(CliOption.RAW, CliOption.SECTION);
    List<String> names = invocation.arguments;
    if (!names.isEmpty()) return showEach(names);
    if (context.inTty() || context.isRemote())
      throw new UsageException(
          "show: which post? name one, a file, or - for standard input; lectern list has them");
    return showEach(List.of("-"));
  }

  private int showEach(List<String> names) throws IOException {
    boolean array = invocation.hasOption(CliOption.JSON) && names.size() > 1;
    if (array) context.print("[");
    int code = ExitCode.OK;
    for (String name : names) {
      try {
        show(findInput(name));
      } catch (UnreadablePostException e) {
        context.printError((name.isEmpty() ? "" : name + ": ") + e.getMessage());
        code = ExitCode.FAILURE;
      } catch (CommandException e) {
        context.printError(e);
        code = ExitCode.FAILURE;
      }
    }
    if (array) context.print("]\n");
    return code;
  }

  private ShowInput findInput(String name) throws UnreadablePostException {
    if (name.isEmpty()) throw new UnreadablePostException("\"\" is the name of no post");
    RemoteReader reader = context.remoteReader();
    if (reader != null) return findServed(name, reader);
    if (name.equals("-")) return readStdin();
    Path path = invocation.resolvePath(name);
    if (Files.isDirectory(path))
      throw new UnreadablePostException("is a folder; lectern list -C prints it");
    if (Files.exists(path)) return load(path);
    if (catalog == null) catalog = CatalogLoader.loadCatalog(invocation, context);
    return new ShowInput(findEntry(name, catalog), null);
  }

  private static ShowInput load(Path path) throws UnreadablePostException {
    LoadedFile file = PostFiles.load(path);
    return new ShowInput(file.entry(HeadingText::of), file);
  }

  /** For a reader over SSH; a link may have been put in the file's place since it was listed. */
  private ShowInput findServed(String name, RemoteReader reader) throws UnreadablePostException {
    Catalog all = reader.catalog();
    Entry entry = findEntry(name, invocation.hasOption(CliOption.DRAFTS) ? all : all.published());
    try {
      Path real = reader.liveCatalog().resolveInside(entry.path());
      return new ShowInput(entry, PostFiles.load(real));
    } catch (IOException e) {
      throw new UnreadablePostException(String.valueOf(e.getMessage()));
    }
  }

  private static Entry findEntry(String name, Catalog catalog) throws UnreadablePostException {
    Entry entry = catalog.find(name);
    if (entry != null) return entry;
    List<String> near = catalog.suggestSlugs(name);
    String names = String.join(", ", near);
    int matches = catalog.countWithPrefix(name);
    if (matches > 1)
      throw new UnreadablePostException(
          "more than one post begins so: "
              + names
              + (matches > near.size() ? " and " + (matches - near.size()) + " more" : ""));
    throw new UnreadablePostException(
        near.isEmpty()
            ? "there is no such post or file; lectern list prints what there is"
            : "there is no such post or file; did you mean " + names + "?");
  }

  private ShowInput readStdin() throws UnreadablePostException {
    byte[] bytes;
    try {
      bytes = context.in().readNBytes(PostFiles.MAX_FILE_BYTES + 1);
    } catch (IOException e) {
      throw new CommandException("standard input: cannot be read: " + e.getMessage());
    }
    if (bytes.length > PostFiles.MAX_FILE_BYTES)
      throw new CommandException("standard input: larger than 16 MiB; split it");
    LoadedFile file = PostFiles.load(FileType.STANDARD_INPUT, bytes);
    return new ShowInput(file.entry(HeadingText::of), file);
  }

  private void show(ShowInput input) throws UnreadablePostException, IOException {
    String section = invocation.optionValue(CliOption.SECTION);
    if (invocation.hasOption(CliOption.RAW)) context.out().write(input.readBytes());
    else if (!invocation.hasOption(CliOption.MARKDOWN)) showParsed(input, section);
    else if (section == null) writeMarkdown(input);
    else {
      PostBody body = input.readBody();
      boolean mdx = PostExtensions.isMdx(input.entry().name());
      Document document = Markdown.parse(body.text(), body.firstLine(), mdx);
      context.print(new SectionExtractor(document, section).source(body));
    }
  }

  private void writeMarkdown(ShowInput input) throws UnreadablePostException, IOException {
    byte[] bytes = input.readBytes();
    boolean markdown = FileType.isMarkdown(input.entry().name());
    context.out().write(markdown ? PostFiles.withoutFrontMatter(bytes) : bytes);
  }

  private void showParsed(ShowInput input, @Nullable String section)
      throws UnreadablePostException, IOException {
    PostBody body = input.readBody();
    // standard input without a title gets no header
    boolean bare = input.loadedFile() != null && input.entry().title().equals(STDIN_TITLE);
    PostDocument post =
        bare
            ? new PostDocument(PostHeader.NONE, Markdown.parse(body.text(), body.firstLine()))
            : PostDocument.of(input.entry(), body, () -> linksOf(input));
    if (section != null)
      post =
          new PostDocument(PostHeader.NONE, new SectionExtractor(post.body(), section).section());
    if (invocation.hasOption(CliOption.CODE)) printCodeBlocks(post.body().codeBlocks());
    else if (invocation.hasOption(CliOption.TOC)) printOutline(post.body().headings());
    else if (invocation.hasOption(CliOption.JSON)) printJson(input.entry(), body, post.body());
    else printPage(post);
  }

  private void printPage(PostDocument post) throws IOException {
    try (AnsiWriter writer = output.openWriter()) {
      if (!isFirst) writer.write(List.of(Line.EMPTY, Line.EMPTY));
      isFirst = false;
      Layout.writeTo(post.header(), post.body(), output.layoutOptions(), new AnsiLineSink(writer));
    }
  }

  /** Where the wiki links of a post lead: of a file alone, in the folder around it. */
  private LinkResolver linksOf(ShowInput input) {
    Path file = input.loadedFile() == null || context.isRemote() ? null : input.entry().path();
    if (file != null && !Files.exists(file)) return LinkResolver.of(NO_POSTS);
    Path folder = file == null ? null : CatalogLoader.folderAround(file);
    if (links == null || !Objects.equals(folder, linksFolder)) {
      Catalog around =
          folder != null
              ? CatalogLoader.openLibrary(List.of(folder), context).read()
              : catalog != null ? catalog : NO_POSTS;
      links = LinkResolver.of(around);
    }
    linksFolder = folder;
    return links;
  }

  private record AnsiLineSink(AnsiWriter writer) implements Layout.LineSink {
    @Override
    public void accept(Line line) throws IOException {
      writer.write(line);
    }
  }

  private void printCodeBlocks(List<Block.CodeBlock> blocks) throws IOException {
    int wanted = invocation.intValue(CliOption.CODE, 0, Integer.MAX_VALUE);
    if (blocks.isEmpty()) throw new CommandException("show --code: the post has no code block");
    if (wanted > blocks.size())
      throw new CommandException(
          "show --code %d: the post has %d code block%s"
              .formatted(wanted, blocks.size(), blocks.size() == 1 ? "" : "s"));
    for (Block.CodeBlock block : wanted > 0 ? List.of(blocks.get(wanted - 1)) : blocks) {
      if (!isFirst && wanted == 0) context.print("\n");
      isFirst = false;
      printLiteral(block.literal());
    }
  }

  /** As written; on a terminal, harmless. */
  private void printLiteral(String literal) throws IOException {
    if (!context.outTty()) {
      context.print(literal);
      return;
    }
    StringBuilder out = new StringBuilder();
    for (String line : literal.split("\n", -1))
      out.append(Sanitizer.sanitize(line.replace("\t", "    "))).append('\n');
    out.setLength(out.length() - 1);
    context.print(out.toString());
  }

  private void printOutline(List<Block.Heading> headings) throws IOException {
    int top = 6;
    for (Block.Heading heading : headings) top = Math.min(top, heading.level());
    try (AnsiWriter writer = output.openWriter()) {
      for (Block.Heading heading : headings) {
        Role role = RoleSet.byOrdinal(Role.HEADING_1.ordinal() + heading.level() - 1);
        writer.write(
            Line.of(
                Span.of("  ".repeat(heading.level() - top), Role.DECOR),
                Span.of(heading.plainText(), role)));
      }
    }
  }

  private void printJson(Entry entry, PostBody body, Document document) throws IOException {
    List<Object> headings = new ArrayList<>();
    for (Block.Heading heading : document.headings())
      headings.add(
          Json.object("level", heading.level(), "title", heading.plainText(), "id", heading.id()));
    List<Object> links = new ArrayList<>();
    for (Document.Link link : document.links())
      links.add(Json.object("target", link.target(), "text", link.text()));
    List<Object> code = new ArrayList<>();
    for (Block.CodeBlock block : document.codeBlocks())
      code.add(Json.object("language", block.language(), "text", block.literal()));
    Map<String, @Nullable Object> fields = Json.ofEntry(entry);
    fields.putAll(
        Json.object("headings", headings, "links", links, "code", code, "markdown", body.text()));
    boolean array = invocation.arguments.size() > 1;
    context.print((isFirst ? "" : ",") + Json.format(fields) + (array ? "" : "\n"));
    isFirst = false;
  }
}
