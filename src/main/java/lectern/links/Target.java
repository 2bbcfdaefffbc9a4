package lectern.links;

import lectern.post.Entry;

/** What a link names. */
public sealed interface Target {
  /**
   * A place in the post itself.
   *
   * @param fragment of a heading or a footnote; empty for the top
   */
  record SamePost(String fragment) implements Target {}

  /**
   * A post of the catalog.
   *
   * @param fragment empty for the post itself
   */
  record OtherPost(Entry entry, String fragment) implements Target {}

  /**
   * A file or folder that is no post of the catalog.
   *
   * @param path absolute, as {@link SiteFiles} has it
   * @param name path below the folder, or the link as written
   */
  record SiteFile(String path, String name, String fragment) implements Target {}

  /**
   * A file that may lie beside a post that was opened alone.
   *
   * @param name path below the folder
   */
  record UnlistedFile(String name, String fragment) implements Target {}

  /** An address on the web or of mail. */
  record External(String uri) implements Target {}

  /**
   * An address that only the generator of the site knows: a feed, a list of tags, a template.
   *
   * @param name path below the folder, or the link as written
   */
  record Unverifiable(String name) implements Target {}

  /**
   * A broken link.
   *
   * @param name the path below the folder for {@link Reason#NOT_FOUND}, else the link as written
   */
  record Broken(Reason reason, String name) implements Target {}

  /** Why a link is broken. */
  enum Reason {
    NOT_FOUND,
    OUTSIDE_FOLDER,
    UNSUPPORTED_SCHEME
  }
}
