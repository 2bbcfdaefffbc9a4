package lectern.check;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import lectern.library.PostFiles;
import lectern.library.SiteKind;
import lectern.library.UnreadablePostException;
import lectern.links.FragmentIndex;
import lectern.links.LinkResolver;
import lectern.links.Target;
import lectern.markdown.Markdown;
import lectern.markdown.NoteFinder;
import lectern.post.Catalog;
import lectern.post.Entry;
import lectern.post.PostBody;
import lectern.post.PostExtensions;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with the links of posts. */
final class LinkChecker {
  /** Posts among which wiki links show that a folder is a vault of notes. */
  private static final int SAMPLE_SIZE = 100;

  /** The share of posts with wiki links that makes a vault: one in so many. */
  private static final int VAULT_SHARE = 10;

  private static final Pattern WIKI_LINK = Pattern.compile("\\[\\[[^\\[\\]\\n(){}\"'`$]+]]");

  /** What an address looks like that lacks its scheme. */
  private static final Pattern BARE_ADDRESS =
      Pattern.compile(
          "(www\\.|[\\w-]+(\\.[\\w-]+)*\\.(com|org|net|io|dev|app|edu|gov|be|cn|me)(/|$)).*");

  private final Path root;
  private final boolean isVault;
  private final SiteIndex site;
  private final LinkResolver resolver;
  private final Map<Path, FragmentIndex> fragmentIndexes = new HashMap<>();

  /**
   * @param root the folder of the posts, absolute
   */
  LinkChecker(Path root, Catalog catalog) {
    this.root = root;
    this.isVault = isVault(catalog.entries());
    this.site = new SiteIndex(root, isVault);
    this.resolver = LinkResolver.of(catalog, site);
  }

  /**
   * @param scans posts that need not be read again
   */
  void addScans(List<PostScan> scans) {
    for (PostScan scan : scans) fragmentIndexes.put(scan.entry.path(), scan.fragments);
  }

  /** Whether enough of the posts link to each other as notes do: {@code [[by name]]}. */
  private static boolean isVault(List<Entry> entries) {
    int step = Math.max(1, entries.size() / SAMPLE_SIZE);
    int linked = 0;
    int asked = 0;
    for (int i = 0; i < entries.size(); i += step) {
      asked++;
      try {
        String text = PostFiles.readBody(entries.get(i).path()).text();
        if (text.contains("[[") && WIKI_LINK.matcher(text).find()) linked++;
      } catch (UnreadablePostException e) {
        // it says so itself
      }
    }
    return linked * VAULT_SHARE > asked;
  }

  /**
   * Why a link of a post leads nowhere; null when it leads somewhere, or out into the web, or only
   * the site's generator can know.
   */
  @Nullable String diagnose(PostScan scan, String href) {
    if (LinkResolver.isTemplate(href)) return null;
    Entry from = scan.entry;
    try {
      return switch (resolver.resolve(from, href)) {
        case Target.SamePost same ->
            isKnown(scan.fragments, same.fragment(), from.path())
                ? null
                : "no heading here has that id";
        case Target.OtherPost other -> diagnosePost(other, href);
        case Target.SiteFile file -> diagnoseFile(from, file, href);
        case Target.Broken broken -> diagnoseBroken(broken.reason(), href);
        case Target.External _, Target.Unverifiable _, Target.UnlistedFile _ -> null;
      };
    } catch (InvalidPathException e) {
      return "no file can be called so";
    }
  }

  /** In a vault, wiki links that lead nowhere become links that are then found to do so. */
  NoteFinder notesFrom(Entry entry) {
    return isVault ? new CheckedNotes(entry, resolver) : NoteFinder.NONE;
  }

  /** Posts are scanned side by side, the resolver answers one of them at a time. */
  private record CheckedNotes(Entry from, LinkResolver resolver) implements NoteFinder {
    @Override
    public @Nullable String findNote(String name) {
      synchronized (resolver) {
        String found = resolver.findNote(from, name);
        return found != null ? found : resolver.findFile(from, name);
      }
    }

    @Override
    public @Nullable String findFile(String name) {
      synchronized (resolver) {
        String found = resolver.findFile(from, name);
        return found != null ? found : LinkResolver.hrefOf(name);
      }
    }
  }

  private @Nullable String diagnosePost(Target.OtherPost target, String href) {
    Path file = target.entry().path();
    // named by its folder, it may be a list that the generator fills, with other ids
    boolean page = isIndex(file) && !href.contains("index");
    return page ? null : diagnoseFragment(file, target.fragment());
  }

  private static boolean isIndex(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith("index.") || name.startsWith("_index.");
  }

  private @Nullable String diagnoseFile(Entry from, Target.SiteFile target, String href) {
    Path file = SiteIndex.toPath(target.path());
    if (!href.startsWith("/") && isOutside(from, file)) return "leads out of the folder";
    return isPostFile(file) ? diagnoseFragment(file, target.fragment()) : null;
  }

  /**
   * Links stay in the folder of the posts, or in the site where one is known; pictures may lie
   * beside the folder, and a folder above it is a page of the site.
   */
  private boolean isOutside(Entry from, Path file) {
    if (file.startsWith(root) || root.startsWith(file)) return false;
    Path folder = from.path().getParent();
    String top = site.siteRoot(folder == null ? "" : folder.toString());
    if (top != null) return !file.startsWith(SiteIndex.toPath(top));
    return isPostFile(file) || !file.startsWith(root.getParent());
  }

  private static boolean isPostFile(Path file) {
    return PostExtensions.isPost(file.toString());
  }

  private @Nullable String diagnoseFragment(Path file, String fragment) {
    if (fragment.isEmpty()) return null;
    FragmentIndex there = fragmentIndexes.computeIfAbsent(file, LinkChecker::readFragments);
    return isKnown(there, fragment, file) ? null : "no heading there has that id";
  }

  /** Whether a fragment is there, or an id that only the generator can make of a heading. */
  private boolean isKnown(FragmentIndex there, String fragment, Path file) {
    if (there.contains(fragment)) return true;
    if (!there.hasForeignHeadings()) return false;
    Path folder = file.getParent();
    SiteKind kind = site.kind(folder == null ? "" : folder.toString());
    return kind != null && kind.makesAsciiIds() && fragment.chars().allMatch(c -> c < 0x80);
  }

  private static FragmentIndex readFragments(Path file) {
    try {
      PostBody source = PostFiles.readBody(file);
      boolean mdx = PostExtensions.isMdx(file.toString());
      return PostScan.fragmentsOf(
          file, source, Markdown.parse(source.text(), source.firstLine(), mdx));
    } catch (UnreadablePostException unreadable) {
      return FragmentIndex.of("", List.of());
    }
  }

  private static @Nullable String diagnoseBroken(Target.Reason reason, String href) {
    if (reason == Target.Reason.UNSUPPORTED_SCHEME) return null;
    return BARE_ADDRESS.matcher(href).matches()
        ? "there is no such file; https:// is missing before an address"
        : "there is no such file";
  }
}
