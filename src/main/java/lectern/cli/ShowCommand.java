package lectern.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lectern.layout.Layout;
import lectern.layout.PostHeader;
import lectern.library.Library;
import lectern.library.UnreadablePostException;
import lectern.markdown.Block;
import lectern.markdown.Document;
import lectern.markdown.Markdown;
import lectern.post.Catalog;
import lectern.post.Entry;
import lectern.post.PostBody;
import lectern.terminal.AnsiWriter;
import lectern.text.Line;
import lectern.text.Role;
import lectern.text.Sanitizer;
import lectern.text.Span;
import lectern.ui.PostDocument;

/** {@code lectern show}: one post after the other; nothing of one is kept when the next begins. */
final class ShowCommand {
  private static final String STDIN_NAME = "standard input";
  private static final String STDIN_TITLE = "Standard input";

  private final Invocation invocation;
  private final CommandContext context;
  private final TextOutput output;
  private Catalog catalog;
  private JsonWriter json;
  private boolean isFirst = true;

  private ShowCommand(Invocation call, CommandContext around) {
    this.invocation = call;
    this.context = around;
    this.output = new TextOutput(call, around);
  }

  /** What is to be shown. @param whole null: still on disk */
  private record ShowInput(Entry entry, Library.LoadedFile loadedFile) {
    byte[] readBytes() throws UnreadablePostException {
      return loadedFile != null ? loadedFile.bytes() : Library.readBytes(entry.path());
    }

    PostBody readBody() throws UnreadablePostException {
      return loadedFile != null ? loadedFile.body() : Library.parseBody(entry.path(), readBytes());
    }
  }

  static int run(Invocation call, CommandContext around) throws IOException {
    return new ShowCommand(call, around).showAll();
  }

  /** One source given by another command. */
  static int run(Invocation call, CommandContext around, String source) throws IOException {
    return new ShowCommand(call, around).showEach(List.of(source));
  }

  private int showAll() throws IOException {
    invocation.requireAtMostOne(
        CliOption.RAW, CliOption.MARKDOWN, CliOption.CODE, CliOption.TOC, CliOption.JSON);
    invocation.requireAtMostOne(CliOption.RAW, CliOption.SECTION);
    List<String> words = invocation.arguments;
    if (words.isEmpty()) {
      if (context.inTty() || context.isRemote())
        throw new UsageException(
            "show: which post? name one, a file, or - for standard input; lectern list has them");
      words = List.of("-");
    }
    return showEach(words);
  }

  private int showEach(List<String> words) throws IOException {
    boolean many = words.size() > 1;
    if (hasOption(CliOption.JSON)) json = new JsonWriter();
    if (json != null && many) json.open('[');
    int code = 0;
    for (String word : words) {
      try {
        show(findInput(word));
      } catch (UnreadablePostException e) {
        ErrorOutput.print((word.isEmpty() ? "" : word + ": ") + e.getMessage(), context);
        code = 1;
      } catch (CommandException e) {
        ErrorOutput.print(e.getMessage(), context);
        code = 1;
      }
    }
    if (json != null) {
      if (many) json.close(']');
      if (many || code == 0) print(json.drain() + "\n");
    }
    return code;
  }

  private boolean hasOption(CliOption flag) {
    return invocation.command.options.contains(flag) && invocation.hasOption(flag);
  }

  private ShowInput findInput(String word) throws UnreadablePostException, IOException {
    if (word.equals("-") && !context.isRemote()) return readStdin();
    if (word.isEmpty()) throw new UnreadablePostException("\"\" is the name of no post");
    if (!context.isRemote()) {
      Path path = invocation.resolvePath(word);
      if (Files.isDirectory(path))
        throw new UnreadablePostException("is a folder; lectern list -C prints it");
      if (Files.exists(path)) {
        Library.LoadedFile whole = Library.load(path);
        return new ShowInput(whole.entry(), whole);
      }
    }
    if (catalog == null) {
      catalog = CatalogLoader.loadCatalog(invocation, context);
      if (context.isRemote() && !invocation.hasOption(CliOption.DRAFTS))
        catalog = catalog.published();
    }
    Entry entry = catalog.find(word);
    if (entry != null)
      return new ShowInput(entry, context.isRemote() ? loadServedFile(entry) : null);
    throw new UnreadablePostException(unknownPostMessage(word));
  }

  private String unknownPostMessage(String word) {
    List<String> candidates = catalog.suggestSlugs(word);
    String names = String.join(", ", candidates);
    int begun = catalog.countWithPrefix(word);
    if (begun > 1)
      return "more than one post begins so: "
          + names
          + (begun > candidates.size() ? " and " + (begun - candidates.size()) + " more" : "");
    return candidates.isEmpty()
        ? "there is no such post or file; lectern list prints what there is"
        : "there is no such post or file; did you mean " + names + "?";
  }

  private Library.LoadedFile loadServedFile(Entry entry)
      throws UnreadablePostException, IOException {
    Path real;
    try {
      real = context.remoteReader().liveCatalog().resolveInside(entry.path());
    } catch (IOException e) {
      throw new UnreadablePostException(e.getMessage());
    }
    return Library.load(real);
  }

  private byte[] readStdinBytes() {
    try {
      return context.in().readNBytes(Library.MAX_FILE_BYTES + 1);
    } catch (IOException e) {
      throw new CommandException("standard input: cannot be read: " + e.getMessage());
    }
  }

