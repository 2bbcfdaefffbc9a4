package lectern.roomsfixture.quiet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Scanner;

/** Reads a file by way of a class that is not called a file. */
class ReadsWithScanner {
  String read(Path path) throws IOException {
    return new Scanner(path).next();
  }
}
