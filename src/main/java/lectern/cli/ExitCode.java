package lectern.cli;

/**
 * Exit codes of commands; of a full-screen session see {@link lectern.session.Session#exitCode}.
 */
final class ExitCode {
  static final int OK = 0;

  /** Something was wrong with the posts, or not found. */
  static final int FAILURE = 1;

  /** The command line was wrong. */
  static final int USAGE = 2;

  private ExitCode() {}
}
