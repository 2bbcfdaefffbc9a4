package lectern.ui.update;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lectern.links.Target;
import lectern.text.Sanitizer;
import lectern.text.UriScheme;
import lectern.ui.Command;
import lectern.ui.Effect;
import lectern.ui.Event;
import lectern.ui.FocusTarget;
import lectern.ui.Model;
import lectern.ui.NavigationHistory;
import lectern.ui.OpenTarget;
import lectern.ui.Phrases;
import lectern.ui.Screen;
import lectern.ui.ScreenMetrics;
import lectern.ui.Step;

/** Goes through the links of a page, and follows them. */
public final class LinkNavigation {
  private LinkNavigation() {}

  /** The next link or fold, seen from where the reader is. */
  static Model focusNext(Model app, Screen.ReaderScreen reader, int step) {
    List<FocusTarget> stops = FocusTarget.findAll(reader.page());
    if (stops.isEmpty()) return app.message("This post has no links");
    int at = reader.focusIndex();
    int rows = new ScreenMetrics(app.size()).pageRows();
    boolean inView = at >= 0 && at < stops.size() && isInView(stops.get(at), reader.top(), rows);
    int to =
        inView
            ? Math.floorMod(at + step, stops.size())
            : nearestIndex(stops, reader.top(), rows, step);
    return focus(app, reader, stops, to);
  }

  /** The link with a number, from 1. */
  static Model jump(Model app, Screen.ReaderScreen reader, int number) {
    List<FocusTarget> stops = FocusTarget.findAll(reader.page());
    if (number < 1 || number > stops.size())
      return app.message("There are " + Phrases.pluralize(stops.size(), "link"));
    return focus(app, reader, stops, number - 1);
  }

  private static boolean isInView(FocusTarget stop, int top, int rows) {
    return stop.row() >= top && stop.row() < top + rows;
  }

  private static int nearestIndex(List<FocusTarget> stops, int top, int rows, int step) {
    if (step > 0) {
      for (int i = 0; i < stops.size(); i++) if (stops.get(i).row() >= top) return i;
      return 0;
    }
    for (int i = stops.size() - 1; i >= 0; i--) if (stops.get(i).row() < top + rows) return i;
    return stops.size() - 1;
  }

  private static Model focus(
      Model app, Screen.ReaderScreen reader, List<FocusTarget> stops, int to) {
    FocusTarget stop = stops.get(to);
    int rows = new ScreenMetrics(app.size()).pageRows();
    Screen.ReaderScreen next = reader.focusIndex(to);
    Model there =
        isInView(stop, reader.top(), rows)
            ? app.readerScreen(next)
            : PostOpening.scrollTo(app, next, Math.max(0, stop.row() - rows / 3));
    return there.message(describePosition(app, reader, stops, to));
  }

  private static String describePosition(
      Model app, Screen.ReaderScreen reader, List<FocusTarget> stops, int at) {
    return (at + 1) + " of " + stops.size() + "  " + describe(app, reader, stops.get(at));
  }

  private static String describe(Model app, Screen.ReaderScreen reader, FocusTarget stop) {
    return switch (stop) {
      case FocusTarget.LinkTarget link ->
          Sanitizer.sanitize(describe(resolve(app, reader, link.link().target())));
      case FocusTarget.DetailsTarget fold -> fold.open() ? "details, shown" : "details, folded";
    };
  }

  private static Target resolve(Model app, Screen.ReaderScreen reader, String href) {
    return app.posts().index().links().resolve(reader.post().entry(), href);
  }

