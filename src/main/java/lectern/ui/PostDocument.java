package lectern.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import lectern.layout.PostHeader;
import lectern.links.LinkResolver;
import lectern.markdown.Block;
import lectern.markdown.Document;
import lectern.markdown.Markdown;
import lectern.post.BrokenPost;
import lectern.post.Diagnostic;
import lectern.post.Entry;
import lectern.post.FileType;
import lectern.post.Post;
import lectern.post.PostBody;
import lectern.post.PostExtensions;
import lectern.post.Tag;

/**
 * A post as it is read.
 *
 * @param header what its front matter says
 * @param body its text
 */
public record PostDocument(PostHeader header, Document body) {
  /**
   * @param links where wiki links lead; asked only where there are any
   */
  public static PostDocument of(Entry entry, PostBody source, Supplier<LinkResolver> links) {
    if (!FileType.isMarkdown(entry.name()))
      return new PostDocument(
          PostHeader.NONE, Document.ofFile(FileType.language(entry.name()), source.text()));
    Document body =
        Markdown.parse(
            source.text(),
            source.firstLine(),
            PostExtensions.isMdx(entry.name()),
            new FolderNotes(entry, links));
    return new PostDocument(
        headerOf(entry, source.diagnostics()),
        new Document(dropRepeatedTitle(entry, body.blocks())));
  }

  /**
   * @param more problems found while its text was read
   */
  private static PostHeader headerOf(Entry entry, List<Diagnostic> more) {
    List<String> problems = new ArrayList<>();
    for (Diagnostic problem : entry.diagnostics()) addOnce(problems, problem);
    for (Diagnostic problem : more) addOnce(problems, problem);
    return entry.accept(new HeaderVisitor(problems));
  }

  private record HeaderVisitor(List<String> problems) implements Entry.Visitor<PostHeader> {
    @Override
    public PostHeader visit(Post post) {
      return new PostHeader(
          post.title(), post.description(), headerFacts(post), tagNames(post), problems);
    }

    @Override
    public PostHeader visit(BrokenPost broken) {
      return visit(broken.post());
    }
  }

  /** A first heading that only repeats the title would stand right under it. */
  private static List<Block> dropRepeatedTitle(Entry entry, List<Block> blocks) {
    if (blocks.isEmpty() || !(blocks.getFirst() instanceof Block.Heading heading)) return blocks;
    boolean repeats =
        heading.level() == 1 && heading.plainText().strip().equals(entry.title().strip());
    return repeats ? blocks.subList(1, blocks.size()) : blocks;
  }

  private static List<String> headerFacts(Post post) {
    List<String> facts = new ArrayList<>();
    if (post.draft()) facts.add("draft");
    if (post.date().isPresent()) facts.add(DisplayText.longDate(post.date().get().day()));
    facts.add(post.readingMinutes() + " min");
    if (post.updated().isPresent() && !isUpdatedSameDay(post)) {
      facts.add("updated " + DisplayText.longDate(post.updated().get().day()));
    }
    facts.addAll(post.authors());
    return facts;
  }

  private static boolean isUpdatedSameDay(Post post) {
    return post.date().isPresent() && post.date().get().day().equals(post.updated().get().day());
  }

  private static List<String> tagNames(Post post) {
    List<String> names = new ArrayList<>();
    for (Tag tag : post.tags()) names.add(tag.name());
    return names;
  }

  private static void addOnce(List<String> problems, Diagnostic problem) {
    String words = problem.messageWithLine();
    if (!problems.contains(words)) problems.add(words);
  }
}
