package lectern.userdata;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lectern.theme.Theme;
import lectern.ui.ReaderHistory;
import org.jspecify.annotations.Nullable;

/**
 * The files of a reader: configuration, themes, reading history, error log. Without folders for
 * them nothing is read or saved.
 */
public final class UserFiles {
  private static final String CONFIG_FILE = "config.yaml";
  private static final LoadedHistory NO_HISTORY = new LoadedHistory(ReaderHistory.EMPTY, List.of());
  private static final long MAX_LOG_BYTES = 1 << 20;
  private static final int MAX_TEXT_BYTES = 1 << 16;

  private final @Nullable Path stateFolder;
  private final @Nullable Path configFolder;
  private final @Nullable HistoryFile historyFile;

  /**
   * Files in these folders; either may be null for none.
   *
   * @param state of the history and the log
   * @param config of the configuration and the themes
   */
  public UserFiles(@Nullable Path state, @Nullable Path config) {
    this.stateFolder = state;
    this.configFolder = config;
    this.historyFile = state == null ? null : new HistoryFile(state);
  }

  /** The folders that the environment names, by the XDG rules. */
  public static UserFiles of(Map<String, String> environment) {
    return new UserFiles(XdgFolders.state(environment), XdgFolders.config(environment));
  }

  /**
   * A history, and what was wrong with its file.
   *
   * @param warnings sentences
   */
  public record LoadedHistory(ReaderHistory history, List<String> warnings) {}

  /** Reads the history. Never fails: what is damaged is set aside, with a warning. */
  public synchronized LoadedHistory loadHistory() {
    return historyFile == null ? NO_HISTORY : historyFile.load();
  }

  /**
   * Saves the history, together with what another lectern has saved in the meantime.
   *
   * @throws IOException saying so when it cannot be saved; only the first time
   */
  public synchronized void saveHistory(ReaderHistory history) throws IOException {
    if (historyFile != null) historyFile.save(history);
  }

  static String failureReason(IOException e) {
    if (e instanceof AccessDeniedException) return "permission denied";
    String reason = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
    return reason == null ? "it cannot be written" : reason;
  }

  /** Whether there is a file of configuration; costs one call of the system. */
  public static boolean hasConfig(Map<String, String> environment) {
    Path config = XdgFolders.config(environment);
    return config != null && config.resolve(CONFIG_FILE).toFile().exists();
  }

  /** Reads the configuration, the standard one when there is none. Never fails. */
  public Config readConfig() {
    if (configFolder == null) return Config.DEFAULTS;
    Path file = configFolder.resolve(CONFIG_FILE);
    try {
      String text = readSmall(file);
      if (text == null) return Config.DEFAULTS;
      Config read = Config.parse(file.toString(), text);
      return hasTheme(read.get(Setting.THEME)) ? read : read.withoutTheme(themeNames());
    } catch (IOException e) {
      return Config.DEFAULTS.withWarning(file + ": cannot be read: " + failureReason(e));
    }
  }

  /**
   * Reads a file of at most 64 KiB. A pipe is not waited for, a device not drained.
   *
   * @return null when there is none
   * @throws IOException saying why it cannot be read
   */
  private static @Nullable String readSmall(Path file) throws IOException {
    if (!Files.exists(file)) return null;
    if (!Files.isRegularFile(file)) throw new IOException("it is no file");
    if (Files.size(file) > MAX_TEXT_BYTES) throw new IOException("it is longer than 64 KiB");
    try {
      String text = Files.readString(file);
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new IOException("it is not UTF-8 text");
    }
  }

  /** Names of the reader's own themes, sorted. */
  public List<String> userThemeNames() {
    List<String> names = new ArrayList<>();
    if (configFolder == null) return names;
    try (var files = Files.newDirectoryStream(configFolder.resolve("themes"), "*.theme")) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        names.add(name.substring(0, name.length() - ".theme".length()));
      }
    } catch (IOException | DirectoryIteratorException e) {
      return names;
    }
    names.sort(null);
    return names;
  }

  /** Names of all themes: those built in, then the reader's own. */
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
   * Loads a theme, the reader's own before the one built in.
   *
   * @return the theme, and what is wrong with its file
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

  /** The text of the reader's own theme; null when there is none that can be read. */
  private @Nullable String userThemeText(String name) {
    try {
      Path file = themeFile(name);
      return file == null ? null : readSmall(file);
    } catch (IOException e) {
      return null;
    }
  }

  /** Where the reader's own theme of that name would be; null for what is no name. */
  private @Nullable Path themeFile(String name) {
    if (configFolder == null || name.isEmpty() || name.indexOf('/') >= 0 || name.startsWith("."))
      return null;
    try {
      return configFolder.resolve("themes").resolve(name + ".theme");
    } catch (InvalidPathException e) {
      return null;
    }
  }

  /**
   * Appends the stack trace of an error to the log.
   *
   * @return the log's path, empty when it cannot be written
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
