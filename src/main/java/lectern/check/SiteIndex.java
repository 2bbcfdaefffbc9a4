package lectern.check;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import lectern.links.SiteFiles;

/** The files on disk around the posts of a folder, and where the site begins that they are for. */
final class SiteIndex implements SiteFiles {
  /** Files and folders that mark a site root. */
  private static final String[] SITE_ROOT_MARKERS =
      (".git package.json _config.yml _config.toml hugo.toml hugo.yaml hugo.yml hugo.json"
              + " config.toml config.yaml config.yml astro.config.mjs astro.config.ts"
              + " astro.config.js eleventy.config.js eleventy.config.mjs eleventy.config.cjs"
              + " .eleventy.js mkdocs.yml book.toml pelicanconf.py .obsidian")
          .split(" ");

  /** Folders that a site is served from, where nothing else says that it is one. */
  private static final String[] PUBLIC_FOLDERS = {"static", "public"};

  private final String root;
  private final Map<String, String> siteRoots = new HashMap<>();

  /**
   * @param root the folder of the posts, absolute
   */
  SiteIndex(Path root) {
    this.root = nameOf(root);
  }

  private static String nameOf(Path folder) {
    return folder.getNameCount() == 0 ? "" : folder.toString();
  }

  static Path toPath(String path) {
    return Path.of(path.isEmpty() ? "/" : path);
  }

  @Override
  public String root() {
    return root;
  }

  /**
   * @throws InvalidPathException when no file can have such a name
   */
  @Override
  public boolean exists(String path) {
    return Files.exists(toPath(path));
  }

  @Override
  public String siteRoot(String folder) {
    if (!siteRoots.containsKey(folder)) siteRoots.put(folder, findSiteRoot(toPath(folder)));
    return siteRoots.get(folder);
  }

  private static String findSiteRoot(Path folder) {
    Path sure = nearestAncestorWith(folder, SITE_ROOT_MARKERS);
    Path top = sure != null ? sure : nearestAncestorWith(folder, PUBLIC_FOLDERS);
    return top == null ? null : nameOf(top);
  }

  private static Path nearestAncestorWith(Path folder, String[] names) {
    for (Path above = folder; above != null; above = above.getParent())
      for (String name : names) if (Files.exists(above.resolve(name))) return above;
    return null;
  }

  @Override
  public boolean listsAllPosts() {
    return true;
  }
}
