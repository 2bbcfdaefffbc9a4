package lectern.post;

import java.util.ArrayList;
import java.util.List;
import lectern.text.DidYouMean;
import lectern.text.TextFolding;
import org.jspecify.annotations.Nullable;

/**
 * All posts of a folder at one moment. Immutable: reading the folder again makes a new one, and
 * other sessions keep theirs.
 *
 * @param name the folder's name
 * @param entries good and broken, in the order of their names
 * @param diagnostics of the folder itself (a loop of links, a folder that cannot be listed)
 */
public record Catalog(String name, List<Entry> entries, List<Diagnostic> diagnostics) {
  public static final Catalog EMPTY = new Catalog("", List.of(), List.of());

  /** The catalog without drafts, for readers other than the author. */
  public Catalog published() {
    List<Entry> out = new ArrayList<>(entries.size());
    for (Entry entry : entries) if (!entry.draft()) out.add(entry);
    return new Catalog(name, List.copyOf(out), diagnostics);
  }

  /**
   * The entry that an argument names: by its path below the folder, with or without extension, by
   * its slug, or by the beginning of exactly one slug.
   *
   * @return null for none
   */
  public @Nullable Entry find(String word) {
    String wanted = word.startsWith("./") ? word.substring(2) : word;
    Entry bySlug = null;
    Entry byName = null;
    for (Entry entry : entries) {
      if (entry.name().equals(wanted)) return entry;
      if (entry.slug().equals(wanted) && isBefore(entry, bySlug)) bySlug = entry;
      if (byName == null && isNameWithoutExtension(wanted, entry.name())) byName = entry;
    }
    if (bySlug != null) return bySlug;
    if (byName != null) return byName;
    List<Entry> prefixed = entriesWithPrefix(wanted);
    return prefixed.size() == 1 ? prefixed.getFirst() : null;
  }

  /** Of pages in several languages, {@code index.md} before {@code index.fr.md}. */
  private static boolean isBefore(Entry entry, @Nullable Entry other) {
    return other == null || entry.name().length() < other.name().length();
  }

  private static boolean isNameWithoutExtension(String word, String name) {
    return name.startsWith(word) && name.lastIndexOf('.') == word.length();
  }

  /**
   * At most five slugs that may have been meant: those that begin with the word, else those that
   * contain it, else the nearest.
   */
  public List<String> suggestSlugs(String word) {
    List<String> out = new ArrayList<>();
    for (Entry entry : entriesWithPrefix(word)) if (out.size() < 5) out.add(entry.slug());
    if (!out.isEmpty()) return out;
    List<String> slugs = new ArrayList<>();
    String folded = TextFolding.fold(word);
    for (Entry entry : entries) {
      slugs.add(entry.slug());
      if (out.size() < 5 && TextFolding.fold(entry.slug()).contains(folded)) out.add(entry.slug());
    }
    return out.isEmpty() ? DidYouMean.suggestAll(word, slugs, 5) : out;
  }

  /** How many slugs begin with a word. */
  public int countWithPrefix(String word) {
    return entriesWithPrefix(word).size();
  }

  private List<Entry> entriesWithPrefix(String word) {
    List<Entry> out = new ArrayList<>();
    for (Entry entry : entries) {
      String slug = entry.slug();
      boolean last = slug.startsWith(word, slug.lastIndexOf('/') + 1);
      if (!word.isEmpty() && (slug.startsWith(word) || last)) out.add(entry);
    }
    return out;
  }
}
