package lectern.library;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import lectern.post.Catalog;
import lectern.post.Entry;
import org.jspecify.annotations.Nullable;

/** Posts on disk: those of a folder, of several, or single files. */
public interface Library {
  /**
   * The posts of a folder.
   *
   * @param cache folder of the index that makes large folders open fast; none: it is not kept
   * @param headingText the words of a heading, which is given as Markdown; called from several
   *     threads
   */
  static Library of(Path folder, @Nullable Path cache, UnaryOperator<String> headingText) {
    return new FolderLibrary(
        folder.toAbsolutePath().normalize(), cache, false, new EntryParser(headingText));
  }

  /** The posts of several folders together; the name of each begins with its folder's. */
  static Library of(List<Path> folders, @Nullable Path cache, UnaryOperator<String> headingText) {
    if (folders.size() == 1) return of(folders.getFirst(), cache, headingText);
    List<Library> libraries = new ArrayList<>();
    for (Path folder : folders) libraries.add(of(folder, cache, headingText));
    return new CompositeLibrary(libraries);
  }

  /**
   * A single file, whatever its extension; neighbours are added when a link names them.
   *
   * @param top the folder that links do not leave, where the file lies in it; else that is the
   *     file's own
   */
  static Library ofFile(Path file, Path top, UnaryOperator<String> headingText) {
    Path path = file.toAbsolutePath().normalize();
    Path folder = top.toAbsolutePath().normalize();
    boolean below = path.startsWith(folder) && folder.getNameCount() > 0;
    return new SingleFileLibrary(
        path, below ? folder : PostFiles.folderOf(path), new EntryParser(headingText));
  }

  /** The same, without symbolic links that lead out of the folder: for remote readers. */
  default Library confinedToFolder() {
    return this;
  }

  /** The folder that links do not leave. */
  Path folder();

  /** All folders whose posts these are. */
  default List<Path> folders() {
    return List.of(folder());
  }

  /** Reads all posts. Never fails: what cannot be read is data. */
  Catalog read();

  /** Reads all posts again; a file whose size and time stamp are those of before is not opened. */
  Catalog reload(Catalog before);

  /**
   * Watches the files that this library reads.
   *
   * @param onChange as {@link FolderWatcher#start} has it
   * @param onLost called when nothing more will be noticed
   * @return what ends it
   */
  AutoCloseable watch(Runnable onChange, Runnable onLost) throws IOException;

  /**
   * Takes in a file that a link names, with or without its extension; from then on it is in the
   * catalog.
   *
   * @param name path below the folder
   * @return none when there is no such post, and for a folder whose posts are all there already
   */
  default @Nullable Entry addLinkedFile(String name) {
    return null;
  }
}
