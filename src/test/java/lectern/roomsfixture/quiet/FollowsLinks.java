package lectern.roomsfixture.quiet;

import java.io.IOException;
import java.nio.file.Path;

/** Asks the file system where a path leads. */
class FollowsLinks {
  Path follow(Path path) throws IOException {
    return path.toRealPath();
  }
}
