package lectern.cli;

import java.util.ArrayList;
import java.util.List;
import lectern.post.BrokenPost;
import lectern.post.Diagnostic;
import lectern.post.Entry;
import lectern.post.Post;
import lectern.post.Tag;

/** What front matter says of a post, as JSON fields. */
final class EntryJson {
  private EntryJson() {}

  /** The fields, inside an object that the caller opens and closes. */
  static void fields(Entry entry, JsonWriter json) {
    json.name("slug")
        .text(entry.slug())
        .name("title")
        .text(entry.title())
        .name("path")
        .text(entry.name());
    switch (entry) {
      case Post post -> post(post, json);
      case BrokenPost broken -> json.name("broken").truth(true).name("draft").truth(false);
    }
    json.name("problems").open('[');
    for (Diagnostic problem : entry.diagnostics()) problem(problem, json);
    json.close(']');
  }

  private static void post(Post post, JsonWriter json) {
    json.name("description").text(post.description());
    json.name("date").text(post.date().isPresent() ? post.date().get().day().toString() : null);
    json.name("updated")
        .text(post.updated().isPresent() ? post.updated().get().day().toString() : null);
    json.texts("tags", names(post.tags()));
    json.texts("authors", List.copyOf(post.authors()));
    json.name("draft")
        .truth(post.draft())
        .name("minutes")
        .number(post.readingMinutes())
        .name("broken")
        .truth(false);
  }

  static void problem(Diagnostic problem, JsonWriter json) {
    json.open('{')
        .name("line")
        .number(problem.line())
        .name("column")
        .number(problem.column())
        .name("reason")
        .text(problem.message())
        .close('}');
  }

  static List<String> names(List<Tag> tags) {
    List<String> names = new ArrayList<>();
    for (Tag tag : tags) names.add(tag.name());
    return names;
  }
}
