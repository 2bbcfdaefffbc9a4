package lectern.serve;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import lectern.ui.ReaderHistory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileReaderStoreTest {
  @TempDir Path folder;

  @Test
  void thoseWhoCameLeastLatelyAreForgotten() throws Exception {
    FileReaderStore readers = new FileReaderStore(folder, 20);
    for (int i = 0; i < 20; i++) {
      readers.userFiles("SHA256:key" + i).saveHistory(ReaderHistory.EMPTY);
      Files.setLastModifiedTime(folder.resolve("key" + i), FileTime.fromMillis(1000L * i));
    }
    readers.userFiles("SHA256:new/one+").saveHistory(ReaderHistory.EMPTY);
    assertFalse(Files.exists(folder.resolve("key0")));
    assertFalse(Files.exists(folder.resolve("key2")));
    assertTrue(Files.exists(folder.resolve("key19")));
    assertTrue(Files.exists(folder.resolve("new_one-")));
  }

  @Test
  void withoutAKeyOrAFolderNothingIsKept() {
    assertNull(new FileReaderStore(folder, 20).userFiles(null));
    assertNull(new FileReaderStore(null, 20).userFiles("SHA256:x"));
  }
}
