package lectern.ui.update;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import lectern.links.LinkResolver;
import lectern.links.Target;
import lectern.markdown.Block;
import lectern.markdown.Document;
import lectern.markdown.Inline;
import lectern.post.Entry;
import lectern.post.Post;
import lectern.post.Tag;
import lectern.ui.FilteredPosts;

/** The links under the end of a post: next and previous post, linked and related ones. */
final class RelatedPosts {
  private static final int MAX_RELATED = 3;

  private RelatedPosts() {}

  /**
   * @param links of the post
   */
  static Document appendTo(
      Document document, List<Document.Link> links, FilteredPosts posts, Entry entry) {
    List<Block.ListItem> items = new ArrayList<>();
    List<Entry> shown = posts.shown();
    int at = posts.indexOf(entry);
    Set<Entry> named = new HashSet<>();
    named.add(entry);
    if (at >= 0 && at + 1 < shown.size()) items.add(listItem("Next: ", shown.get(at + 1), named));
    if (at > 0) items.add(listItem("Previous: ", shown.get(at - 1), named));
    for (Entry other : findLinked(links, posts, entry)) {
      if (!named.contains(other)) items.add(listItem("Linked: ", other, named));
    }
    for (Entry other : findRelated(posts, entry)) {
      if (!named.contains(other)) items.add(listItem("Related: ", other, named));
    }
    if (items.isEmpty()) return document;
    List<Block> blocks = new ArrayList<>(document.blocks());
    blocks.add(new Block.ThematicBreak(0));
    blocks.add(new Block.ListBlock(-1, true, items, 0));
    return new Document(blocks);
  }

  private static Block.ListItem listItem(String word, Entry entry, Set<Entry> named) {
    named.add(entry);
    Inline link =
        new Inline.Link(LinkResolver.hrefTo(entry), "", List.of(new Inline.Text(entry.title())));
    List<Inline> content = List.of(new Inline.Text(word), link);
    return new Block.ListItem(null, List.of(new Block.Paragraph(content, 0)), 0);
  }

  /** The first posts that the text links to. */
  private static Set<Entry> findLinked(
      List<Document.Link> links, FilteredPosts posts, Entry entry) {
    Set<Entry> out = new LinkedHashSet<>();
    for (Document.Link link : links) {
      if (out.size() == MAX_RELATED) break;
      if (posts.index().links().resolve(entry, link.target()) instanceof Target.OtherPost other
          && !other.entry().path().equals(entry.path())) out.add(other.entry());
    }
    return out;
  }

  /** Posts that share the most tags, the best first. */
  private static List<Entry> findRelated(FilteredPosts posts, Entry entry) {
    List<Entry> best = new ArrayList<>();
    Post post = entry.post();
    if (post.tags().isEmpty()) return best;
    List<Entry> entries = posts.catalog().entries();
    int[] shared = new int[entries.size()];
    for (Tag tag : new HashSet<>(post.tags()))
      for (int i : posts.index().publishedWithTag(tag)) shared[i]++;
    int[] counts = new int[MAX_RELATED + 1];
    for (int i = 0; i < shared.length; i++) {
      if (shared[i] <= counts[MAX_RELATED - 1]) continue;
      Entry other = entries.get(i);
      if (other.path().equals(entry.path())) continue;
      int at = best.size();
      while (at > 0 && counts[at - 1] < shared[i]) at--;
      System.arraycopy(counts, at, counts, at + 1, MAX_RELATED - at);
      counts[at] = shared[i];
      best.add(at, other);
      if (best.size() > MAX_RELATED) best.removeLast();
    }
    return best;
  }
}