  private ShowInput readStdin() throws UnreadablePostException, IOException {
    byte[] bytes = readStdinBytes();
    if (bytes.length > Library.MAX_FILE_BYTES)
      throw new CommandException("standard input: larger than 16 MiB; split it");
    Library.LoadedFile whole = Library.load(STDIN_NAME, bytes);
    return new ShowInput(whole.entry(), whole);
  }

  private void show(ShowInput found) throws UnreadablePostException, IOException {
    if (hasOption(CliOption.RAW)) output.write(found.readBytes());
    else if (hasOption(CliOption.MARKDOWN) && hasOption(CliOption.SECTION))
      printSectionSource(found);
    else if (hasOption(CliOption.MARKDOWN))
      output.write(Library.withoutFrontMatter(found.readBytes()));
    else print(found);
  }

  /** The lines of a section, as they are written. */
  private void printSectionSource(ShowInput found) throws UnreadablePostException, IOException {
    PostBody source = found.readBody();
    boolean mdx = found.entry().name().endsWith(".mdx");
    Document document = Markdown.parse(source.text(), source.firstLine(), mdx);
    print(
        SectionExtractor.extractSource(
            document, invocation.optionValue(CliOption.SECTION), source));
  }

  private void print(ShowInput found) throws UnreadablePostException, IOException {
    PostBody source = found.readBody();
    // what comes down a pipe without a title has nothing to put on a card
    boolean bare = found.loadedFile() != null && found.entry().title().equals(STDIN_TITLE);
    PostDocument post =
        bare
            ? new PostDocument(PostHeader.NONE, Markdown.parse(source.text(), source.firstLine()))
            : PostDocument.of(found.entry(), source);
    if (hasOption(CliOption.SECTION))
      post =
          new PostDocument(
              PostHeader.NONE,
              SectionExtractor.extract(post.body(), invocation.optionValue(CliOption.SECTION)));
    Document document = post.body();
    if (hasOption(CliOption.CODE)) printCodeBlocks(document);
    else if (hasOption(CliOption.TOC)) printOutline(document);
    else if (json != null) printJson(found.entry(), source, document);
    else printPage(post);
  }

  private void printPage(PostDocument post) throws IOException {
    try (AnsiWriter writer = output.openWriter()) {
      if (!isFirst) writer.write(List.of(Line.EMPTY, Line.EMPTY));
      isFirst = false;
      Layout.writeTo(post.header(), post.body(), output.layoutOptions(), new AnsiRowSink(writer));
    }
  }

  private record AnsiRowSink(AnsiWriter writer) implements Layout.LineSink {
    @Override
    public void accept(Line row) throws IOException {
      writer.write(row);
    }
  }

  private void printCodeBlocks(Document document) throws IOException {
    int wanted = invocation.intValue(CliOption.CODE, 0, Integer.MAX_VALUE, 0);
    List<Block.CodeBlock> codes = document.codeBlocks();
    if (codes.isEmpty()) throw new CommandException("show --code: the post has no code block");
    if (wanted > codes.size())
      throw new CommandException(
          "show --code "
              + wanted
              + ": the post has "
              + codes.size()
              + (codes.size() == 1 ? " code block" : " code blocks"));
    if (wanted > 0) printLiteral(codes.get(wanted - 1).literal());
    else {
      for (Block.CodeBlock code : codes) {
        if (!isFirst) print("\n");
        isFirst = false;
        printLiteral(code.literal());
      }
    }
  }

  /** As written; on a terminal, harmless. */
  private void printLiteral(String literal) throws IOException {
    if (!context.outTty()) {
      print(literal);
      return;
    }
    StringBuilder out = new StringBuilder();
    for (String line : literal.split("\n", -1))
      out.append(Sanitizer.sanitize(line.replace("\t", "    "))).append('\n');
    out.setLength(out.length() - 1);
    print(out.toString());
  }

  private void printOutline(Document document) throws IOException {
    List<Block.Heading> headings = document.headings();
    int top = 6;
    for (Block.Heading heading : headings) top = Math.min(top, heading.level());
    try (AnsiWriter writer = output.openWriter()) {
      for (Block.Heading heading : headings) {
        Span indent = Span.of("  ".repeat(heading.level() - top), Role.DECOR);
        writer.write(
            Line.of(
                indent,
                Span.of(
                    heading.plainText(),
                    lectern.text.RoleSet.byOrdinal(
                        Role.HEADING_1.ordinal() + heading.level() - 1))));
      }
    }
  }

  private void printJson(Entry entry, PostBody source, Document document) throws IOException {
    json.open('{');
    EntryJson.writeFields(entry, json);
    json.name("headings").open('[');
    for (Block.Heading h : document.headings())
      json.open('{')
          .name("level")
          .value(h.level())
          .name("title")
          .value(h.plainText())
          .name("id")
          .value(h.id())
          .close('}');
    json.close(']').name("links").open('[');
    for (Document.Link link : document.links())
      json.open('{').name("target").value(link.target()).name("text").value(link.text()).close('}');
    json.close(']').name("code").open('[');
    for (Block.CodeBlock c : document.codeBlocks())
      json.open('{')
          .name("language")
          .value(c.language())
          .name("text")
          .value(c.literal())
          .close('}');
    json.close(']').name("markdown").value(source.text()).close('}');
    print(json.drain());
  }

  private void print(String text) throws IOException {
    context.out().write(text.getBytes(StandardCharsets.UTF_8));
    context.out().flush();
  }
}
