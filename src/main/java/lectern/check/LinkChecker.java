package lectern.check;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import lectern.library.Library;
import lectern.library.UnreadablePostException;
import lectern.markdown.Markdown;
import lectern.post.Catalog;

/**
 * The web site that posts are written for, as far as files tell: where their links may lead. What a
 * generator alone can know (a page of tags, a feed) is not called wrong.
 */
final class LinkChecker {
  /** One of these stands where a site begins. */
  private static final List<String> SITE_ROOT_MARKERS =
      List.of(
          ".git",
          "package.json",
          "_config.yml",
          "_config.toml",
          "hugo.toml",
          "hugo.yaml",
          "hugo.yml",
          "hugo.json",
          "config.toml",
          "config.yaml",
          "config.yml",
          "astro.config.mjs",
          "astro.config.ts",
          "astro.config.js",
          "eleventy.config.js",
          "eleventy.config.mjs",
          "eleventy.config.cjs",
          ".eleventy.js",
          "mkdocs.yml",
          "book.toml",
          "pelicanconf.py",
          ".obsidian");

  /** Folders that a site is served from, where nothing else says that it is one. */
  private static final List<String> PUBLIC_FOLDERS = List.of("static", "public");

  /** Folders whose content a generator puts at the top of the site, or finds by a short name. */
  private static final List<String> CONTENT_FOLDERS =
      List.of(
          "",
          "static",
          "public",
          "source",
          "assets",
          "content",
          "src",
          "src/content",
          "src/pages",
          "src/assets",
          "pages",
          "docs");

  /** Endings of files that become pages. */
  private static final List<String> PAGE_EXTENSIONS =
      List.of(".md", ".mdx", ".markdown", ".html", ".astro", ".njk", ".liquid");

  /** Endings of addresses that a generator makes out of nothing that bears their name. */
  private static final Set<String> GENERATED_EXTENSIONS =
      Set.of("html", "htm", "xml", "json", "atom", "rss", "ics", "txt", "php");

  /** Lists that generators make beside the posts of a folder. */
  private static final Set<String> GENERATED_LISTS =
      Set.of("tags", "tag", "categories", "category", "archive", "archives", "page", "feed", "rss");

  private final Path postsRoot;
  private final PermalinkIndex permalinks;
  private final Map<Path, Path> siteRoots = new HashMap<>();
  private final Map<Path, FragmentIndex> fragmentIndexes = new HashMap<>();

  /**
   * @param root the folder of the posts, absolute
   */
  LinkChecker(Path root, Catalog catalog) {
    this.postsRoot = root;
    this.permalinks = new PermalinkIndex(root, catalog);
  }

  /**
   * Why a link of a file leads nowhere; null when it leads somewhere, or out into the web, or only
   * the site's generator can know.
   *
   * @param here what the file itself has
   */
  String diagnose(Path file, String target, FragmentIndex here) {
    if (target.isEmpty() || hasScheme(target) || target.startsWith("//") || isTemplate(target))
      return null;
    int hash = target.indexOf('#');
    String path = percentDecode(hash < 0 ? target : target.substring(0, hash));
    String fragment = hash < 0 ? "" : percentDecode(target.substring(hash + 1));
    int query = path.indexOf('?');
    if (query >= 0) path = path.substring(0, query);
    if (path.isEmpty()) return here.contains(fragment) ? null : "no heading here has that id";
    try {
      Path found = resolve(file, path);
      if (found == null) return isVerifiable(file, path) ? missingFileReason(path) : null;
      if (!path.startsWith("/") && isOutside(file, found)) return "leads out of the folder";
      if (fragment.isEmpty() || !isPostFile(found)) return null;
      return fragmentsOf(found).contains(fragment) ? null : "no heading there has that id";
    } catch (InvalidPathException e) {
      return "no file can be called so";
    }
  }

  /**
   * Links stay in the folder of the posts, or in the site where one is known; pictures may lie
   * beside the folder, and a folder above it is a page of the site.
   */
  private boolean isOutside(Path file, Path found) {
    if (found.startsWith(postsRoot) || postsRoot.startsWith(found)) return false;
    Path top = siteRoot(file);
    if (top == null && !isPostFile(found)) top = postsRoot.getParent();
    return top == null || !found.startsWith(top);
  }

  private static String missingFileReason(String path) {
    return path.startsWith("www.")
        ? "there is no such file; https:// is missing before an address"
        : "there is no such file";
  }

  private static boolean isPostFile(Path file) {
    String name = file.toString();
    return Files.isRegularFile(file)
        && (name.endsWith(".md") || name.endsWith(".mdx") || name.endsWith(".markdown"));
  }

  /** What a template engine fills in before there is a link at all. */
  private static boolean isTemplate(String target) {
    for (String mark : new String[] {"{{", "{%", "${", "<%", "%7B%7B", "__GHOST_URL__"})
      if (target.contains(mark)) return true;
    return false;
  }

  /** The file, or the post, that a path means; null for none. */
  private Path resolve(Path file, String path) {
    String bare = PermalinkIndex.stripTrailingSlashes(path);
    if (path.startsWith("/")) return resolveFromSiteRoot(file, bare);
    if (path.startsWith("@/") || path.startsWith("~/"))
      return resolveFromSiteRoot(file, bare.substring(1));
    Path found = findPage(file.resolveSibling(path).normalize());
    if (found == null) found = findPage(prettyUrlPath(file, path));
    if (found == null && bare.endsWith(".html"))
      return resolve(file, bare.substring(0, bare.length() - 5));
    return found != null ? found : permalinks.findPost(bare);
  }

