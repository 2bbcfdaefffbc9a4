package lectern.ui.update;

import lectern.links.Target;
import lectern.text.UriScheme;

/** Where a link leads, in words. */
final class TargetDescription {
  private TargetDescription() {}

  static String of(Target target) {
    return switch (target) {
      case Target.SamePost here ->
          here.fragment().startsWith("fn-") ? "footnote" : "in this post: " + here.fragment();
      case Target.OtherPost other ->
          "post: " + other.entry().title() + describeFragment(other.fragment());
      case Target.UnlistedFile file -> "file: " + file.name() + describeFragment(file.fragment());
      case Target.External external -> external.uri();
      case Target.SiteFile file -> noPostAt(file.name());
      case Target.Unverifiable unknown -> noPostAt(unknown.name());
      case Target.Broken broken -> describe(broken);
    };
  }

  private static String describeFragment(String fragment) {
    return fragment.isEmpty() ? "" : " # " + fragment;
  }

  private static String noPostAt(String name) {
    return "This link leads to no post: it points to " + name;
  }

  private static String describe(Target.Broken broken) {
    return switch (broken.reason()) {
      case NOT_FOUND -> noPostAt(broken.name());
      case OUTSIDE_FOLDER -> "This link leaves the folder of posts: " + broken.name();
      case UNSUPPORTED_SCHEME ->
          "Links of the kind "
              + UriScheme.of(broken.name())
              + ": are not followed: "
              + broken.name();
    };
  }
}
