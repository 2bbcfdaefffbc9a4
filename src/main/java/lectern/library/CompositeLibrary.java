package lectern.library;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lectern.post.Catalog;
import lectern.post.Diagnostic;
import lectern.post.Entry;

/** Several folders that are read as one. */
final class CompositeLibrary implements Library {
  private final List<Library> libraries;
  private final Catalog[] catalogs;

  CompositeLibrary(List<Library> parts) {
    this.libraries = List.copyOf(parts);
    this.catalogs = new Catalog[parts.size()];
  }

  @Override
  public Library confinedToFolder() {
    List<Library> inside = new ArrayList<>();
    for (Library part : libraries) inside.add(part.confinedToFolder());
    return new CompositeLibrary(inside);
  }

  /** That of the first; the others are seen by their names. */
  @Override
  public Path folder() {
    return libraries.getFirst().folder();
  }

  @Override
  public List<Path> folders() {
    List<Path> folders = new ArrayList<>();
    for (Library part : libraries) folders.addAll(part.folders());
    return List.copyOf(folders);
  }

  @Override
  public synchronized Catalog read() {
    for (int i = 0; i < catalogs.length; i++) catalogs[i] = libraries.get(i).read();
    return merge();
  }

  @Override
  public synchronized Catalog reload(Catalog before) {
    for (int i = 0; i < catalogs.length; i++)
      catalogs[i] =
          catalogs[i] == null ? libraries.get(i).read() : libraries.get(i).reload(catalogs[i]);
    return merge();
  }

  private Catalog merge() {
    StringBuilder names = new StringBuilder();
    List<Entry> entries = new ArrayList<>();
    List<Diagnostic> problems = new ArrayList<>();
    // a folder inside another would have its posts come twice
    Set<Path> seen = new HashSet<>();
    for (Catalog one : catalogs) {
      names.append(names.isEmpty() ? "" : ", ").append(one.name());
      for (Entry entry : one.entries())
        if (seen.add(entry.path())) entries.add(entry.withName(one.name() + "/" + entry.name()));
      problems.addAll(one.diagnostics());
    }
    return new Catalog(names.toString(), List.copyOf(entries), problems);
  }

  @Override
  public AutoCloseable watch(Runnable changed, Runnable lost) throws IOException {
    List<AutoCloseable> watches = new ArrayList<>();
    AutoCloseable all =
        () -> {
          for (AutoCloseable watch : watches) watch.close();
        };
    try {
      for (Library part : libraries) watches.add(part.watch(changed, lost));
    } catch (IOException e) {
      FolderWatcher.closeQuietly(all);
      throw e;
    }
    return all;
  }
}
