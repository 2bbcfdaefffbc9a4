package lectern.ui;

import lectern.post.Diagnostic;

/**
 * The row that may be above the posts: the post to continue, or the first problem of the folder.
 */
public final class ListBanner {
  private ListBanner() {}

  /** Rows it takes: 0 or 1. */
  public static int rowCount(Model model) {
    return text(model).isEmpty() ? 0 : 1;
  }

  public static boolean isProblem(Model model) {
    return model.postList().unfinished() == null;
  }

  public static String text(Model model) {
    if (model.size().rows() < 8) return "";
    ReaderHistory.ReadingRecord unfinished = model.postList().unfinished();
    if (unfinished != null) {
      String key = model.keymap().firstKeyLabel(PostListCommand.CONTINUE);
      return key + "  continue “" + unfinished.title() + "” at " + unfinished.percentRead() + " %";
    }
    if (model.posts().catalog().diagnostics().isEmpty()) return "";
    Diagnostic first = model.posts().catalog().diagnostics().getFirst();
    return first.path() == null
        ? first.messageWithLine()
        : first.path().getFileName() + ": " + first.messageWithLine();
  }
}
