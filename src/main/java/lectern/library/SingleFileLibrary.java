package lectern.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import lectern.post.Catalog;
import lectern.post.Entry;
import lectern.post.PostExtensions;
import org.jspecify.annotations.Nullable;

/** A file given on the command line, and those that its links led to. */
final class SingleFileLibrary implements Library {
  private static final List<String> LINK_SUFFIXES =
      List.of("", ".md", ".mdx", ".markdown", "/index.md", "/README.md");

  private final Path folder;
  private final EntryParser parser;
  private final List<Path> files = new CopyOnWriteArrayList<>();

  SingleFileLibrary(Path file, Path folder, EntryParser parser) {
    this.folder = folder;
    this.parser = parser;
    files.add(file);
  }

  @Override
  public Path folder() {
    return folder;
  }

  @Override
  public Catalog read() {
    List<Entry> entries = new ArrayList<>();
    for (Path file : files) entries.add(parser.read(file, folder));
    return new Catalog("", List.copyOf(entries), List.of());
  }

  @Override
  public Catalog reload(Catalog before) {
    return read();
  }

  @Override
  public AutoCloseable watch(Runnable onChange, Runnable onLost) throws IOException {
    return FolderWatcher.start(
        PostFiles.folderOf(files.getFirst()), this::watchedFolders, onChange, onLost);
  }

  /** The folders of the files, and of what they are symbolic links to. */
  private Set<Path> watchedFolders() {
    Set<Path> all = new LinkedHashSet<>();
    for (Path file : files) {
      all.add(file.getParent());
      try {
        all.add(file.toRealPath().getParent());
      } catch (IOException e) {
        // gone for the moment: an event of its folder reports when it comes back
      }
    }
    return all;
  }

  @Override
  public @Nullable Entry addLinkedFile(String name) {
    String page = name.endsWith(".html") ? name.substring(0, name.length() - 5) : name;
    for (String suffix : LINK_SUFFIXES) {
      Path path = folder.resolve(page + suffix).normalize();
      boolean post =
          path.startsWith(folder) && PostExtensions.isPost(path.getFileName().toString());
      if (!post || !Files.isRegularFile(path)) continue;
      if (!files.contains(path)) files.add(path);
      return parser.read(path, folder);
    }
    return null;
  }
}
