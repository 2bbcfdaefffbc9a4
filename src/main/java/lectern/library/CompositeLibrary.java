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
final class CompositeLibrary extends Library {
  private final List<Library> parts;
  private final Catalog[] last;

  CompositeLibrary(List<Library> parts) {
    this.parts = List.copyOf(parts);
    this.last = new Catalog[parts.size()];
  }

  @Override
  public Library inside() {
    List<Library> inside = new ArrayList<>();
    for (Library part : parts) inside.add(part.inside());
    return new CompositeLibrary(inside);
  }

  /** That of the first; the others are seen by their names. */
  @Override
  public Path folder() {
    return parts.getFirst().folder();
  }

  @Override
  public List<Path> folders() {
    List<Path> folders = new ArrayList<>();
    for (Library part : parts) folders.addAll(part.folders());
    return List.copyOf(folders);
  }

  @Override
  public synchronized Catalog read() {
    for (int i = 0; i < last.length; i++) last[i] = parts.get(i).read();
    return together();
  }

  @Override
  public synchronized Catalog reread(Catalog before) {
    for (int i = 0; i < last.length; i++)
      last[i] = last[i] == null ? parts.get(i).read() : parts.get(i).reread(last[i]);
    return together();
  }

  private Catalog together() {
    StringBuilder names = new StringBuilder();
    List<Entry> entries = new ArrayList<>();
    List<Diagnostic> problems = new ArrayList<>();
    // a folder inside another would have its posts come twice
    Set<Path> seen = new HashSet<>();
    for (Catalog one : last) {
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
      for (Library part : parts) watches.add(part.watch(changed, lost));
    } catch (IOException e) {
      FolderWatcher.end(all);
      throw e;
    }
    return all;
  }
}
