package lectern.roomsfixture.quiet;

import java.util.HashMap;
import java.util.Map;

/** Keeps what it has seen in a field of the class. */
class KeepsState {
  static final Map<String, String> SEEN = new HashMap<>();
}
