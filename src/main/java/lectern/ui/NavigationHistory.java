package lectern.ui;

import java.util.ArrayList;
import java.util.List;
import lectern.layout.ReadingPosition;

/** Back and forward stacks, the nearest location last. */
public record NavigationHistory(List<Location> back, List<Location> forward) {
  public static final NavigationHistory EMPTY = new NavigationHistory(List.of(), List.of());
  private static final int MAX_LENGTH = 200;

  /**
   * A place in a post.
   *
   * @param path of the file
   * @param focusIndex the focused link or details; -1 for none
   */
  public record Location(String path, ReadingPosition position, int focusIndex) {}

  /** After following a link from a location. */
  public NavigationHistory leave(Location from) {
    return new NavigationHistory(append(back, from), List.of());
  }

  /** After going back from a location. */
  public NavigationHistory goBack(Location from) {
    return new NavigationHistory(dropLast(back), append(forward, from));
  }

  /** After going forward from a location. */
  public NavigationHistory goForward(Location from) {
    return new NavigationHistory(append(back, from), dropLast(forward));
  }

  private static List<Location> append(List<Location> locations, Location location) {
    List<Location> all = new ArrayList<>(locations);
    all.add(location);
    if (all.size() > MAX_LENGTH) all.removeFirst();
    return List.copyOf(all);
  }

  private static List<Location> dropLast(List<Location> locations) {
    return List.copyOf(locations.subList(0, locations.size() - 1));
  }
}
