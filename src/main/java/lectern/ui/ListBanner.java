package lectern.ui;

import lectern.post.Diagnostic;

/**
 * The one row that may stand above the posts: what to go on with, or what is wrong with the folder.
 */
public final class ListBanner {
  private ListBanner() {}

  /** Rows it takes: 0 or 1. */
  public static int rowCount(Model app) {
    return text(app).isEmpty() ? 0 : 1;
  }

  public static boolean isProblem(Model app) {
    return app.postList().unfinished() == null;
  }

  public static String text(Model app) {
    if (app.size().rows() < 8) return "";
    ReaderHistory.ReadingRecord resume = app.postList().unfinished();
    if (resume != null) {
      String key = app.keymap().firstKeyLabel(Command.CONTINUE);
      return key + "  continue “" + resume.title() + "” at " + resume.percentRead() + " %";
    }
    if (app.posts().catalog().diagnostics().isEmpty()) return "";
    Diagnostic first = app.posts().catalog().diagnostics().getFirst();
    return first.path() == null
        ? first.messageWithLine()
        : first.path().getFileName() + ": " + first.messageWithLine();
  }
}
