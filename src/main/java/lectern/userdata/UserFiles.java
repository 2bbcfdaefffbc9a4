package lectern.userdata;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lectern.theme.Theme;
import lectern.ui.ReaderHistory;

/**
 * Where lectern keeps what it remembers and finds how it is configured. Without a place to keep
 * things it works all the same, and forgets.
 */
public final class UserFiles {
  private static final String STATE_FILE = "state";
  private static final String CONFIG_FILE = "config.yaml";
  private static final long MAX_LOG_BYTES = 1 << 20;
  private static final int MAX_TEXT_BYTES = 1 << 16;
  private static final int MAX_LOCK_ATTEMPTS = 50;
  private static final long LOCK_RETRY_MILLIS = 10;

  private final Path stateFolder;
  private final Path configFolder;
  private boolean saveFailed;
  private boolean stateIsNewer;

  /**
   * @param state folder for what is remembered @param config folder of the configuration; either
   *     may be null for none
   */
  public UserFiles(Path state, Path config) {
    this.stateFolder = state;
    this.configFolder = config;
  }

  /** The folders that the environment names, by the XDG rules. */
  public static UserFiles of(Map<String, String> environment) {
    return new UserFiles(
        xdgFolder(environment, "XDG_STATE_HOME", ".local/state"),
        xdgFolder(environment, "XDG_CONFIG_HOME", ".config"));
  }

  private static Path xdgFolder(Map<String, String> environment, String variable, String below) {
    String named = environment.getOrDefault(variable, "");
    String home = environment.getOrDefault("HOME", "");
    try {
      if (named.startsWith("/")) return Path.of(named, "lectern");
      return home.isEmpty() ? null : Path.of(home, below, "lectern");
    } catch (java.nio.file.InvalidPathException e) {
      return null;
    }
  }

  /** What was remembered, and sentences about what could not be read. */
  public record LoadedHistory(ReaderHistory history, List<String> warnings) {}

  /** Never fails: what is damaged is set aside, with a word. */
  public synchronized LoadedHistory loadHistory() {
    if (stateFolder == null) return new LoadedHistory(ReaderHistory.EMPTY, List.of());
    Path file = stateFolder.resolve(STATE_FILE);
    try {
      // a pipe would be waited for
      if (Files.exists(file) && !Files.isRegularFile(file)) throw new IOException("it is no file");
      return parseState(file, Files.readString(file));
    } catch (NoSuchFileException e) {
      return new LoadedHistory(ReaderHistory.EMPTY, List.of());
    } catch (java.nio.charset.CharacterCodingException e) {
      return new LoadedHistory(ReaderHistory.EMPTY, List.of(quarantine(file)));
    } catch (IOException e) {
      return new LoadedHistory(
          ReaderHistory.EMPTY, List.of("What was remembered cannot be read: " + file));
    }
  }

  private LoadedHistory parseState(Path file, String text) {
    int end = text.indexOf('\n');
    String head = end < 0 ? text : text.substring(0, end);
    if (head.startsWith("lectern state ") && !head.equals(StateFile.HEADER)) {
      stateIsNewer = true;
      return new LoadedHistory(
          ReaderHistory.EMPTY, List.of(file + " was written by a newer lectern; it is left alone"));
    }
    if (!head.equals(StateFile.HEADER))
      return new LoadedHistory(ReaderHistory.EMPTY, List.of(quarantine(file)));
    StateFile.Parsed parsed = StateFile.parse(text);
    return new LoadedHistory(
        parsed.history(),
        parsed.invalidLines() == 0 ? List.of() : List.of(copyDamaged(file, parsed.invalidLines())));
  }

  private String quarantine(Path file) {
    Path other = file.resolveSibling(STATE_FILE + ".damaged");
    try {
      Files.move(file, other, StandardCopyOption.REPLACE_EXISTING);
      return "What was remembered is damaged; it was set aside as " + other;
    } catch (IOException e) {
      return "What was remembered is damaged: " + file;
    }
  }

  private String copyDamaged(Path file, int bad) {
    Path other = file.resolveSibling(STATE_FILE + ".damaged");
    try {
      Files.copy(file, other, StandardCopyOption.REPLACE_EXISTING);
      return bad
          + " damaged lines of what was remembered were left out; the file was copied to "
          + other;
    } catch (IOException e) {
      return bad + " damaged lines of what was remembered were left out";
    }
  }

