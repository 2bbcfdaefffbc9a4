package lectern.userdata;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Folders for lectern's files by the XDG Base Directory Specification; null where the environment
 * has neither the variable nor {@code $HOME}.
 */
public final class XdgFolders {
  private XdgFolders() {}

  /** {@code $XDG_CONFIG_HOME/lectern}, else {@code ~/.config/lectern}. */
  public static @Nullable Path config(Map<String, String> environment) {
    return folder(environment, "XDG_CONFIG_HOME", ".config");
  }

  /** {@code $XDG_STATE_HOME/lectern}, else {@code ~/.local/state/lectern}. */
  public static @Nullable Path state(Map<String, String> environment) {
    return folder(environment, "XDG_STATE_HOME", ".local/state");
  }

  /** {@code $XDG_CACHE_HOME/lectern}, else {@code ~/.cache/lectern}. */
  public static @Nullable Path cache(Map<String, String> environment) {
    return folder(environment, "XDG_CACHE_HOME", ".cache");
  }

  private static @Nullable Path folder(
      Map<String, String> environment, String variable, String below) {
    String named = environment.getOrDefault(variable, "");
    String home = environment.getOrDefault("HOME", "");
    try {
      // a relative path is to be ignored
      if (named.startsWith("/")) return Path.of(named, "lectern");
      return home.isEmpty() ? null : Path.of(home, below, "lectern");
    } catch (InvalidPathException e) {
      return null;
    }
  }
}
