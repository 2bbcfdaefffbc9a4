package lectern.ui;

import lectern.post.Diagnostic;

/**
 * The one row that may stand above the posts: what to go on with, or what is wrong with the folder.
 */
final class ListBanner {
  private ListBanner() {}

  /** Rows it takes: 0 or 1. */
  static int rows(Model app) {
    return words(app).isEmpty() ? 0 : 1;
  }

  static boolean isProblem(Model app) {
    return app.posts().resume() == null;
  }

  static String words(Model app) {
    if (app.size().rows() < 8) return "";
    ReaderHistory.ReadingRecord resume = app.posts().resume();
    if (resume != null) {
      String key = app.keymap().key(Command.CONTINUE);
      return key + "  continue “" + resume.title() + "” at " + resume.percent() + " %";
    }
    if (app.shelf().catalog().diagnostics().isEmpty()) return "";
    Diagnostic first = app.shelf().catalog().diagnostics().getFirst();
    return first.path() == null
        ? first.messageWithLine()
        : first.path().getFileName() + ": " + first.messageWithLine();
  }
}