  /**
   * Keeps what is remembered, together with what another lectern has kept in the meantime.
   *
   * @throws IOException saying so when it cannot be kept; only the first time
   */
  public synchronized void saveHistory(ReaderHistory memory) throws IOException {
    if (stateFolder == null || saveFailed || stateIsNewer) return;
    try {
      Files.createDirectories(stateFolder);
      try (FileChannel channel =
              FileChannel.open(
                  stateFolder.resolve("lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          FileLock lock = acquireLock(channel)) {
        writeState(mergeWithSaved(memory));
        if (lock != null && !lock.isValid()) throw new IOException("the lock was lost");
      }
    } catch (IOException e) {
      saveFailed = true;
      throw new IOException(
          "Your place cannot be kept in "
              + stateFolder
              + ": "
              + failureReason(e)
              + "; reading goes on without");
    }
  }

  private ReaderHistory mergeWithSaved(ReaderHistory memory) {
    ReaderHistory there = loadHistory().history();
    return there == ReaderHistory.EMPTY ? memory : there.mergeWith(memory);
  }

  private void writeState(ReaderHistory memory) throws IOException {
    Path file = stateFolder.resolve(STATE_FILE);
    Path fresh = Files.createTempFile(stateFolder, STATE_FILE, ".new");
    try {
      try (FileChannel out = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(StateFile.format(memory));
        while (bytes.hasRemaining()) out.write(bytes);
        out.force(false);
      }
      replace(fresh, file);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static void replace(Path fresh, Path file) throws IOException {
    try {
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /**
   * The lock, or null when another holds it for too long: a stuck lectern must not stop this one.
   */
  private static FileLock acquireLock(FileChannel channel) throws IOException {
    for (int i = 0; i < MAX_LOCK_ATTEMPTS; i++) {
      try {
        FileLock lock = channel.tryLock();
        if (lock != null) return lock;
      } catch (OverlappingFileLockException e) {
        // another reader of this very process: wait as for any other
      }
      try {
        Thread.sleep(LOCK_RETRY_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return null;
      }
    }
    return null;
  }

  private static String failureReason(IOException e) {
    if (e instanceof java.nio.file.AccessDeniedException) return "permission denied";
    String reason =
        e instanceof java.nio.file.FileSystemException file ? file.getReason() : e.getMessage();
    return reason == null ? "it cannot be written" : reason;
  }

  /** Whether there is a file of configuration: a look that costs next to nothing. */
  public static boolean hasConfig(Map<String, String> environment) {
    Path config = xdgFolder(environment, "XDG_CONFIG_HOME", ".config");
    return config != null && config.resolve(CONFIG_FILE).toFile().exists();
  }

  /** The configuration; the standard one when there is none. */
  public Config readConfig() {
    if (configFolder == null) return Config.DEFAULTS;
    Path file = configFolder.resolve(CONFIG_FILE);
    try {
      String text = readSmall(file);
      if (text == null) return Config.DEFAULTS;
      Config read = Config.read(file.toString(), text);
      return hasTheme(read.theme()) ? read : read.withoutTheme(themeNames());
    } catch (IOException e) {
      return Config.DEFAULTS.withWarning(file + ": cannot be read: " + failureReason(e));
    }
  }

  /**
   * The text of a small file; null when there is none. A pipe is not waited for, a device not
   * drained. @throws IOException saying why it cannot be read
   */
  private static String readSmall(Path file) throws IOException {
    if (!Files.exists(file)) return null;
    if (!Files.isRegularFile(file)) throw new IOException("it is no file");
    if (Files.size(file) > MAX_TEXT_BYTES) throw new IOException("it is longer than 64 KiB");
    try {
      String text = Files.readString(file);
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (java.nio.charset.CharacterCodingException e) {
      throw new IOException("it is not UTF-8 text");
    }
  }

  /** Names of the theme files of the reader's own. */
  public List<String> userThemeNames() {
    List<String> names = new ArrayList<>();
    if (configFolder == null) return names;
    try (var files = Files.newDirectoryStream(configFolder.resolve("themes"), "*.theme")) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        names.add(name.substring(0, name.length() - ".theme".length()));
      }
    } catch (IOException | java.nio.file.DirectoryIteratorException e) {
      return names;
    }
    names.sort(null);
    return names;
  }

  /** All themes there are: those built in, then the reader's own. */
  public List<String> themeNames() {
    List<String> all = new ArrayList<>(Theme.builtInNames());
    for (String own : userThemeNames()) if (!all.contains(own)) all.add(own);
    return all;
  }

  /** Whether there is a theme of that name, built in or the reader's own. */
  public boolean hasTheme(String name) {
    Path own = themeFile(name);
    return Theme.builtInNames().contains(name) || own != null && Files.exists(own);
  }

  /**
   * The theme of a name, the reader's own before the one built in, and what is wrong with its file.
   *
   * @throws IllegalArgumentException when there is none
   */
  public Theme.Loaded loadTheme(String name) {
    Path file = themeFile(name);
    try {
      String own = file == null ? null : readSmall(file);
      if (own == null) return new Theme.Loaded(Theme.of(name), List.of());
      return Theme.read(name, own, this::userThemeText);
    } catch (IOException e) {
      String instead = Theme.builtInNames().contains(name) ? name : "ansi";
      return new Theme.Loaded(
          Theme.of(instead), List.of(file + ": cannot be read: " + failureReason(e)));
    }
  }

  /** The text of a theme file of the reader's own; null when there is none that can be read. */
  private String userThemeText(String name) {
    try {
      Path file = themeFile(name);
      return file == null ? null : readSmall(file);
    } catch (IOException e) {
      return null;
    }
  }

  /** Where a theme of that name would be; null for what is no name. */
  private Path themeFile(String name) {
    if (configFolder == null || name.isEmpty() || name.indexOf('/') >= 0 || name.startsWith("."))
      return null;
    try {
      return configFolder.resolve("themes").resolve(name + ".theme");
    } catch (java.nio.file.InvalidPathException e) {
      return null;
    }
  }

  /**
   * Writes the trace of an error into the log. @return the log's path, empty when it cannot be
   * written
   */
  public synchronized String logError(Throwable error) {
    if (stateFolder == null) return "";
    StringWriter trace = new StringWriter();
    error.printStackTrace(new PrintWriter(trace));
    Path file = stateFolder.resolve("lectern.log");
    try {
      Files.createDirectories(stateFolder);
      boolean full = Files.exists(file) && Files.size(file) > MAX_LOG_BYTES;
      if (full)
        Files.move(file, stateFolder.resolve("lectern.log.1"), StandardCopyOption.REPLACE_EXISTING);
      String entry = StateFile.formatTime(System.currentTimeMillis()) + " " + trace + "\n";
      Files.writeString(file, entry, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      return file.toString();
    } catch (IOException e) {
      return "";
    }
  }
}
