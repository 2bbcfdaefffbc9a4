package lectern.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lectern.layout.Layout;
import lectern.layout.Page;
import lectern.library.Library;
import lectern.library.UnreadablePostException;
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
import lectern.ui.Cards;

/** {@code lectern show}: one post after the other; nothing of one is kept when the next begins. */
final class ShowCommand {
  private static final String STDIN = "standard input";
  private static final String STDIN_TITLE = "Standard input";

  private final Invocation call;
  private final CommandContext around;
  private final TextOutput printing;
  private Catalog catalog;
  private JsonWriter json;
  private boolean first = true;

  private ShowCommand(Invocation call, CommandContext around) {
    this.call = call;
    this.around = around;
    this.printing = new TextOutput(call, around);
  }

  /** What is to be shown. @param whole null: still on disk */
  private record ShowInput(Entry entry, Library.LoadedFile whole) {
    byte[] raw() throws UnreadablePostException {
      return whole != null ? whole.bytes() : Library.readBytes(entry.path());
    }

    PostBody source() throws UnreadablePostException {
      return whole != null ? whole.body() : Library.parseBody(entry.path(), raw());
    }
  }

  static int run(Invocation call, CommandContext around) throws IOException {
    return new ShowCommand(call, around).all();
  }

  /** One source given by another command. */
  static int run(Invocation call, CommandContext around, String source) throws IOException {
    return new ShowCommand(call, around).each(List.of(source));
  }

  private int all() throws IOException {
    call.oneOf(CliOption.RAW, CliOption.MARKDOWN, CliOption.CODE, CliOption.TOC, CliOption.JSON);
    call.oneOf(CliOption.RAW, CliOption.SECTION);
    List<String> words = call.arguments;
    if (words.isEmpty()) {
      if (around.inTty() || around.afar())
        throw new UsageException(
            "show: which post? name one, a file, or - for standard input; lectern list has them");
      words = List.of("-");
    }
    return each(words);
  }

  private int each(List<String> words) throws IOException {
    boolean many = words.size() > 1;
    if (wants(CliOption.JSON)) json = new JsonWriter();
    if (json != null && many) json.open('[');
    int code = 0;
    for (String word : words) {
      try {
        show(find(word));
      } catch (UnreadablePostException e) {
        ErrorOutput.say((word.isEmpty() ? "" : word + ": ") + e.getMessage(), around);
        code = 1;
      } catch (CommandException e) {
        ErrorOutput.say(e.getMessage(), around);
        code = 1;
      }
    }
    if (json != null) {
      if (many) json.close(']');
      if (many || code == 0) text(json.take() + "\n");
    }
    return code;
  }

  private boolean wants(CliOption flag) {
    return call.verb.flags.contains(flag) && call.has(flag);
  }

  private ShowInput find(String word) throws UnreadablePostException, IOException {
    if (word.equals("-") && !around.afar()) return stdin();
    if (word.isEmpty()) throw new UnreadablePostException("\"\" is the name of no post");
    if (!around.afar()) {
      Path path = call.path(word);
      if (Files.isDirectory(path))
        throw new UnreadablePostException("is a folder; lectern list -C prints it");
      if (Files.exists(path)) {
        Library.LoadedFile whole = Library.load(path);
        return new ShowInput(whole.entry(), whole);
      }
    }
    if (catalog == null) {
      catalog = CatalogLoader.catalog(call, around);
      if (around.afar() && !call.has(CliOption.DRAFTS)) catalog = catalog.published();
    }
    Entry entry = catalog.find(word);
    if (entry != null) return new ShowInput(entry, around.afar() ? inside(entry) : null);
    throw new UnreadablePostException(unknown(word));
  }

