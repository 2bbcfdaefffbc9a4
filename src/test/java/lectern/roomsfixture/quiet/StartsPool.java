package lectern.roomsfixture.quiet;

import java.util.concurrent.ScheduledThreadPoolExecutor;

/** Starts threads by way of a pool. */
class StartsPool {
  Object start() {
    return new ScheduledThreadPoolExecutor(1);
  }
}
