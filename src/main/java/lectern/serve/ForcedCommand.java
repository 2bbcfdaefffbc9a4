package lectern.serve;

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
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import lectern.session.Session;
import lectern.ssh.Client;
import lectern.ssh.ReaderService;
import lectern.terminal.Capabilities;
import lectern.terminal.LocalTerminal;
import lectern.terminal.Terminal;
import lectern.text.Sanitizer;
import lectern.text.ShellWords;
import lectern.theme.Theme;
import lectern.userdata.UserFiles;
import org.jspecify.annotations.Nullable;

/**
 * {@code lectern serve --stdio}: serves one reader of another SSH server, for OpenSSH's {@code
 * ForceCommand}. The command is in {@code $SSH_ORIGINAL_COMMAND}; the same things are allowed as to
 * readers of LecternServer.
 */
public final class ForcedCommand {
  private final ReaderService readerService;
  private final Console console;
  private final Consumer<String> errors;
  private final long idleTimeoutMillis;
  private final long maxSessionMillis;

  /**
   * @param errors prints a sentence to standard error
   * @param idleTimeoutMillis without input
   * @param maxSessionMillis in all
   */
  public ForcedCommand(
      ReaderService readerService,
      Console console,
      Consumer<String> errors,
      long idleTimeoutMillis,
      long maxSessionMillis) {
    this.readerService = readerService;
    this.console = console;
    this.errors = errors;
    this.idleTimeoutMillis = idleTimeoutMillis;
    this.maxSessionMillis = maxSessionMillis;
  }

  /**
   * Runs the screen or command.
   *
   * @return the exit code
   * @throws IOException when the terminal cannot be opened
   */
  public int run() throws IOException {
    Map<String, String> env = new HashMap<>();
    for (Map.Entry<String, String> variable : console.env().entrySet())
      if (Client.acceptsVariable(variable.getKey()))
        env.put(variable.getKey(), variable.getValue());
    Client client = new Client(0, "stdio", readFingerprint(), env);
    List<String> args = ShellWords.split(console.env().getOrDefault("SSH_ORIGINAL_COMMAND", ""));
    boolean none = args.isEmpty() || args.equals(List.of("lectern"));
    Capabilities caps = Capabilities.of(env, true, "auto");
    if (!none) return runCommand(args, client);
    if (console.inTty() && console.outTty() && !caps.dumb()) return runScreen(client, caps);
    errors.accept("no screen here, so this is the list; ssh -t asks for a screen");
    return runCommand(List.of("list"), client);
  }

  private int runCommand(List<String> args, Client client) {
    // ssh -tt without a terminal requests one of no size
    int size = console.columns() > 0 ? console.columns() : 80;
    int columns = console.outTty() ? size : 0;
    return readerService.runCommand(args, client, columns, console.out(), console.err());
  }

  private int runScreen(Client client, Capabilities caps) throws IOException {
    String reason;
    LongSupplier clock = () -> System.nanoTime() / 1_000_000;
    try (Terminal local = LocalTerminal.open(caps, Theme.of("ansi"), false)) {
      Terminal terminal =
          new IdleTimeoutTerminal(local, idleTimeoutMillis, maxSessionMillis, clock);
      reason =
          readerService.runScreen(
              client, terminal, error -> UserFiles.of(console.env()).logError(error));
    }
    if (!reason.isEmpty()) errors.accept(reason);
    return Session.exitCode(reason);
  }

  /**
   * Fingerprint of the key that OpenSSH has authenticated, if there is one. Under {@code
   * ExposeAuthInfo yes} a file has lines like {@code publickey ssh-ed25519 AAAA…}.
   */
  private @Nullable String readFingerprint() {
    String file = console.env().getOrDefault("SSH_USER_AUTH", "");
    if (file.isEmpty()) return null;
    try {
      for (String line : Files.readAllLines(Path.of(file))) {
        String[] words = line.split(" ");
        if (words.length >= 3 && words[0].equals("publickey")) return fingerprint(words[2]);
      }
    } catch (IOException | IllegalArgumentException e) {
      errors.accept("who came in is not known: " + Sanitizer.sanitize(file) + " cannot be read");
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