  private static String describe(Target target) {
    return switch (target) {
      case Target.SamePost here ->
          here.fragment().startsWith("fn-") ? "footnote" : "in this post: " + here.fragment();
      case Target.OtherPost there ->
          "post: " + there.entry().title() + describeFragment(there.fragment());
      case Target.UnlistedFile file -> "file: " + file.name() + describeFragment(file.fragment());
      case Target.External web -> web.uri();
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

  /** All links and folds of the page, each with where it leads, in words. */
  public static List<Screen.Choice> listChoices(Model app, Screen.ReaderScreen reader) {
    List<FocusTarget> stops = FocusTarget.findAll(reader.page());
    List<Screen.Choice> choices = new ArrayList<>(stops.size());
    for (int i = 0; i < stops.size(); i++) {
      String text =
          stops.get(i) instanceof FocusTarget.LinkTarget link ? link.link().text() + ", " : "";
      choices.add(
          new Screen.Choice(
              text + describe(app, reader, stops.get(i)), "", 0, Integer.toString(i)));
    }
    return choices;
  }

  static Step follow(Model app, Screen.ReaderScreen reader) {
    List<FocusTarget> stops = FocusTarget.findAll(reader.page());
    if (reader.focusIndex() >= 0 && reader.focusIndex() < stops.size())
      return activate(app, reader, stops.get(reader.focusIndex()));
    int rows = new ScreenMetrics(app.size()).pageRows();
    for (FocusTarget stop : stops) {
      if (stop instanceof FocusTarget.DetailsTarget && isInView(stop, reader.top(), rows))
        return activate(app, reader, stop);
    }
    String hint = app.keymap().firstKeyLabel(Command.NEXT_LINK) + " goes to a link first";
    return Step.of(stops.isEmpty() ? app : app.message(hint));
  }

  public static Step activate(Model app, Screen.ReaderScreen reader, FocusTarget stop) {
    return switch (stop) {
      case FocusTarget.DetailsTarget fold -> Step.of(toggleDetails(app, reader, fold));
      case FocusTarget.LinkTarget link -> follow(app, reader, link.link().target());
    };
  }

  private static Model toggleDetails(
      Model app, Screen.ReaderScreen reader, FocusTarget.DetailsTarget fold) {
    Set<Integer> turned = new HashSet<>(reader.toggledDetails());
    if (!turned.remove(fold.number())) turned.add(fold.number());
    return PostOpening.relayout(app.readerScreen(reader.toggledDetails(Set.copyOf(turned))));
  }

  private static Step follow(Model app, Screen.ReaderScreen reader, String target) {
    NavigationHistory trail = app.navigation().leave(PostOpening.currentLocation(reader));
    Target resolved = resolve(app, reader, target);
    return switch (resolved) {
      case Target.SamePost here -> Step.of(jump(app, reader, here.fragment(), trail));
      case Target.OtherPost there ->
          PostOpening.requestPost(app, there.entry(), targetFor(there.fragment()), trail);
      case Target.UnlistedFile file ->
          Step.of(app, new Effect.ResolveFile(file.name(), file.fragment()));
      case Target.External web -> openExternal(app, web.uri());
      case Target.SiteFile _, Target.Unverifiable _, Target.Broken _ ->
          Step.of(app.message(describe(resolved)));
    };
  }

  /** Opens what a link led to. */
  static Step openFound(Model app, Event.LinkedPostFound visited) {
    NavigationHistory trail =
        app.readerScreen() == null
            ? app.navigation()
            : app.navigation().leave(PostOpening.currentLocation(app.readerScreen()));
    return PostOpening.requestPost(app, visited.entry(), targetFor(visited.fragment()), trail);
  }

  private static OpenTarget targetFor(String fragment) {
    return fragment.isEmpty() ? OpenTarget.LAST_POSITION : new OpenTarget.AtFragment(fragment);
  }

  private static Model jump(
      Model app, Screen.ReaderScreen reader, String fragment, NavigationHistory trail) {
    Model there = PostOpening.scrollToFragment(app, reader.focusIndex(-1), fragment);
    boolean found = there.message().isEmpty();
    if (!found) return there;
    return there
        .navigation(trail)
        .message(app.keymap().firstKeyLabel(Command.OLDER) + " comes back");
  }

  private static Step openExternal(Model app, String address) {
    Step copied = Step.of(app, new Effect.Copy(address, "The address " + address));
    boolean browse = app.preferences().local() && app.preferences().browserConfigured();
    return browse ? copied.withEffect(new Effect.Browse(address)) : copied;
  }
}
