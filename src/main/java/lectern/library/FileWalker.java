package lectern.library;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import lectern.post.Diagnostic;
import lectern.post.PostExtensions;
import org.jspecify.annotations.Nullable;

/**
 * Finds the files of posts below a folder, in the order of their names. Hidden folders and
 * node_modules are left out.
 */
final class FileWalker {
  private static final int MAX_DEPTH = 40;

  private final Path root;
  private final boolean confined;
  private final List<Diagnostic> diagnostics;
  private final List<FoundFile> found = new ArrayList<>();
  private final Set<Path> linkedFolders = new HashSet<>();
  private final Set<Path> folders = new LinkedHashSet<>();

  /**
   * A file of a post.
   *
   * @param name path below the folder
   * @param attributes if they can be read
   * @param reason why they cannot be read, else empty
   */
  record FoundFile(Path path, String name, @Nullable BasicFileAttributes attributes, String reason)
      implements Comparable<FoundFile> {
    @Override
    public int compareTo(FoundFile other) {
      return name.compareTo(other.name);
    }
  }

  /**
   * @param confined whether symbolic links that lead out of the folder are left out
   * @param diagnostics takes what is wrong with folders
   */
  FileWalker(Path root, boolean confined, List<Diagnostic> diagnostics) {
    this.root = root;
    this.confined = confined;
    this.diagnostics = diagnostics;
  }

  List<FoundFile> findFiles() {
    visitFolder(root, "", 0);
    Collections.sort(found);
    return found;
  }

  /** The folders that the posts depend on: those read, and those of files linked to. */
  Set<Path> findFolders() {
    visitFolder(root, "", 0);
    return folders;
  }

  private void visitFolder(Path folder, String prefix, int depth) {
    if (depth > MAX_DEPTH) {
      diagnostics.add(
          new Diagnostic(
              folder,
              0,
              0,
              "folders are nested deeper than " + MAX_DEPTH + "; what is below is left out"));
      return;
    }
    folders.add(folder);
    List<Path> paths = new ArrayList<>();
    try (DirectoryStream<Path> listing = Files.newDirectoryStream(folder)) {
      for (Path path : listing) paths.add(path);
    } catch (IOException | DirectoryIteratorException e) {
      Exception why =
          e instanceof DirectoryIteratorException && e.getCause() instanceof IOException cause
              ? cause
              : e;
      boolean gone = why instanceof NoSuchFileException;
      diagnostics.add(
          new Diagnostic(
              folder,
              0,
              0,
              gone ? "this folder is gone" : "folder " + PostFiles.failureReason(why)));
    }
    for (Path path : paths) visitEntry(path, prefix + path.getFileName(), depth);
  }

  private void visitEntry(Path path, String name, int depth) {
    String last = path.getFileName().toString();
    boolean post = PostExtensions.isPost(last);
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (attributes.isSymbolicLink()) visitLink(path, name, depth, post);
      else if (attributes.isDirectory()) visitSubfolder(path, last, name, depth);
      else if (post && !last.startsWith(".")) found.add(new FoundFile(path, name, attributes, ""));
    } catch (IOException e) {
      if (post) found.add(new FoundFile(path, name, null, PostFiles.failureReason(e)));
    }
  }

  private void visitSubfolder(Path path, String last, String name, int depth) {
    if (!last.startsWith(".") && !last.equals("node_modules"))
      visitFolder(path, name + "/", depth + 1);
  }

  private void visitLink(Path path, String name, int depth, boolean post) throws IOException {
    Path real;
    try {
      real = path.toRealPath();
    } catch (IOException e) {
      if (post)
        found.add(
            new FoundFile(
                path,
                name,
                null,
                e instanceof FileSystemLoopException || isLoop(e)
                    ? "a symbolic link that leads to itself"
                    : "a symbolic link that leads nowhere"));
      return;
    }
    if (confined && !real.startsWith(root.toRealPath())) return;
    BasicFileAttributes attributes = Files.readAttributes(real, BasicFileAttributes.class);
    if (!attributes.isDirectory()) {
      if (post) found.add(new FoundFile(path, name, attributes, ""));
      if (post) folders.add(real.getParent());
    } else if (path.startsWith(real) || isVisited(real)) {
      diagnostics.add(
          new Diagnostic(path, 0, 0, "a symbolic link to a folder already read; left out"));
    } else visitSubfolder(path, path.getFileName().toString(), name, depth);
  }

  /** Whether a folder is read under its own name or that of another link. */
  private boolean isVisited(Path real) throws IOException {
    Path top = root.toRealPath();
    if (top.startsWith(real)) return true;
    if (real.startsWith(top)) {
      boolean hidden = false;
      for (Path part : top.relativize(real))
        hidden |= part.toString().startsWith(".") || part.toString().equals("node_modules");
      if (!hidden) return true;
    }
    for (Path other : linkedFolders) if (real.startsWith(other)) return true;
    return !linkedFolders.add(real);
  }

  private static boolean isLoop(IOException e) {
    return String.valueOf(e.getMessage()).contains("Too many levels");
  }
}
