package lectern.links;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import lectern.post.Catalog;
import lectern.post.Entry;
import lectern.post.PostExtensions;
import lectern.text.PercentEncoding;
import lectern.text.UriScheme;
import org.jspecify.annotations.Nullable;

/**
 * Where the links of posts lead: one rule for the reader and for {@code lectern check}. A link is
 * looked up as a path of the folder, as an address of the site that the posts are written for, and
 * as an address that a post gives itself. Safe to share: a lost race only makes an index again.
 */
public final class LinkResolver {
  /** Where pages in the default language lie: at the top, or in a folder of their own. */
  private static final String[] DEFAULT_LANGUAGES = {"", "/en"};

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
  private volatile @Nullable PageIndex pages;
  private volatile @Nullable PermalinkIndex permalinks;
  private volatile @Nullable NoteIndex notes;

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

  /** A link to a path as it is written. */
  public static String hrefOf(String path) {
    return LinkPath.escape(path);
  }

  /** Whether a link is filled in by the template engine of a site. */
  public static boolean isTemplate(String href) {
    for (String mark : TEMPLATE_MARKS) if (href.contains(mark)) return true;
    return false;
  }

  /** Whether a name is that of a language, as folders and files of translations have it. */
  public static boolean isLanguage(String name) {
    return PageIndex.isLanguage(name);
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

  /**
   * Finds the post that a wiki link names: anywhere in the folder.
   *
   * @param from the post in which it stands
   * @param name without heading and label
   * @return a link to it that {@link #resolve} finds again; null for none
   */
  public @Nullable String findNote(Entry from, String name) {
    // beside a post opened alone: whether it is there is found out when the link is followed
    if (!files.listsAllPosts()) return LinkPath.escape(name + ".md");
    String folder = notes().folderOf(from);
    Entry entry = notes().find(name, folder);
    if (entry == null) entry = permalinks().findDeclared(name);
    return entry == null ? null : LinkPath.relative(folder, entry.name());
  }

  /**
   * Finds the file that a wiki link names, which is no post.
   *
   * @param from the post in which it stands
   * @return a link to it; null for none
   */
  public @Nullable String findFile(Entry from, String name) {
    if (LinkPath.extension(name).isEmpty()) return null;
    String folder = LinkPath.parent(pathOf(from));
    String path = LinkPath.join(folder, name);
    if (path == null || !files.exists(path)) path = LinkPath.join(files.root(), name);
    if (path == null || !files.exists(path)) path = files.find(name);
    return path == null ? null : LinkPath.relative(folder, path);
  }

  private NoteIndex notes() {
    NoteIndex known = notes;
    return known != null ? known : (notes = new NoteIndex(catalog));
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

  private PageIndex pages() {
    PageIndex known = pages;
    if (known != null) return known;
    List<String> paths = new ArrayList<>();
    for (Entry entry : catalog.entries()) paths.add(pathOf(entry));
    return pages = new PageIndex(files.root(), paths);
  }

  private PermalinkIndex permalinks() {
    PermalinkIndex known = permalinks;
    if (known != null) return known;
    return permalinks = new PermalinkIndex(catalog, LinkPath.lastName(files.root()));
  }

  /** The path of the post, file or folder that a path means; null for none. */
  private @Nullable String find(String from, String path) {
    String folder = folderOf(from);
    String found =
        path.startsWith("/") || path.startsWith("@/") || path.startsWith("~/")
            ? findFromTop(
                from,
                LinkPath.withoutTrailingSlashes(path.substring(path.indexOf('/'))).substring(1))
            : findFromPost(from, path);
    if (found == null && files.linksByName(folder)) found = findByName(path);
    if (found == null && files.fallsBackToDefaultLanguage(folder))
      found = findInDefaultLanguage(from, path);
    return found;
  }

  /** Finds a path as it is seen from a post, by its file or by its address. */
  private @Nullable String findFromPost(String from, String path) {
    String address = LinkPath.withoutTrailingSlashes(path);
    String sibling = LinkPath.join(folderOf(from), path);
    String found = findPage(sibling);
    String pretty = found == null ? prettyPath(from, path) : null;
    if (found == null) found = findPage(pretty);
    if (found == null && address.endsWith(".html"))
      return findFromPost(from, address.substring(0, address.length() - ".html".length()));
    if (found == null) found = findDeclared(sibling);
    if (found == null) found = findLoosely(sibling);
    if (found == null) found = findLoosely(pretty);
    if (found == null) found = findFromAddress(from, path);
    return found != null ? found : pathOrNull(permalinks().find(address));
  }

  /**
   * Finds a path as a browser does that sees the post at its address, with or without a slash at
   * its end: pictures may lie in a folder that is served from the top.
   */
  private @Nullable String findFromAddress(String from, String path) {
    String address = PageIndex.addressOf(from);
    String folder = folderOf(from);
    for (String top : topFolders(folder)) {
      if (!(folder + "/").startsWith(top + "/") || !isContentFolder(top, folder)) continue;
      String page = address.substring(top.length());
      String found = findServed(folder, LinkPath.join(page, path));
      if (found == null) found = findServed(folder, LinkPath.join(folderOf(page), path));
      if (found != null) return found;
    }
    String loose = isInside(from) ? pages().findFromLooseAddress(from, path) : null;
    if (loose != null) return loose;
    for (String page : permalinks().declaredBy(from.substring(files.root().length()))) {
      String found = findServed(folder, LinkPath.join("/" + page, path));
      if (found != null) return found;
    }
    return null;
  }

  /** Whether addresses of posts begin in a folder, and not only in one above it. */
  private boolean isContentFolder(String top, String folder) {
    if (top.equals(files.root()) || top.equals(files.siteRoot(folder))) return true;
    if (files.servedFolders(folder).contains(top)) return true;
    for (String content : CONTENT_FOLDERS)
      if (!content.isEmpty() && top.endsWith(content)) return true;
    return false;
  }

  private @Nullable String findServed(String folder, @Nullable String address) {
    if (address == null || address.isEmpty()) return null;
    for (String top : topFolders(folder)) {
      String found = findPage(top + address);
      if (found != null) return found;
    }
    return findBesideDeclared(address.substring(1));
  }

  /** The file that lies beside the post with the address of its folder. */
  private @Nullable String findBesideDeclared(String address) {
    String folder = LinkPath.parent(address);
    Entry entry = folder == null ? null : permalinks().findDeclared(folder);
    if (entry == null) return null;
    String beside = folderOf(pathOf(entry)) + "/" + LinkPath.lastName(address);
    return files.exists(beside) ? beside : null;
  }

  /** The post that gives itself this address, which is that of a file below the folder. */
  private @Nullable String findDeclared(@Nullable String path) {
    if (path == null || !isInside(path)) return null;
    return pathOrNull(permalinks().findDeclared(nameOf(path, path)));
  }

  private static String folderOf(String path) {
    String folder = LinkPath.parent(path);
    return folder == null ? "" : folder;
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
    String folder = folderOf(from);
    String found = findPage(LinkPath.join(files.root(), path));
    if (found == null) found = findServed(folder, LinkPath.join("", path));
    if (found != null) return found;
    String address = path;
    for (String extension : PAGE_EXTENSIONS)
      if (path.endsWith(extension)) address = path.substring(0, path.length() - extension.length());
    Entry declared = permalinks().findDeclared(path);
    if (declared == null) declared = permalinks().findDeclared(address);
    if (declared != null) return pathOf(declared);
    for (String top : topFolders(folder)) {
      found = findDeclared(LinkPath.join(top, address));
      if (found == null) found = findLoosely(LinkPath.join(top, address));
      if (found != null) return found;
    }
    return pathOrNull(permalinks().find(address));
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
    if (folder != null) out.addAll(files.servedFolders(folder));
    topFolders.put(folder, out);
    return out;
  }

  /** The post of that path or in that folder, else the file or the folder; null for none. */
  private @Nullable String findPage(@Nullable String path) {
    if (path == null) return null;
    if (posts().containsKey(path)) return path;
    String page = pages().find(path);
    if (page != null) return page;
    if (files.exists(path)) return path;
    if (!files.exists(folderOf(path))) return null;
    for (String name : PAGE_NAMES)
      for (String extension : PAGE_EXTENSIONS)
        if (files.exists(path + name + extension)) return path + name + extension;
    return null;
  }

  /**
   * The post whose address only a generator makes of its path. A path with the extension of a post
   * is that of a file, which is exact.
   */
  private @Nullable String findLoosely(@Nullable String path) {
    if (path == null || !isInside(path) || PostExtensions.isPost(path)) return null;
    String found = pages().findLoosely(path);
    if (found != null || LinkPath.extension(path).isEmpty()) return found;
    // a picture beside a post, by the address of the post's folder
    String post = pages().findLoosely(folderOf(path));
    String beside = post == null ? null : folderOf(post) + "/" + LinkPath.lastName(path);
    return beside != null && files.exists(beside) ? beside : null;
  }

  /** The note or file of that name, wherever it lies. */
  private @Nullable String findByName(String path) {
    String name = LinkPath.lastName(LinkPath.withoutTrailingSlashes(path)).toLowerCase(Locale.ROOT);
    String extension = LinkPath.extension(name);
    boolean note = PostExtensions.isPost("." + extension);
    String bare = note ? name.substring(0, name.length() - extension.length() - 1) : name;
    String found = pages().findByName(bare);
    return found != null ? found : files.findByName(name);
  }

  /** The page in the default language that stands in for one without a translation. */
  private @Nullable String findInDefaultLanguage(String from, String path) {
    if (path.startsWith("/")) {
      String found = findFromTop(from, "en" + path);
      return found != null ? found : findInDefaultLanguage(from, LinkPath.join("", path), true);
    }
    String found = findInDefaultLanguage(from, LinkPath.join(folderOf(from), path), false);
    return found != null ? found : findInDefaultLanguage(from, prettyPath(from, path), false);
  }

  /**
   * @param fromTop whether the path is an address, and not that of a file
   */
  private @Nullable String findInDefaultLanguage(
      String from, @Nullable String path, boolean fromTop) {
    if (path == null || !fromTop && !isInside(path)) return null;
    int start = fromTop ? 0 : files.root().length();
    for (int at = path.indexOf('/', start); at >= 0; at = path.indexOf('/', at + 1)) {
      int end = path.indexOf('/', at + 1);
      if (end < 0 || !PageIndex.isLanguage(path.substring(at + 1, end))) continue;
      for (String instead : DEFAULT_LANGUAGES) {
        String other = path.substring(0, at) + instead + path.substring(end);
        String found = fromTop ? findFromTop(from, other.substring(1)) : findPage(other);
        if (found != null) return found;
      }
    }
    return null;
  }

  private Target describeMissing(Entry from, String path, String fragment, String address) {
    String folder = path.startsWith("/") ? files.root() : LinkPath.parent(pathOf(from));
    String joined = LinkPath.join(folder, path);
    boolean inside = joined != null && isInside(joined);
    String name = joined != null && inside ? nameOf(joined, path) : path;
    if (inside && !files.listsAllPosts()) return new Target.UnlistedFile(name, fragment);
    if (isTemplate(address) || !isVerifiable(path)) return new Target.Unverifiable(name);
    if (isForeign(from, path, joined)) return new Target.Unverifiable(name);
    return inside
        ? new Target.Broken(Target.Reason.NOT_FOUND, name)
        : new Target.Broken(Target.Reason.OUTSIDE_FOLDER, address);
  }

  /** Whether a path leads to what is made or served elsewhere than in the folder of the site. */
  private boolean isForeign(Entry from, String path, @Nullable String joined) {
    String folder = folderOf(pathOf(from));
    if (path.startsWith("/") && files.isRedirected(folder, path)) return true;
    if (path.startsWith("/") && files.hasForeignPages(folder)) return true;
    if (!files.hasForeignSurroundings(folder)) return false;
    for (String top : files.servedFolders(folder))
      if (joined != null && (joined + "/").startsWith(top + "/")) return false;
    return true;
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
