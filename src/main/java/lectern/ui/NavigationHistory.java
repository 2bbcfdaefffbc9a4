package lectern.ui;

import java.util.ArrayList;
import java.util.List;
import lectern.layout.ReadingPosition;

/** Where a reader came from, and, after going back, where they came back from; the nearest last. */
record NavigationHistory(List<Location> back, List<Location> forward) {
  static final NavigationHistory NONE = new NavigationHistory(List.of(), List.of());
  private static final int LONGEST = 200;

  /** A place in a post. @param path the file's @param focus on which link or fold; -1 for none */
  record Location(String path, ReadingPosition place, int focus) {}

  /** Having left a place for a new one. */
  NavigationHistory left(Location from) {
    return new NavigationHistory(plus(back, from), List.of());
  }

  /** Having gone back from a place. */
  NavigationHistory older(Location from) {
    return new NavigationHistory(less(back), plus(forward, from));
  }

  /** Having gone forward from a place. */
  NavigationHistory newer(Location from) {
    return new NavigationHistory(plus(back, from), less(forward));
  }

  private static List<Location> plus(List<Location> stops, Location stop) {
    List<Location> all = new ArrayList<>(stops);
    all.add(stop);
    if (all.size() > LONGEST) all.removeFirst();
    return List.copyOf(all);
  }

  private static List<Location> less(List<Location> stops) {
    return List.copyOf(stops.subList(0, stops.size() - 1));
  }
}
