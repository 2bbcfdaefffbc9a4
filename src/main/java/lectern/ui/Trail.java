package lectern.ui;

import java.util.ArrayList;
import java.util.List;
import lectern.layout.ReadingPosition;

/** Where a reader came from, and, after going back, where they came back from; the nearest last. */
record Trail(List<Stop> back, List<Stop> forward) {
  static final Trail NONE = new Trail(List.of(), List.of());
  private static final int LONGEST = 200;

  /** A place in a post. @param path the file's @param focus on which link or fold; -1 for none */
  record Stop(String path, ReadingPosition place, int focus) {}

  /** Having left a place for a new one. */
  Trail left(Stop from) {
    return new Trail(plus(back, from), List.of());
  }

  /** Having gone back from a place. */
  Trail older(Stop from) {
    return new Trail(less(back), plus(forward, from));
  }

  /** Having gone forward from a place. */
  Trail newer(Stop from) {
    return new Trail(plus(back, from), less(forward));
  }

  private static List<Stop> plus(List<Stop> stops, Stop stop) {
    List<Stop> all = new ArrayList<>(stops);
    all.add(stop);
    if (all.size() > LONGEST) all.removeFirst();
    return List.copyOf(all);
  }

  private static List<Stop> less(List<Stop> stops) {
    return List.copyOf(stops.subList(0, stops.size() - 1));
  }
}
