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
  static void writeFields(Entry entry, JsonWriter json) {
    json.name("slug")
        .value(entry.slug())
        .name("title")
        .value(entry.title())
        .name("path")
        .value(entry.name());
    switch (entry) {
      case Post post -> writePostFields(post, json);
      case BrokenPost broken -> json.name("broken").value(true).name("draft").value(false);
    }
    json.name("problems").open('[');
    for (Diagnostic problem : entry.diagnostics()) writeDiagnostic(problem, json);
    json.close(']');
  }

  private static void writePostFields(Post post, JsonWriter json) {
    json.name("description").value(post.description());
    json.name("date").value(post.date().isPresent() ? post.date().get().day().toString() : null);
    json.name("updated")
        .value(post.updated().isPresent() ? post.updated().get().day().toString() : null);
    json.stringArray("tags", tagNames(post.tags()));
    json.stringArray("authors", List.copyOf(post.authors()));
    json.name("draft")
        .value(post.draft())
        .name("minutes")
        .value(post.readingMinutes())
        .name("broken")
        .value(false);
  }

  static void writeDiagnostic(Diagnostic problem, JsonWriter json) {
    json.open('{')
        .name("line")
        .value(problem.line())
        .name("column")
        .value(problem.column())
        .name("reason")
        .value(problem.message())
        .close('}');
  }

  static List<String> tagNames(List<Tag> tags) {
    List<String> names = new ArrayList<>();
    for (Tag tag : tags) names.add(tag.name());
    return names;
  }
}
