package lectern.links;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lectern.post.Catalog;
import lectern.post.Entry;
import org.jspecify.annotations.Nullable;

/**
 * Files known from the catalog alone: the folders in the names of its posts, below one with the
 * catalog's name. Nothing is looked up on disk.
 */
final class CatalogFiles implements SiteFiles {
  private final Catalog catalog;
  private final String root;
  private volatile @Nullable Set<String> folders;

  CatalogFiles(Catalog catalog) {
    this.catalog = catalog;
    String name = catalog.name();
    this.root = name.isEmpty() || name.equals("/") ? "" : "/" + name;
  }

  @Override
  public String root() {
    return root;
  }

  @Override
  public boolean exists(String path) {
    Set<String> known = folders;
    if (known == null) folders = known = collectFolders();
    return known.contains(path);
  }

  private Set<String> collectFolders() {
    Set<String> out = new HashSet<>();
    out.add(root);
    for (Entry entry : catalog.entries()) {
      String name = entry.name();
      for (int slash = name.lastIndexOf('/'); slash > 0; slash = name.lastIndexOf('/', slash - 1))
        if (!out.add(root + "/" + name.substring(0, slash))) break;
    }
    return out;
  }

  /** The parent folder may be a site; resolve leniently. */
  @Override
  public String siteRoot(@Nullable String folder) {
    return "";
  }

  /** A post opened alone has a catalog without a name. */
  @Override
  public boolean listsAllPosts() {
    return !catalog.name().isEmpty();
  }

  @Override
  public List<String> servedFolders(String folder) {
    return List.of();
  }

  @Override
  public @Nullable String findByName(String name) {
    return null;
  }

  /** Whether this is a vault of notes is not known: whoever reads is helped where it is. */
  @Override
  public boolean linksByName(String folder) {
    return true;
  }

  @Override
  public boolean fallsBackToDefaultLanguage(String folder) {
    return true;
  }

  @Override
  public boolean isRedirected(String folder, String address) {
    return false;
  }

  @Override
  public boolean hasForeignPages(String folder) {
    return false;
  }

  @Override
  public boolean hasForeignSurroundings(String folder) {
    return false;
  }
}
