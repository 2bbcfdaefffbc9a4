package lectern.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import lectern.home.UserFiles;
import lectern.ssh.Client;
import lectern.ssh.IdleTimeoutTerminal;
import lectern.ssh.ReaderService;
import lectern.ssh.ShellWords;
import lectern.terminal.Capabilities;
import lectern.terminal.LocalTerminal;
import lectern.terminal.Terminal;
import lectern.text.Sanitizer;
import lectern.theme.Theme;

/**
 * {@code lectern serve --stdio}: one reader whom another SSH server has let in, as OpenSSH does
 * with {@code ForceCommand}. What they asked for is in {@code $SSH_ORIGINAL_COMMAND}; nothing else
 * exists for them than for readers of a server of our own.
 */
final class ForcedCommand {
  private static final String NAMES = " TERM LANG COLORTERM NO_COLOR COLUMNS LINES ";

  private final ReaderService reception;
  private final CommandContext around;
  private final long idle;
  private final long most;

  /**
   * @param idle milliseconds without a key
   * @param most milliseconds of the longest visit
   */
  ForcedCommand(ReaderService reception, CommandContext around, long idle, long most) {
    this.reception = reception;
    this.around = around;
    this.idle = idle;
    this.most = most;
  }

  int run() throws IOException {
    Map<String, String> env = new HashMap<>();
    for (Map.Entry<String, String> one : around.env().entrySet())
      if (NAMES.contains(" " + one.getKey() + " ") || one.getKey().startsWith("LC_"))
        env.put(one.getKey(), one.getValue());
    Client visitor = new Client(0, "stdio", fingerprint(), env);
    List<String> words = ShellWords.split(around.env().getOrDefault("SSH_ORIGINAL_COMMAND", ""));
    boolean none = words.isEmpty() || words.equals(List.of("lectern"));
    Capabilities caps = Capabilities.of(env, true, "auto");
    if (!none) return command(words, visitor);
    if (around.inTty() && around.outTty() && !caps.dumb()) return screen(visitor, caps);
    ErrorOutput.say("no screen here, so this is the list; ssh -t asks for a screen", around);
    return command(List.of("list"), visitor);
  }

  private int command(List<String> words, Client visitor) {
    // ssh -tt from where there is no terminal makes one without a size
    int size = around.columns() > 0 ? around.columns() : 80;
    int columns = around.outTty() ? size : 0;
    return reception.runCommand(words, visitor, columns, around.out(), around.err());
  }

  private int screen(Client visitor, Capabilities caps) throws IOException {
    String reason;
    LongSupplier clock = () -> System.nanoTime() / 1_000_000;
    try (Terminal local = LocalTerminal.open(caps, Theme.of("ansi"), false)) {
      Terminal terminal = new IdleTimeoutTerminal(local, idle, most, clock);
      reason =
          reception.runScreen(
              visitor, terminal, error -> UserFiles.of(around.env()).logError(error));
    }
    if (!reason.isEmpty()) ErrorOutput.say(reason, around);
    return ReadCommand.code(reason);
  }

  /**
   * Of the key that was proven to OpenSSH, which tells it under {@code ExposeAuthInfo yes}: a file
   * with lines as {@code publickey ssh-ed25519 AAAA…}. Null without one.
   */
  private String fingerprint() {
    String file = around.env().getOrDefault("SSH_USER_AUTH", "");
    if (file.isEmpty()) return null;
    try {
      for (String line : Files.readAllLines(Path.of(file))) {
        String[] words = line.split(" ");
        if (words.length >= 3 && words[0].equals("publickey")) return fingerprint(words[2]);
      }
    } catch (IOException | IllegalArgumentException e) {
      ErrorOutput.say(
          "who came in is not known: " + Sanitizer.sanitize(file) + " cannot be read", around);
    }
    return null;
  }

  private static String fingerprint(String key) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(Base64.getDecoder().decode(key.getBytes(StandardCharsets.US_ASCII)));
      return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
