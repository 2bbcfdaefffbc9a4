package lectern.links;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import lectern.post.Catalog;
import lectern.post.Entry;
import lectern.text.PercentEncoding;
import lectern.text.UriScheme;
import org.jspecify.annotations.Nullable;

/**
 * Where the links of posts lead: one rule for the reader and for {@code lectern check}. A link is
 * looked up as a path of the folder, as an address of the site that the posts are written for, and
 * as an address that a post gives itself. Safe to share: a lost race only makes an index again.
 */
public final class LinkResolver {
  /** Extensions of posts, in the order in which they are tried. */
  private static final String[] POST_EXTENSIONS = {".md", ".mdx", ".markdown"};

  /** Extensions of files that become pages. */
  private static final String[] PAGE_EXTENSIONS = {
    ".md", ".mdx", ".markdown", ".html", ".astro", ".njk", ".liquid"
  };

  /** The file itself, and the page of a folder as the generators name it. */
  private static final String[] PAGE_NAMES = {"", "/index", "/_index"};

  /** Folders whose content a generator puts at the top of the site, or finds by a short name. */
  private static final String[] CONTENT_FOLDERS = {
    "",
    "/static",
    "/public",
    "/source",
    "/assets",
    "/content",
    "/src",
    "/src/content",
    "/src/pages",
    "/src/assets",
    "/pages",
    "/docs"
  };

  /** Extensions of generated pages with no source file. */
  private static final Set<String> GENERATED_EXTENSIONS =
      Set.of("html", "htm", "xml", "json", "atom", "rss", "ics", "txt", "php");

  /** Generated listing pages. */
  private static final Set<String> GENERATED_LISTS =
      Set.of("tags", "tag", "categories", "category", "archive", "archives", "page", "feed", "rss");

  /** Template placeholders inside links. */
  private static final String[] TEMPLATE_MARKS = {
    "{{", "{%", "${", "<%", "%7B%7B", "__GHOST_URL__"
  };

  private final Catalog catalog;
  private final SiteFiles files;
  private final Map<String, List<String>> topFolders = new ConcurrentHashMap<>();
  private volatile @Nullable Map<String, Entry> posts;
  private volatile @Nullable PermalinkIndex permalinks;

  private LinkResolver(Catalog catalog, SiteFiles files) {
    this.catalog = catalog;
    this.files = files;
  }

  /** A resolver that knows the posts of a catalog and nothing else. */
  public static LinkResolver of(Catalog catalog) {
    return new LinkResolver(catalog, new CatalogFiles(catalog));
  }

  /**
   * A resolver that asks for the files around the posts too.
   *
   * @param files {@link SiteFiles#root} is the folder of the catalog
   */
  public static LinkResolver of(Catalog catalog, SiteFiles files) {
    return new LinkResolver(catalog, files);
  }

  /** The link to a post of the folder that {@link #resolve} finds again. */
  public static String hrefTo(Entry entry) {
    return "/" + PercentEncoding.encode(entry.name(), "%#?\\");
  }

  /** Whether a link is filled in by the template engine of a site. */
  public static boolean isTemplate(String href) {
    for (String mark : TEMPLATE_MARKS) if (href.contains(mark)) return true;
    return false;
  }

  /**
   * Finds out what a link names.
   *
   * @param from the post in which it stands
   * @param href as written
   */
  public Target resolve(Entry from, String href) {
    String address = href.strip();
    String scheme = UriScheme.of(address);
    if (UriScheme.isFollowed(scheme)) return new Target.External(address);
    if (!scheme.isEmpty()) return new Target.Broken(Target.Reason.UNSUPPORTED_SCHEME, address);
    if (address.startsWith("//")) return new Target.External("https:" + address);
    int hash = address.indexOf('#');
    String fragment = hash < 0 ? "" : PercentEncoding.decode(address.substring(hash + 1));
    String path = hash < 0 ? address : address.substring(0, hash);
    int query = path.indexOf('?');
    path = PercentEncoding.decode(query < 0 ? path : path.substring(0, query));
    if (path.isEmpty()) return new Target.SamePost(fragment);
    String found = find(pathOf(from), path);
    if (found == null) return describeMissing(from, path, fragment, address);
    Entry entry = posts().get(found);
    return entry == null
        ? new Target.SiteFile(found, isInside(found) ? nameOf(found, path) : path, fragment)
        : new Target.OtherPost(entry, fragment);
  }

  private String pathOf(Entry entry) {
    return files.root() + "/" + entry.name();
  }

  private boolean isInside(String path) {
    return (path + "/").startsWith(files.root() + "/");
  }

  /** The name of a path inside the folder; for the folder itself the path as written. */
  private String nameOf(String path, String written) {
    int root = files.root().length();
    return path.length() > root ? path.substring(root + 1) : written;
  }

  private Map<String, Entry> posts() {
    Map<String, Entry> known = posts;
    if (known != null) return known;
    known = HashMap.newHashMap(catalog.entries().size());
    for (Entry entry : catalog.entries()) known.put(pathOf(entry), entry);
    return posts = known;
  }

  private PermalinkIndex permalinks() {
    PermalinkIndex known = permalinks;
    if (known != null) return known;
    return permalinks = new PermalinkIndex(catalog, LinkPath.lastName(files.root()));
  }

