package lectern.ui;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Goes through the links of a page, and follows them. */
final class LinkNavigation {
  private LinkNavigation() {}

  /** The next link or fold, seen from where the reader is. */
  static Model step(Model app, Screen.ReaderScreen reader, int step) {
    List<FocusTarget> stops = FocusTarget.of(reader.page());
    if (stops.isEmpty()) return app.message("This post has no links");
    int at = reader.focus();
    int rows = new ScreenMetrics(app.size()).pageRows();
    boolean inView = at >= 0 && at < stops.size() && inView(stops.get(at), reader.top(), rows);
    int to =
        inView ? Math.floorMod(at + step, stops.size()) : nearest(stops, reader.top(), rows, step);
    return focused(app, reader, stops, to);
  }

  /** The link with a number, from 1. */
  static Model jump(Model app, Screen.ReaderScreen reader, int number) {
    List<FocusTarget> stops = FocusTarget.of(reader.page());
    if (number < 1 || number > stops.size())
      return app.message("There are " + Phrases.count(stops.size(), "link"));
    return focused(app, reader, stops, number - 1);
  }

  private static boolean inView(FocusTarget stop, int top, int rows) {
    return stop.row() >= top && stop.row() < top + rows;
  }

  private static int nearest(List<FocusTarget> stops, int top, int rows, int step) {
    if (step > 0) {
      for (int i = 0; i < stops.size(); i++) if (stops.get(i).row() >= top) return i;
      return 0;
    }
    for (int i = stops.size() - 1; i >= 0; i--) if (stops.get(i).row() < top + rows) return i;
    return stops.size() - 1;
  }

  private static Model focused(Model app, Screen.ReaderScreen reader, List<FocusTarget> stops, int to) {
    FocusTarget stop = stops.get(to);
    int rows = new ScreenMetrics(app.size()).pageRows();
    Screen.ReaderScreen next = reader.focus(to);
    Model there =
        inView(stop, reader.top(), rows)
            ? app.reader(next)
            : PostOpening.to(app, next, Math.max(0, stop.row() - rows / 3));
    return there.message(words(app, reader, stops, to));
  }

  private static String words(Model app, Screen.ReaderScreen reader, List<FocusTarget> stops, int at) {
    return (at + 1) + " of " + stops.size() + "  " + about(app, reader, stops.get(at));
  }

  private static String about(Model app, Screen.ReaderScreen reader, FocusTarget stop) {
    return switch (stop) {
      case FocusTarget.LinkTarget link ->
          LinkResolver.words(
              LinkResolver.resolve(reader.opened().entry(), link.link().target(), app.shelf().catalog()));
      case FocusTarget.DetailsTarget fold -> fold.open() ? "details, shown" : "details, folded";
    };
  }

  /** All links and folds of the page, each with where it leads, in words. */
  static List<Screen.Choice> choices(Model app, Screen.ReaderScreen reader) {
    List<FocusTarget> stops = FocusTarget.of(reader.page());
    List<Screen.Choice> choices = new ArrayList<>(stops.size());
    for (int i = 0; i < stops.size(); i++) {
      String text = stops.get(i) instanceof FocusTarget.LinkTarget link ? link.link().text() + ", " : "";
      choices.add(
          new Screen.Choice(text + about(app, reader, stops.get(i)), "", 0, Integer.toString(i)));
    }
    return choices;
  }

  static Step follow(Model app, Screen.ReaderScreen reader) {
    List<FocusTarget> stops = FocusTarget.of(reader.page());
    if (reader.focus() >= 0 && reader.focus() < stops.size())
      return act(app, reader, stops.get(reader.focus()));
    int rows = new ScreenMetrics(app.size()).pageRows();
    for (FocusTarget stop : stops) {
      if (stop instanceof FocusTarget.DetailsTarget && inView(stop, reader.top(), rows))
        return act(app, reader, stop);
    }
    String hint = app.keymap().key(Command.NEXT_LINK) + " goes to a link first";
    return Step.of(stops.isEmpty() ? app : app.message(hint));
  }

  static Step act(Model app, Screen.ReaderScreen reader, FocusTarget stop) {
    return switch (stop) {
      case FocusTarget.DetailsTarget fold -> Step.of(fold(app, reader, fold));
      case FocusTarget.LinkTarget link -> follow(app, reader, link.link().target());
    };
  }

  private static Model fold(Model app, Screen.ReaderScreen reader, FocusTarget.DetailsTarget fold) {
    Set<Integer> turned = new HashSet<>(reader.folded());
    if (!turned.remove(fold.number())) turned.add(fold.number());
    return PostOpening.again(app.reader(reader.folded(Set.copyOf(turned))));
  }

  private static Step follow(Model app, Screen.ReaderScreen reader, String target) {
    NavigationHistory trail = app.trail().left(PostOpening.here(reader));
    return switch (LinkResolver.resolve(reader.opened().entry(), target, app.shelf().catalog())) {
      case LinkResolver.Target.SamePost here -> Step.of(jump(app, reader, here.fragment(), trail));
      case LinkResolver.Target.OtherPost there ->
          PostOpening.ask(app, there.entry(), goal(there.fragment()), trail);
      case LinkResolver.Target.UnlistedFile beside ->
          Step.of(app, new Effect.ResolveFile(beside.name(), beside.fragment()));
      case LinkResolver.Target.External web -> web(app, web.address());
      case LinkResolver.Target.Broken nowhere -> Step.of(app.message(nowhere.reason()));
    };
  }

  /** Opens what a link led to. */
  static Step visited(Model app, Event.LinkedPostFound visited) {
    NavigationHistory trail = app.reader() == null ? app.trail() : app.trail().left(PostOpening.here(app.reader()));
    return PostOpening.ask(app, visited.entry(), goal(visited.fragment()), trail);
  }

  private static OpenTarget goal(String fragment) {
    return fragment.isEmpty() ? OpenTarget.KEPT : new OpenTarget.AtFragment(fragment);
  }

  private static Model jump(Model app, Screen.ReaderScreen reader, String fragment, NavigationHistory trail) {
    Model there = PostOpening.toFragment(app, reader.focus(-1), fragment);
    boolean found = there.message().isEmpty();
    if (!found) return there;
    return there.trail(trail).message(app.keymap().key(Command.OLDER) + " comes back");
  }

  private static Step web(Model app, String address) {
    Step copied = Step.of(app, new Effect.Copy(address, "The address " + address));
    boolean browse = app.preferences().local() && app.preferences().browse();
    return browse ? copied.and(new Effect.Browse(address)) : copied;
  }
}
