package lectern.ssh;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A connected client.
 *
 * @param id counts screens and commands from 1; log lines call it {@code visit}
 * @param address IP address the client connects from
 * @param fingerprint of the client's public key, {@code SHA256:…}, if it has one
 * @param env variables sent by the client, only those of {@link #acceptsVariable}
 */
public record Client(
    long id, String address, @Nullable String fingerprint, Map<String, String> env) {
  private static final String ACCEPTED = " TERM LANG COLORTERM NO_COLOR COLUMNS LINES ";

  /**
   * Whether an environment variable of a client is accepted: what describes a terminal, and the
   * locale.
   */
  public static boolean acceptsVariable(String name) {
    return ACCEPTED.contains(" " + name + " ") || name.startsWith("LC_") && name.length() <= 32;
  }

  /** The variables with {@code C.UTF-8} where they name no locale. */
  public static Map<String, String> withLocale(Map<String, String> env) {
    Map<String, String> out = new HashMap<>(env);
    if (!out.containsKey("LC_ALL") && !out.containsKey("LC_CTYPE"))
      out.putIfAbsent("LANG", "C.UTF-8");
    return out;
  }
}