  /** The path of the post, file or folder that a path means; null for none. */
  private @Nullable String find(String from, String path) {
    String address = LinkPath.withoutTrailingSlashes(path);
    if (path.startsWith("/")) return findFromTop(from, address.substring(1));
    if (path.startsWith("@/") || path.startsWith("~/"))
      return findFromTop(from, path.length() == 2 ? "" : address.substring(2));
    String found = findPage(LinkPath.join(LinkPath.parent(from), path));
    if (found == null) found = findPage(prettyPath(from, path));
    if (found == null && address.endsWith(".html"))
      return find(from, address.substring(0, address.length() - ".html".length()));
    return found != null ? found : pathOrNull(permalinks().find(address));
  }

  private @Nullable String pathOrNull(@Nullable Entry entry) {
    return entry == null ? null : pathOf(entry);
  }

  /** Most sites serve a post as a folder of its name, and its links are seen from there. */
  private @Nullable String prettyPath(String from, String path) {
    String name = LinkPath.lastName(from);
    int dot = name.lastIndexOf('.');
    if (dot < 1 || name.startsWith("index.") || name.startsWith("_index.")) return null;
    String folder = LinkPath.parent(from);
    // without a site, a picture beside the folder is linked to as it lies
    boolean file = !LinkPath.extension(path).isEmpty() && path.startsWith("../");
    if (file && files.siteRoot(folder) == null) return null;
    return LinkPath.join(folder + "/" + name.substring(0, dot), path);
  }

  /** Finds a path from the top of the site: the posts' own folder, or one that may be the top. */
  private @Nullable String findFromTop(String from, String path) {
    if (path.isEmpty()) return findPage(files.root());
    String found = findPage(LinkPath.join(files.root(), path));
    for (String top : topFolders(LinkPath.parent(from))) {
      if (found != null) return found;
      found = findPage(LinkPath.join(top, path));
    }
    if (found != null) return found;
    String address = path;
    for (String extension : PAGE_EXTENSIONS)
      if (path.endsWith(extension)) address = path.substring(0, path.length() - extension.length());
    Entry declared = permalinks().findDeclared(path);
    if (declared == null) declared = permalinks().findDeclared(address);
    return pathOrNull(declared != null ? declared : permalinks().find(address));
  }

  /** Folders that may be the top of a folder's site, the nearest first. */
  private List<String> topFolders(@Nullable String folder) {
    List<String> known = topFolders.get(folder);
    if (known != null) return known;
    String top = files.siteRoot(folder);
    if (top == null) top = LinkPath.parent(files.root());
    List<String> out = new ArrayList<>();
    for (String above = folder; above != null; above = LinkPath.parent(above)) {
      for (String content : CONTENT_FOLDERS)
        if (content.isEmpty() || files.exists(above + content)) out.add(above + content);
      if (above.equals(top)) break;
    }
    topFolders.put(folder, out);
    return out;
  }

  /** The post of that path or in that folder, else the file or the folder; null for none. */
  private @Nullable String findPage(@Nullable String path) {
    if (path == null) return null;
    Map<String, Entry> known = posts();
    if (known.containsKey(path)) return path;
    for (String name : PAGE_NAMES)
      for (String extension : POST_EXTENSIONS)
        if (known.containsKey(path + name + extension)) return path + name + extension;
    if (files.exists(path)) return path;
    for (String name : PAGE_NAMES)
      for (String extension : PAGE_EXTENSIONS)
        if (files.exists(path + name + extension)) return path + name + extension;
    return null;
  }

  private Target describeMissing(Entry from, String path, String fragment, String address) {
    String folder = path.startsWith("/") ? files.root() : LinkPath.parent(pathOf(from));
    String joined = LinkPath.join(folder, path);
    boolean inside = joined != null && isInside(joined);
    String name = joined != null && inside ? nameOf(joined, path) : path;
    if (inside && !files.listsAllPosts()) return new Target.UnlistedFile(name, fragment);
    if (isTemplate(address) || !isVerifiable(path)) return new Target.Unverifiable(name);
    return inside
        ? new Target.Broken(Target.Reason.NOT_FOUND, name)
        : new Target.Broken(Target.Reason.OUTSIDE_FOLDER, address);
  }

  /** Whether a path that is not found must be a file or a post, and no page of the generator's. */
  private boolean isVerifiable(String path) {
    if (path.startsWith("@") && !path.startsWith("@/")) return false;
    String extension = LinkPath.extension(path);
    if (path.startsWith("@/") || path.startsWith("~")) {
      for (String page : PAGE_EXTENSIONS) if (page.equals("." + extension)) return true;
      return false;
    }
    if (!path.startsWith("/")) return true;
    if (!extension.isEmpty()) return !GENERATED_EXTENSIONS.contains(extension);
    String address = LinkPath.withoutTrailingSlashes(path).substring(1);
    String folder = LinkPath.parent(address);
    String last = LinkPath.lastName(address);
    if (folder == null || GENERATED_LISTS.contains(last) || isNumber(last)) return false;
    return permalinks().hasPostsIn(folder);
  }

  private static boolean isNumber(String name) {
    for (int i = 0; i < name.length(); i++) if (!Character.isDigit(name.charAt(i))) return false;
    return true;
  }
}
