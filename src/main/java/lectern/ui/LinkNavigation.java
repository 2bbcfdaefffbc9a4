package lectern.ui;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Goes through the links of a page, and follows them. */
final class LinkNavigation {
  private LinkNavigation() {}

  /** The next link or fold, seen from where the reader is. */
  static App step(App app, Screen.Reader reader, int step) {
    List<FocusTarget> stops = FocusTarget.of(reader.page());
    if (stops.isEmpty()) return app.message("This post has no links");
    int at = reader.focus();
    int rows = new Geometry(app.size()).pageRows();
    boolean inView = at >= 0 && at < stops.size() && inView(stops.get(at), reader.top(), rows);
    int to =
        inView ? Math.floorMod(at + step, stops.size()) : nearest(stops, reader.top(), rows, step);
    return focused(app, reader, stops, to);
  }

  /** The link with a number, from 1. */
  static App jump(App app, Screen.Reader reader, int number) {
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

  private static App focused(App app, Screen.Reader reader, List<FocusTarget> stops, int to) {
    FocusTarget stop = stops.get(to);
    int rows = new Geometry(app.size()).pageRows();
    Screen.Reader next = reader.focus(to);
    App there =
        inView(stop, reader.top(), rows)
            ? app.reader(next)
            : Reading.to(app, next, Math.max(0, stop.row() - rows / 3));
    return there.message(words(app, reader, stops, to));
  }

  private static String words(App app, Screen.Reader reader, List<FocusTarget> stops, int at) {
    return (at + 1) + " of " + stops.size() + "  " + about(app, reader, stops.get(at));
  }

  private static String about(App app, Screen.Reader reader, FocusTarget stop) {
    return switch (stop) {
      case FocusTarget.LinkTarget link ->
          LinkResolver.words(
              LinkResolver.resolve(reader.opened().entry(), link.link().target(), app.shelf().catalog()));
      case FocusTarget.DetailsTarget fold -> fold.open() ? "details, shown" : "details, folded";
    };
  }

  /** All links and folds of the page, each with where it leads, in words. */
  static List<Screen.Choice> choices(App app, Screen.Reader reader) {
    List<FocusTarget> stops = FocusTarget.of(reader.page());
    List<Screen.Choice> choices = new ArrayList<>(stops.size());
    for (int i = 0; i < stops.size(); i++) {
      String text = stops.get(i) instanceof FocusTarget.LinkTarget link ? link.link().text() + ", " : "";
      choices.add(
          new Screen.Choice(text + about(app, reader, stops.get(i)), "", 0, Integer.toString(i)));
    }
    return choices;
  }

  static Next follow(App app, Screen.Reader reader) {
    List<FocusTarget> stops = FocusTarget.of(reader.page());
    if (reader.focus() >= 0 && reader.focus() < stops.size())
      return act(app, reader, stops.get(reader.focus()));
    int rows = new Geometry(app.size()).pageRows();
    for (FocusTarget stop : stops) {
      if (stop instanceof FocusTarget.DetailsTarget && inView(stop, reader.top(), rows))
        return act(app, reader, stop);
    }
    String hint = app.keymap().key(Command.NEXT_LINK) + " goes to a link first";
    return Next.of(stops.isEmpty() ? app : app.message(hint));
  }

  static Next act(App app, Screen.Reader reader, FocusTarget stop) {
    return switch (stop) {
      case FocusTarget.DetailsTarget fold -> Next.of(fold(app, reader, fold));
      case FocusTarget.LinkTarget link -> follow(app, reader, link.link().target());
    };
  }

  private static App fold(App app, Screen.Reader reader, FocusTarget.DetailsTarget fold) {
    Set<Integer> turned = new HashSet<>(reader.folded());
    if (!turned.remove(fold.number())) turned.add(fold.number());
    return Reading.again(app.reader(reader.folded(Set.copyOf(turned))));
  }

  private static Next follow(App app, Screen.Reader reader, String target) {
    Trail trail = app.trail().left(Reading.here(reader));
    return switch (LinkResolver.resolve(reader.opened().entry(), target, app.shelf().catalog())) {
      case LinkResolver.Target.SamePost here -> Next.of(jump(app, reader, here.fragment(), trail));
      case LinkResolver.Target.OtherPost there ->
          Reading.ask(app, there.entry(), goal(there.fragment()), trail);
      case LinkResolver.Target.UnlistedFile beside ->
          Next.of(app, new Effect.Visit(beside.name(), beside.fragment()));
      case LinkResolver.Target.External web -> web(app, web.address());
      case LinkResolver.Target.Broken nowhere -> Next.of(app.message(nowhere.reason()));
    };
  }

  /** Opens what a link led to. */
  static Next visited(App app, Event.Visited visited) {
    Trail trail = app.reader() == null ? app.trail() : app.trail().left(Reading.here(app.reader()));
    return Reading.ask(app, visited.entry(), goal(visited.fragment()), trail);
  }

  private static Goal goal(String fragment) {
    return fragment.isEmpty() ? Goal.KEPT : new Goal.Fragment(fragment);
  }

  private static App jump(App app, Screen.Reader reader, String fragment, Trail trail) {
    App there = Reading.toFragment(app, reader.focus(-1), fragment);
    boolean found = there.message().isEmpty();
    if (!found) return there;
    return there.trail(trail).message(app.keymap().key(Command.OLDER) + " comes back");
  }

  private static Next web(App app, String address) {
    Next copied = Next.of(app, new Effect.Copy(address, "The address " + address));
    boolean browse = app.preferences().local() && app.preferences().browse();
    return browse ? copied.and(new Effect.Browse(address)) : copied;
  }
}
