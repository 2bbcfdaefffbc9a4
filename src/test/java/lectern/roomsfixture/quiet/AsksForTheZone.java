package lectern.roomsfixture.quiet;

import java.time.ZoneId;

/** Depends on the time zone of the machine. */
class AsksForTheZone {
  ZoneId zone() {
    return ZoneId.systemDefault();
  }
}
