package lectern.check;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lectern.library.PostFiles;
import lectern.library.UnreadablePostException;
import lectern.links.FragmentIndex;
import lectern.links.LinkResolver;
import lectern.links.Target;
import lectern.markdown.Markdown;
import lectern.post.Catalog;
import lectern.post.Entry;
import lectern.post.PostBody;

/** Says what is wrong with the links of posts. */
final class LinkChecker {
  private final Path root;
  private final SiteIndex site;
  private final LinkResolver resolver;
  private final Map<Path, FragmentIndex> fragmentIndexes = new HashMap<>();

  /**
   * @param root the folder of the posts, absolute
   */
  LinkChecker(Path root, Catalog catalog) {
    this.root = root;
    this.site = new SiteIndex(root);
    this.resolver = LinkResolver.of(catalog, site);
  }

  /**
   * Why a link of a post leads nowhere; null when it leads somewhere, or out into the web, or only
   * the site's generator can know.
   *
   * @param here what links to the post itself may name
   */
  String diagnose(Entry from, String href, FragmentIndex here) {
    if (LinkResolver.isTemplate(href)) return null;
    try {
      return switch (resolver.resolve(from, href)) {
        case Target.SamePost same ->
            here.contains(same.fragment()) ? null : "no heading here has that id";
        case Target.OtherPost other -> diagnosePost(other, href);
        case Target.SiteFile file -> diagnoseFile(from, file, href);
        case Target.Broken broken -> diagnoseBroken(broken.reason(), href);
        case Target.External _, Target.Unverifiable _, Target.UnlistedFile _ -> null;
      };
    } catch (InvalidPathException e) {
      return "no file can be called so";
    }
  }

  private String diagnosePost(Target.OtherPost target, String href) {
    Path file = target.entry().path();
    // named by its folder, it may be a list that the generator fills, with ids of its own
    boolean page = isIndex(file) && !href.contains("index");
    return page ? null : diagnoseFragment(file, target.fragment());
  }

  private static boolean isIndex(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith("index.") || name.startsWith("_index.");
  }

  private String diagnoseFile(Entry from, Target.SiteFile target, String href) {
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
    String top = site.siteRoot(from.path().getParent().toString());
    if (top != null) return !file.startsWith(SiteIndex.toPath(top));
    return isPostFile(file) || !file.startsWith(root.getParent());
  }

  private static boolean isPostFile(Path file) {
    String name = file.toString();
    return Files.isRegularFile(file)
        && (name.endsWith(".md") || name.endsWith(".mdx") || name.endsWith(".markdown"));
  }

  private String diagnoseFragment(Path file, String fragment) {
    if (fragment.isEmpty()) return null;
    FragmentIndex there = fragmentIndexes.computeIfAbsent(file, LinkChecker::readFragments);
    return there.contains(fragment) ? null : "no heading there has that id";
  }

  private static FragmentIndex readFragments(Path file) {
    try {
      PostBody source = PostFiles.readBody(file);
      boolean mdx = file.toString().endsWith(".mdx");
      return PostLinter.fragmentsOf(source, Markdown.parse(source.text(), source.firstLine(), mdx));
    } catch (UnreadablePostException unreadable) {
      return FragmentIndex.of("", List.of());
    }
  }

  private static String diagnoseBroken(Target.Reason reason, String href) {
    if (reason == Target.Reason.UNSUPPORTED_SCHEME) return null;
    return href.startsWith("www.")
        ? "there is no such file; https:// is missing before an address"
        : "there is no such file";
  }
}
