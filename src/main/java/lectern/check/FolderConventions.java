package lectern.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lectern.library.PostFiles;
import lectern.library.UnreadablePostException;
import lectern.post.Diagnostic;
import lectern.post.Entry;
import lectern.post.Post;
import org.jspecify.annotations.Nullable;

/**
 * Finds the posts without a date or a title among those of a folder that mostly have them, and says
 * so once a folder.
 */
final class FolderConventions {
  /** Neighbours whose front matter is asked which field they use. */
  private static final int SAMPLE_SIZE = 20;

  /** The posts of one folder. */
  private static final class Folder {
    final List<Post> dated = new ArrayList<>();
    final List<Post> undated = new ArrayList<>();
    final List<Post> untitled = new ArrayList<>();
    int titled;
  }

  private final Map<String, Folder> folders = new LinkedHashMap<>();

  /**
   * Takes in a post.
   *
   * @param hasDate whether it has one, be it one that cannot be read
   * @param hasTitle whether its front matter has one
   * @param hasHeading whether a heading stands for a title that is missing
   */
  void add(Post post, boolean hasDate, boolean hasTitle, boolean hasHeading) {
    Folder folder = folders.computeIfAbsent(folderOf(post), _ -> new Folder());
    (hasDate ? folder.dated : folder.undated).add(post);
    if (hasTitle) folder.titled++;
    else if (!hasHeading) folder.untitled.add(post);
  }

  /** The folder of a post; that of a bundle is around the folder of its own. */
  static String folderOf(Entry post) {
    String name = post.name();
    int slash = name.lastIndexOf('/');
    boolean bundle = slash > 0 && name.startsWith("index.", slash + 1);
    if (bundle) slash = name.lastIndexOf('/', slash - 1);
    return slash < 0 ? "" : name.substring(0, slash);
  }

  /**
   * One hint for each folder and field.
   *
   * @param file the only one that is of interest; null for all
   */
  List<Diagnostic> hints(@Nullable Path file) {
    List<Diagnostic> hints = new ArrayList<>();
    for (Folder folder : folders.values()) {
      List<Post> undated = choose(folder.undated, file);
      if (!undated.isEmpty() && folder.dated.size() > folder.undated.size())
        hints.add(hint(undated, "date", dateAdvice(folder.dated)));
      List<Post> untitled = choose(folder.untitled, file);
      if (!untitled.isEmpty() && folder.titled > folder.untitled.size())
        hints.add(hint(untitled, "title", "add title: to its front matter"));
    }
    return hints;
  }

  private static List<Post> choose(List<Post> posts, @Nullable Path file) {
    if (file == null) return posts;
    List<Post> out = new ArrayList<>();
    for (Post post : posts) if (post.path().equals(file)) out.add(post);
    return out;
  }

  private static Diagnostic hint(List<Post> missing, String what, String advice) {
    int others = missing.size() - 1;
    String also = others == 0 ? "" : ", nor have " + others + " more in this folder";
    if (others == 1) also = ", nor has 1 more in this folder";
    return new Diagnostic(missing.getFirst().path(), 1, 1, "has no " + what + also + "; " + advice);
  }

  private static String dateAdvice(List<Post> dated) {
    String key = mostUsedDateKey(dated);
    return key == null
        ? "begin its name with one, as in 2026-01-31-name.md"
        : "add " + key + "2026-01-31";
  }

  /** The key that most of the posts have their date under; null where it is in their names. */
  private static @Nullable String mostUsedDateKey(List<Post> dated) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    String most = null;
    for (Post post : dated.subList(0, Math.min(SAMPLE_SIZE, dated.size()))) {
      String key = dateKey(post);
      if (key == null) continue;
      int count = counts.merge(key, 1, Integer::sum);
      if (most == null || count > counts.get(most)) most = key;
    }
    return most;
  }

  private static @Nullable String dateKey(Post post) {
    try {
      return PostFiles.load(post.path()).dateKey();
    } catch (UnreadablePostException e) {
      // it says so itself
      return null;
    }
  }
}
