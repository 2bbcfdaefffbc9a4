package lectern.markdown;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import lectern.markdown.dialect.WikiLinkNode;
import lectern.text.PercentEncoding;

/** Converts wiki links to links, images and text. */
final class WikiLinkConverter {
  private static final Set<String> IMAGE_EXTENSIONS =
      Set.of("png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "bmp");

  /** What no note is called by: brackets around these are something else. */
  private static final String NO_NAME_CHARS = "=$\"<>{}*";

  private final NoteFinder notes;

  WikiLinkConverter(NoteFinder notes) {
    this.notes = notes;
  }

  /**
   * @return null for the mark of a table of contents
   */
  Inline convert(WikiLinkNode link) {
    String source = link.source();
    int bar = source.indexOf('|');
    String label = bar < 0 ? "" : source.substring(bar + 1).strip();
    String name = bar < 0 ? source : source.substring(0, bar);
    // in the cell of a table the bar is escaped
    if (name.endsWith("\\")) name = name.substring(0, name.length() - 1);
    int hash = name.indexOf('#');
    String note = (hash < 0 ? name : name.substring(0, hash)).strip();
    String heading = hash < 0 ? "" : name.substring(name.lastIndexOf('#') + 1).strip();
    if (link.isEmbed() && isImage(note)) return toImage(note, label);
    String words = label.isEmpty() ? describe(note, heading) : label;
    if (!note.isEmpty() && !isName(note)) return TextNormalizer.toText("[[" + source + "]]");
    String address = note.isEmpty() ? "" : notes.findNote(note);
    if (address == null && isContentsMark(note)) return null;
    if (address == null) address = notes.findFile(note);
    if (address == null || address.isEmpty() && heading.isEmpty())
      return TextNormalizer.toText(words);
    String target =
        heading.isEmpty() ? address : address + "#" + PercentEncoding.encode(heading, "%");
    return new Inline.Link(target, "", List.of(TextNormalizer.toText(words)));
  }

  private Inline toImage(String name, String label) {
    String found = notes.findFile(name);
    boolean size = !label.isEmpty() && isSize(label);
    String alt = label.isEmpty() || size ? name.substring(name.lastIndexOf('/') + 1) : label;
    return new Inline.Image(
        found == null ? PercentEncoding.encode(name, "%#?") : found,
        "",
        TextNormalizer.normalize(alt));
  }

  private static boolean isImage(String name) {
    String extension = name.substring(name.lastIndexOf('.') + 1);
    return IMAGE_EXTENSIONS.contains(extension.toLowerCase(Locale.ROOT));
  }

  /** {@code 300}, {@code 300x200}: how large a picture is shown. */
  private static boolean isSize(String label) {
    for (int i = 0; i < label.length(); i++)
      if ("0123456789x".indexOf(label.charAt(i)) < 0) return false;
    return true;
  }

  private static String describe(String note, String heading) {
    if (note.isEmpty()) return heading;
    return heading.isEmpty() ? note : note + " > " + heading;
  }

  private static boolean isContentsMark(String note) {
    return note.equalsIgnoreCase("toc") || note.equalsIgnoreCase("_toc_");
  }

  /** Whether a note may be called so; numbers in brackets are references of the text's own. */
  private static boolean isName(String note) {
    boolean letters = false;
    for (int i = 0; i < note.length(); i++) {
      if (NO_NAME_CHARS.indexOf(note.charAt(i)) >= 0) return false;
      letters |= Character.isLetter(note.charAt(i));
    }
    return letters && note.charAt(0) != '-' && note.charAt(0) != ':';
  }
}
