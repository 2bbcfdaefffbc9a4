package lectern.ui;

import java.util.ArrayList;
import java.util.List;
import lectern.layout.ReadingPosition;

/** Where a reader came from, and, after going back, where they came back from; the nearest last. */
public record NavigationHistory(List<Location> back, List<Location> forward) {
  public static final NavigationHistory EMPTY = new NavigationHistory(List.of(), List.of());
  private static final int MAX_LENGTH = 200;

  /** A place in a post. @param path the file's @param focus on which link or fold; -1 for none */
  public record Location(String path, ReadingPosition position, int focusIndex) {}

  /** Having left a place for a new one. */
  public NavigationHistory leave(Location from) {
    return new NavigationHistory(append(back, from), List.of());
  }

  /** Having gone back from a place. */
  public NavigationHistory goBack(Location from) {
    return new NavigationHistory(dropLast(back), append(forward, from));
  }

  /** Having gone forward from a place. */
  public NavigationHistory goForward(Location from) {
    return new NavigationHistory(append(back, from), dropLast(forward));
  }

  private static List<Location> append(List<Location> stops, Location stop) {
    List<Location> all = new ArrayList<>(stops);
    all.add(stop);
    if (all.size() > MAX_LENGTH) all.removeFirst();
    return List.copyOf(all);
  }

  private static List<Location> dropLast(List<Location> stops) {
    return List.copyOf(stops.subList(0, stops.size() - 1));
  }
}
