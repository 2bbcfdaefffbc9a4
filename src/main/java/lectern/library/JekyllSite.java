package lectern.library;

import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a post belongs to a Jekyll site, which writes tags with spaces between them. */
final class JekyllSite {
  /** Folders above a post in which the settings of its site are looked for. */
  private static final int MAX_LEVELS = 8;

  /** Settings of generators that take such a text for one tag. */
  private static final String[] OTHER_SETTINGS = {
    "scaffolds",
    "source/_posts",
    "hugo.toml",
    "hugo.yaml",
    "config.toml",
    ".eleventy.js",
    "eleventy.config.js",
    "eleventy.config.mjs",
    "astro.config.mjs",
    "docusaurus.config.js",
    "mkdocs.yml"
  };

  private JekyllSite() {}

  /**
   * @param layout what the front matter of the post names; empty for none
   */
  static boolean contains(Path post, String layout) {
    Path folder = post.toAbsolutePath().getParent();
    boolean inPosts = false;
    for (int i = 0; folder != null && i < MAX_LEVELS; i++) {
      for (String other : OTHER_SETTINGS) if (Files.exists(folder.resolve(other))) return false;
      if (Files.exists(folder.resolve("_config.yml"))) return true;
      String name = String.valueOf(folder.getFileName());
      inPosts |= name.equals("_posts") || name.equals("_drafts");
      if (Files.exists(folder.resolve(".git"))) break;
      folder = folder.getParent();
    }
    return inPosts || isLayoutName(layout);
  }

  /** Jekyll's layouts are words; others name a file. */
  private static boolean isLayoutName(String layout) {
    return !layout.isBlank() && layout.indexOf('/') < 0 && layout.indexOf('.') < 0;
  }
}