  /** Most sites serve a post as a folder of its name, and links are seen from there. */
  private Path prettyUrlPath(Path file, String path) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    boolean address =
        extension(path).isEmpty() || siteRoot(file) != null || !path.startsWith("../");
    if (dot < 1 || name.startsWith("index.") || name.startsWith("_index.") || !address) return null;
    return file.resolveSibling(name.substring(0, dot)).resolve(path).normalize();
  }

  /** A path from the top of the site, below one of the folders that may be it. */
  private Path resolveFromSiteRoot(Path file, String path) {
    String below = path.startsWith("/") ? path.substring(1) : path;
    if (below.isEmpty()) return postsRoot;
    for (Path folder : foldersUpToSiteRoot(file)) {
      for (String source : CONTENT_FOLDERS) {
        Path found = findPage(folder.resolve(source).resolve(below).normalize());
        if (found != null) return found;
      }
    }
    String address = below;
    for (String ending : PAGE_EXTENSIONS)
      if (below.endsWith(ending)) address = below.substring(0, below.length() - ending.length());
    Path found = permalinks.findPost(address);
    return found != null || !permalinks.declaredPermalinks(address) ? found : postsRoot;
  }

  /** The folders above a file, up to the top of its site; without one, to beside the posts. */
  private List<Path> foldersUpToSiteRoot(Path file) {
    Path top = siteRoot(file);
    if (top == null) top = postsRoot.getParent() == null ? postsRoot : postsRoot.getParent();
    List<Path> out = new ArrayList<>();
    for (Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
      out.add(folder);
      if (folder.equals(top)) break;
    }
    return out;
  }

  /** The folder where the site of a file begins; null when nothing says so. */
  private Path siteRoot(Path file) {
    Path folder = file.getParent();
    if (!siteRoots.containsKey(folder)) siteRoots.put(folder, findSiteRoot(folder));
    return siteRoots.get(folder);
  }

  private static Path findSiteRoot(Path folder) {
    Path sure = nearestAncestorWith(folder, SITE_ROOT_MARKERS);
    return sure != null ? sure : nearestAncestorWith(folder, PUBLIC_FOLDERS);
  }

  private static Path nearestAncestorWith(Path folder, List<String> names) {
    for (Path up = folder; up != null; up = up.getParent())
      for (String name : names) if (Files.exists(up.resolve(name))) return up;
    return null;
  }

  /** The file itself, with the ending of a page, or the page of that folder. */
  private static Path findPage(Path plain) {
    if (plain == null) return null;
    if (Files.exists(plain)) return plain;
    for (String between : new String[] {"", "/index", "/_index"}) {
      for (String ending : PAGE_EXTENSIONS) {
        Path one = Path.of(plain + between + ending);
        if (Files.exists(one)) return one;
      }
    }
    return null;
  }

  /** Whether a path that is not found must be a file or a post, and no page of the generator's. */
  private boolean isVerifiable(Path file, String path) {
    if (path.startsWith("@") && !path.startsWith("@/")) return false;
    String ending = extension(path);
    if (path.startsWith("@/") || path.startsWith("~"))
      return PAGE_EXTENSIONS.contains("." + ending);
    if (!path.startsWith("/")) return true;
    if (!ending.isEmpty()) return !GENERATED_EXTENSIONS.contains(ending);
    String bare = PermalinkIndex.stripTrailingSlashes(path).substring(1);
    int slash = bare.lastIndexOf('/');
    String last = bare.substring(slash + 1);
    if (slash < 0 || GENERATED_LISTS.contains(last) || last.chars().allMatch(Character::isDigit))
      return false;
    return permalinks.hasPostsIn(bare.substring(0, slash));
  }

  private FragmentIndex fragmentsOf(Path file) {
    if (!fragmentIndexes.containsKey(file)) {
      FragmentIndex found;
      try {
        var source = Library.readBody(file);
        found =
            FragmentIndex.of(
                source.text(),
                Markdown.parse(
                    source.text(), source.firstLine(), file.toString().endsWith(".mdx")));
      } catch (UnreadablePostException unreadable) {
        found = new FragmentIndex(Set.of(), false);
      }
      fragmentIndexes.put(file, found);
    }
    return fragmentIndexes.get(file);
  }

  /** {@code png} of {@code a/b.png}, lower case; empty for none, and for {@code v1.2}. */
  private static String extension(String path) {
    String last =
        PermalinkIndex.stripTrailingSlashes(path)
            .substring(PermalinkIndex.stripTrailingSlashes(path).lastIndexOf('/') + 1);
    String ending = last.substring(last.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    boolean one = last.lastIndexOf('.') > 0 && !ending.isEmpty() && ending.length() < 9;
    return one && Character.isLetter(ending.charAt(0)) ? ending : "";
  }

  private static boolean hasScheme(String target) {
    int colon = target.indexOf(':');
    if (colon <= 0) return false;
    for (int i = 0; i < colon; i++) {
      char c = target.charAt(i);
      if (!Character.isLetterOrDigit(c) && c != '+' && c != '-' && c != '.') return false;
    }
    return true;
  }

  private static String percentDecode(String text) {
    if (text.indexOf('%') < 0) return text;
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
