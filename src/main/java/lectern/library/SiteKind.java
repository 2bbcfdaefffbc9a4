package lectern.library;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The site generators, and what of their ways decides where the links of posts lead. The first
 * whose files are found is taken.
 */
public enum SiteKind {
  OBSIDIAN(".obsidian", "", Trait.LINKS_BY_NAME),
  MDBOOK("book.toml", "src", Trait.FOREIGN_SURROUNDINGS),
  HEXO("_config.yml+source _config.yml+scaffolds", "source source/_posts"),
  JEKYLL("_config.yml _config.yaml _config.toml", "_posts"),
  ZOLA("config.toml+sass config.toml+templates zola.toml", "content static", Trait.ASCII_IDS),
  HUGO(
      "hugo.toml hugo.yaml hugo.yml hugo.json config/_default config.toml config.yaml+content"
          + " config.yml+content config.json+content",
      "content static assets"),
  ASTRO(
      "astro.config.mjs astro.config.ts astro.config.js astro.config.mts",
      "src/content/docs src/content src/pages public src/assets src",
      Trait.LANGUAGE_FALLBACK),
  DOCUSAURUS(
      "docusaurus.config.js docusaurus.config.ts docusaurus.config.mjs",
      "docs blog static src/pages",
      Trait.LANGUAGE_FALLBACK),
  SVELTEKIT("svelte.config.js", "content static src/routes"),
  MKDOCS("mkdocs.yml mkdocs.yaml zensical.toml", "docs", Trait.LANGUAGE_FALLBACK, Trait.ASCII_IDS),
  ELEVENTY(
      "eleventy.config.js eleventy.config.mjs eleventy.config.cjs .eleventy.js",
      "src content public",
      Trait.ASCII_IDS),
  VITEPRESS(".vitepress docs/.vitepress", "src docs src/public docs/public public"),
  NEXT(
      "next.config.js next.config.mjs next.config.ts",
      "public content src/content pages src/pages app"),
  GATSBY("gatsby-config.js gatsby-config.ts", "content static src/pages"),
  PELICAN("pelicanconf.py", "content"),
  /** A program of its own serves the pages, and makes some. */
  PROGRAM("go.mod", "_content content static", Trait.FOREIGN_PAGES),
  NODE("package.json", "content src/content src/pages static public source docs"),
  REPOSITORY(".git", "docs content static public source");

  private enum Trait {
    LINKS_BY_NAME,
    LANGUAGE_FALLBACK,
    FOREIGN_SURROUNDINGS,
    FOREIGN_PAGES,
    ASCII_IDS
  }

  private final List<String> markers;
  private final List<String> contentFolders;
  private final List<Trait> traits;

  /**
   * @param markers files or folders at the top of a site, any of which tells the kind; {@code +}
   *     joins those that must all be there
   * @param contentFolders folders below the top whose content has addresses from the top
   */
  SiteKind(String markers, String contentFolders, Trait... traits) {
    this.markers = List.of(markers.split(" "));
    this.contentFolders = contentFolders.isEmpty() ? List.of() : List.of(contentFolders.split(" "));
    this.traits = List.of(traits);
  }

  /**
   * The kind of site that begins in a folder.
   *
   * @param exists whether a path below the folder is there
   * @return null where none begins
   */
  public static @Nullable SiteKind of(Predicate<String> exists) {
    for (SiteKind kind : values()) if (kind.isMarkedIn(exists)) return kind;
    return null;
  }

  private boolean isMarkedIn(Predicate<String> exists) {
    for (String marker : markers) {
      boolean all = true;
      for (String name : marker.split("\\+")) all = all && exists.test(name);
      if (all) return true;
    }
    return false;
  }

  /** Whether the kind says little about where addresses lead: any project may have its marks. */
  public boolean isWeak() {
    return compareTo(PROGRAM) >= 0;
  }

  /** Folders below the top of the site whose content has addresses from the top. */
  public List<String> contentFolders() {
    return contentFolders;
  }

  /** Whether a link may be the mere name of a file that lies anywhere. */
  public boolean linksByName() {
    return traits.contains(Trait.LINKS_BY_NAME);
  }

  /** Whether a page without a translation is served in the default language. */
  public boolean fallsBackToDefaultLanguage() {
    return traits.contains(Trait.LANGUAGE_FALLBACK);
  }

  /** Whether other sites are served around this one, so that links lead out of it. */
  public boolean hasForeignSurroundings() {
    return traits.contains(Trait.FOREIGN_SURROUNDINGS);
  }

  /** Whether pages may come from elsewhere than the site's folder. */
  public boolean hasForeignPages() {
    return traits.contains(Trait.FOREIGN_PAGES);
  }

  /** Whether ids of headings are made of ASCII letters in a way that cannot be foreseen. */
  public boolean makesAsciiIds() {
    return traits.contains(Trait.ASCII_IDS);
  }
}
