package lectern.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lectern.post.BrokenPost;
import lectern.post.Diagnostic;
import lectern.post.Entry;
import lectern.post.Post;
import lectern.post.Tag;
import lectern.text.Sanitizer;
import org.jspecify.annotations.Nullable;

/** JSON (RFC 8259). Control characters are escaped, so that it is harmless on a terminal too. */
final class Json {
  private Json() {}

  /**
   * @param value a map of names to values, a list of values, a text, number or truth value, or null
   */
  static String format(@Nullable Object value) {
    StringBuilder out = new StringBuilder();
    append(value, out);
    return out.toString();
  }

  private static void append(@Nullable Object value, StringBuilder out) {
    if (value instanceof Map<?, ?> map) {
      char separator = '{';
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        appendString((String) entry.getKey(), out.append(separator));
        append(entry.getValue(), out.append(':'));
        separator = ',';
      }
      out.append(map.isEmpty() ? "{}" : "}");
    } else if (value instanceof List<?> list) {
      char separator = '[';
      for (Object element : list) {
        append(element, out.append(separator));
        separator = ',';
      }
      out.append(list.isEmpty() ? "[]" : "]");
    } else if (value instanceof String text) appendString(text, out);
    else out.append(value);
  }

  private static void appendString(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c == '"' || c == '\\') out.append('\\').append((char) c);
      else if (c == '\n') out.append("\\n");
      else if (c == '\t') out.append("\\t");
      else if (c >= 0xd800 && c <= 0xdfff) out.append('\ufffd');
      else if (Sanitizer.isUnsafe(c)) appendEscape(c, out);
      else out.appendCodePoint(c);
    }
    out.append('"');
  }

  private static void appendEscape(int c, StringBuilder out) {
    for (char unit : Character.toChars(c)) {
      String hex = Integer.toHexString(unit);
      out.append("\\u").append("0".repeat(4 - hex.length())).append(hex);
    }
  }

  /**
   * @param namesAndValues name, value, name, value …
   */
  static Map<String, @Nullable Object> object(@Nullable Object... namesAndValues) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2)
      fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
    return fields;
  }

  /** The metadata of a post. */
  static Map<String, @Nullable Object> ofEntry(Entry entry) {
    Map<String, @Nullable Object> fields =
        object("slug", entry.slug(), "title", entry.title(), "path", entry.name());
    fields.putAll(ofPost(entry.post()));
    fields.put("broken", entry instanceof BrokenPost);
    List<Object> problems = new ArrayList<>();
    for (Diagnostic problem : entry.diagnostics())
      problems.add(
          object(
              "line", problem.line(),
              "column", problem.column(),
              "reason", problem.message()));
    fields.put("problems", problems);
    return fields;
  }

  private static Map<String, @Nullable Object> ofPost(Post post) {
    return object(
        "description", post.description(),
        "date", post.date().map(date -> date.day().toString()).orElse(null),
        "updated", post.updated().map(date -> date.day().toString()).orElse(null),
        "tags", tagNames(post.tags()),
        "authors", List.copyOf(post.authors()),
        "draft", post.draft(),
        "minutes", post.readingMinutes());
  }

  static List<String> tagNames(List<Tag> tags) {
    List<String> names = new ArrayList<>();
    for (Tag tag : tags) names.add(tag.name());
    return names;
  }
}
