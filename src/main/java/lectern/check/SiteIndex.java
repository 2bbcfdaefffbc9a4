package lectern.check;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import lectern.library.SiteKind;
import lectern.links.SiteFiles;
import org.jspecify.annotations.Nullable;

/**
 * The files on disk around the posts of a folder, and the site that they are for. Every folder is
 * listed once, when it is first asked for: no link costs a call of the file system.
 */
final class SiteIndex implements SiteFiles {
  /** Folders that a site is served from, where nothing else says that it is one. */
  private static final List<String> PUBLIC_FOLDERS = List.of("static", "public");

  private final String root;
  private final boolean isVault;
  private final Map<String, Set<String>> listings = new ConcurrentHashMap<>();
  private final Map<String, Site> sites = new ConcurrentHashMap<>();
  private final Map<String, Redirects> redirects = new ConcurrentHashMap<>();
  private volatile @Nullable Map<String, String> byName;

  /**
   * A site, or the lack of one.
   *
   * @param top null where none is known
   * @param servedFolders whose content has addresses from its top
   */
  private record Site(@Nullable String top, @Nullable SiteKind kind, List<String> servedFolders) {}

  /**
   * @param root the folder of the posts, absolute
   * @param isVault whether the posts link to each other by name
   */
  SiteIndex(Path root, boolean isVault) {
    this.root = root.getNameCount() == 0 ? "" : root.toString();
    this.isVault = isVault;
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
    if (path.isEmpty()) return true;
    int slash = path.lastIndexOf('/');
    return list(path.substring(0, slash)).contains(path.substring(slash + 1));
  }

  /** The names in a folder; none for what is no folder. */
  private Set<String> list(String folder) {
    Set<String> known = listings.get(folder);
    if (known != null) return known;
    boolean isAbove = (root + "/").startsWith(folder + "/");
    Set<String> names = isAbove || exists(folder) ? readNames(folder) : Set.of();
    listings.put(folder, names);
    return names;
  }

  private static Set<String> readNames(String folder) {
    Set<String> names = new HashSet<>();
    try (DirectoryStream<Path> listing = Files.newDirectoryStream(toPath(folder))) {
      for (Path path : listing) names.add(path.getFileName().toString());
    } catch (NotDirectoryException e) {
      return Set.of();
    } catch (IOException | DirectoryIteratorException e) {
      // what may not be listed is as good as empty
      return names;
    }
    return names;
  }

  @Override
  public @Nullable String siteRoot(@Nullable String folder) {
    return siteOf(folder).top();
  }

  @Nullable SiteKind kind(String folder) {
    return siteOf(folder).kind();
  }

  private Site siteOf(@Nullable String folder) {
    if (folder == null) return new Site(null, null, List.of());
    Site known = sites.get(folder);
    if (known == null) sites.put(folder, known = findSite(folder));
    return known;
  }

  private Site findSite(String folder) {
    SiteKind kind = kindMarkedIn(folder);
    int slash = folder.lastIndexOf('/');
    if (kind != null) return new Site(folder, kind, servedFolders(folder, kind));
    Site above = slash < 0 ? new Site(null, null, List.of()) : siteOf(folder.substring(0, slash));
    if (above.kind() != null) return above;
    for (String name : PUBLIC_FOLDERS)
      if (list(folder).contains(name)) return new Site(folder, null, List.of());
    return above;
  }

  /** The kind of site whose files are in a folder, or beside it in one of its folders. */
  private @Nullable SiteKind kindMarkedIn(String folder) {
    SiteKind kind = SiteKind.of(name -> exists(folder + "/" + name));
    if (kind == null || !kind.isWeak()) return kind;
    for (String name : list(folder)) {
      if (name.startsWith(".") || name.equals("node_modules")) continue;
      SiteKind inside = SiteKind.of(marker -> exists(folder + "/" + name + "/" + marker));
      if (inside == SiteKind.DOCUSAURUS) return inside;
    }
    return kind;
  }

  /** The folders that the kind names, and all that are called as what is served mostly is. */
  private List<String> servedFolders(String top, SiteKind kind) {
    List<String> out = new ArrayList<>();
    for (String name : kind.contentFolders())
      if (exists(top + "/" + name)) out.add(top + "/" + name);
    for (String name : list(top)) {
      if (name.startsWith(".") || name.equals("node_modules")) continue;
      Set<String> inside = list(top + "/" + name);
      for (String served : PUBLIC_FOLDERS)
        if (inside.contains(served)) out.add(top + "/" + name + "/" + served);
      for (String further : inside) {
        if (further.startsWith(".") || further.equals("node_modules")) continue;
        Set<String> deep = list(top + "/" + name + "/" + further);
        for (String served : PUBLIC_FOLDERS)
          if (deep.contains(served)) out.add(top + "/" + name + "/" + further + "/" + served);
      }
    }
    return List.copyOf(out);
  }

  @Override
  public boolean listsAllPosts() {
    return true;
  }

  @Override
  public List<String> servedFolders(String folder) {
    return siteOf(folder).servedFolders();
  }

  @Override
  public @Nullable String findByName(String name) {
    Map<String, String> known = byName;
    if (known == null) {
      known = new HashMap<>();
      collectNames(root, known, 0);
      byName = known;
    }
    return known.get(name);
  }

  private void collectNames(String folder, Map<String, String> out, int depth) {
    if (depth > 40) return;
    for (String name : list(folder)) {
      if (name.startsWith(".") || name.equals("node_modules")) continue;
      out.putIfAbsent(name.toLowerCase(Locale.ROOT), folder + "/" + name);
      if (Files.isDirectory(toPath(folder + "/" + name), LinkOption.NOFOLLOW_LINKS))
        collectNames(folder + "/" + name, out, depth + 1);
    }
  }

  @Override
  public boolean linksByName(String folder) {
    SiteKind kind = kind(folder);
    return kind != null && kind.linksByName() || isVault && (kind == null || kind.isWeak());
  }

  @Override
  public boolean fallsBackToDefaultLanguage(String folder) {
    SiteKind kind = kind(folder);
    return kind != null && kind.fallsBackToDefaultLanguage();
  }

  @Override
  public boolean isRedirected(String folder, String address) {
    Site site = siteOf(folder);
    if (site.top() == null) return false;
    Redirects known = redirects.get(site.top());
    if (known == null) {
      Set<String> folders = new LinkedHashSet<>(site.servedFolders());
      for (String served : site.servedFolders())
        folders.add(served.substring(0, served.lastIndexOf('/')));
      folders.add(site.top());
      redirects.put(site.top(), known = Redirects.of(this, folders));
    }
    return known.contains(address);
  }

  @Override
  public boolean hasForeignPages(String folder) {
    SiteKind kind = kind(folder);
    return kind != null && kind.hasForeignPages();
  }

  @Override
  public boolean hasForeignSurroundings(String folder) {
    SiteKind kind = kind(folder);
    return kind != null && kind.hasForeignSurroundings();
  }
}