  private String unknown(String word) {
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

  private Library.LoadedFile inside(Entry entry) throws UnreadablePostException, IOException {
    Path real;
    try {
      real = around.guest().served().inside(entry.path());
    } catch (IOException e) {
      throw new UnreadablePostException(e.getMessage());
    }
    return Library.load(real);
  }

  private byte[] typed() {
    try {
      return around.in().readNBytes(Library.MAX_FILE_BYTES + 1);
    } catch (IOException e) {
      throw new CommandException("standard input: cannot be read: " + e.getMessage());
    }
  }

  private ShowInput stdin() throws UnreadablePostException, IOException {
    byte[] bytes = typed();
    if (bytes.length > Library.MAX_FILE_BYTES)
      throw new CommandException("standard input: larger than 16 MiB; split it");
    Library.LoadedFile whole = Library.load(STDIN, bytes);
    return new ShowInput(whole.entry(), whole);
  }

  private void show(ShowInput found) throws UnreadablePostException, IOException {
    if (wants(CliOption.RAW)) printing.bytes(found.raw());
    else if (wants(CliOption.MARKDOWN) && wants(CliOption.SECTION)) section(found);
    else if (wants(CliOption.MARKDOWN)) printing.bytes(Library.withoutFrontMatter(found.raw()));
    else text(found);
  }

  /** The lines of a section, as they are written. */
  private void section(ShowInput found) throws UnreadablePostException, IOException {
    PostBody source = found.source();
    boolean mdx = found.entry().name().endsWith(".mdx");
    Document document = Markdown.parse(source.text(), source.firstLine(), mdx);
    text(SectionExtractor.written(document, call.value(CliOption.SECTION), source));
  }

  private void text(ShowInput found) throws UnreadablePostException, IOException {
    PostBody source = found.source();
    // what comes down a pipe without a title has nothing to put on a card
    boolean bare = found.whole() != null && found.entry().title().equals(STDIN_TITLE);
    Document document =
        bare
            ? Markdown.parse(source.text(), source.firstLine())
            : Cards.document(found.entry(), source);
    if (wants(CliOption.SECTION)) document = SectionExtractor.of(document, call.value(CliOption.SECTION));
    if (wants(CliOption.CODE)) code(document);
    else if (wants(CliOption.TOC)) outline(document);
    else if (json != null) json(found.entry(), source, document);
    else page(document);
  }

  private void page(Document document) throws IOException {
    try (AnsiWriter writer = printing.writer()) {
      if (!first) writer.write(List.of(Line.EMPTY, Line.EMPTY));
      first = false;
      Layout.writeTo(document, printing.layout(), new AnsiRowSink(writer));
    }
  }

  private record AnsiRowSink(AnsiWriter writer) implements Layout.LineSink {
    @Override
    public void accept(Line row) throws IOException {
      writer.write(row);
    }
  }

  private Page plainPage(Document document) {
    return Layout.of(document, Layout.Options.of(0, printing.glyphs()));
  }

  private void code(Document document) throws IOException {
    int wanted = call.number(CliOption.CODE, 0, Integer.MAX_VALUE, 0);
    List<Page.CodeBlock> codes = plainPage(document).codeBlocks();
    if (codes.isEmpty()) throw new CommandException("show --code: the post has no code block");
    if (wanted > codes.size())
      throw new CommandException(
          "show --code "
              + wanted
              + ": the post has "
              + codes.size()
              + (codes.size() == 1 ? " code block" : " code blocks"));
    if (wanted > 0) literal(codes.get(wanted - 1).literal());
    else {
      for (Page.CodeBlock code : codes) {
        if (!first) text("\n");
        first = false;
        literal(code.literal());
      }
    }
  }

  /** As written; on a terminal, harmless. */
  private void literal(String literal) throws IOException {
    if (!around.outTty()) {
      text(literal);
      return;
    }
    StringBuilder out = new StringBuilder();
    for (String line : literal.split("\n", -1))
      out.append(Sanitizer.sanitize(line.replace("\t", "    "))).append('\n');
    out.setLength(out.length() - 1);
    text(out.toString());
  }

  private void outline(Document document) throws IOException {
    List<Page.Heading> headings = plainPage(document).headings();
    int top = 6;
    for (Page.Heading heading : headings) top = Math.min(top, heading.level());
    try (AnsiWriter writer = printing.writer()) {
      for (Page.Heading heading : headings) {
        Span indent = Span.of("  ".repeat(heading.level() - top), Role.DECOR);
        writer.write(
            Line.of(
                indent,
                Span.of(
                    heading.title(),
                    lectern.text.RoleSet.byOrdinal(
                        Role.HEADING_1.ordinal() + heading.level() - 1))));
      }
    }
  }

  private void json(Entry entry, PostBody source, Document document) throws IOException {
    Page page = plainPage(document);
    json.open('{');
    EntryJson.fields(entry, json);
    json.name("headings").open('[');
    for (Page.Heading h : page.headings())
      json.open('{')
          .name("level")
          .number(h.level())
          .name("title")
          .text(h.title())
          .name("id")
          .text(h.id())
          .close('}');
    json.close(']').name("links").open('[');
    for (Page.Link link : page.links())
      json.open('{').name("target").text(link.target()).name("text").text(link.text()).close('}');
    json.close(']').name("code").open('[');
    for (Page.CodeBlock c : page.codeBlocks())
      json.open('{').name("language").text(c.language()).name("text").text(c.literal()).close('}');
    json.close(']').name("markdown").text(source.text()).close('}');
    text(json.take());
  }

  private void text(String text) throws IOException {
    around.out().write(text.getBytes(StandardCharsets.UTF_8));
    around.out().flush();
  }
}
