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

  CompositeLibrary(List<Library> libraries) {
    this.libraries = List.copyOf(libraries);
    this.catalogs = new Catalog[libraries.size()];
  }

  @Override
  public Library confinedToFolder() {
    List<Library> confined = new ArrayList<>();
    for (Library library : libraries) confined.add(library.confinedToFolder());
    return new CompositeLibrary(confined);
  }

  /** The first folder; posts of the others are told apart by their names. */
  @Override
  public Path folder() {
    return libraries.getFirst().folder();
  }

  @Override
  public List<Path> folders() {
    List<Path> folders = new ArrayList<>();
    for (Library library : libraries) folders.addAll(library.folders());
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
    List<Diagnostic> diagnostics = new ArrayList<>();
    // one folder may lie inside another
    Set<Path> seen = new HashSet<>();
    for (Catalog catalog : catalogs) {
      names.append(names.isEmpty() ? "" : ", ").append(catalog.name());
      for (Entry entry : catalog.entries())
        if (seen.add(entry.path()))
          entries.add(entry.withName(catalog.name() + "/" + entry.name()));
      diagnostics.addAll(catalog.diagnostics());
    }
    return new Catalog(names.toString(), List.copyOf(entries), diagnostics);
  }

  @Override
  public AutoCloseable watch(Runnable onChange, Runnable onLost) throws IOException {
    List<AutoCloseable> watches = new ArrayList<>();
    AutoCloseable all =
        () -> {
          for (AutoCloseable watch : watches) watch.close();
        };
    try {
      for (Library library : libraries) watches.add(library.watch(onChange, onLost));
    } catch (IOException e) {
      FolderWatcher.closeQuietly(all);
      throw e;
    }
    return all;
  }
}
