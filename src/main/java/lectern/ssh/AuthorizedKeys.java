package lectern.ssh;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.OpenSshCertificate;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.jspecify.annotations.Nullable;

/**
 * The keys of an {@code authorized_keys} file (sshd(8)), read again when it changes. A line that
 * cannot be used is logged, and the others count. Of the options {@code from} and {@code
 * expiry-time} are obeyed; the others restrict what does not exist here. Certificates are not
 * accepted, nor are keys with {@code cert-authority}.
 *
 * <p>The options are split here: sshd's AuthorizedKeyEntry takes no comma between escaped quotes,
 * and its HostPatternsHolder no networks.
 */
final class AuthorizedKeys {
  private static final DateTimeFormatter EXPIRY =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withResolverStyle(ResolverStyle.STRICT);

  private final Path file;
  private final EventLog eventLog;
  private final LongSupplier clock;
  private List<AuthorizedKey> keys = List.of();
  private @Nullable FileTime modified;
  private long size = -1;

  /**
   * @param fromPatterns of addresses; empty for any
   * @param expiresAt milliseconds since 1970
   */
  private record AuthorizedKey(PublicKey key, String fromPatterns, long expiresAt) {}

  private static final class UnusableKeyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnusableKeyException(String message) {
      super(message);
    }
  }

  /**
   * Reads the file for the first time.
   *
   * @throws IOException a sentence, when it cannot be read
   */
  AuthorizedKeys(Path file, EventLog eventLog, LongSupplier clock) throws IOException {
    this.file = file;
    this.eventLog = eventLog;
    this.clock = clock;
    if (!Files.isReadable(file) || Files.isDirectory(file))
      throw new IOException(file + ": cannot be read; name a file of keys with --authorized-keys");
    reloadIfChanged();
  }

  /** Whether this key is accepted from this address now. */
  synchronized boolean isAllowed(PublicKey key, String address) {
    if (key instanceof OpenSshCertificate) return false;
    reloadIfChanged();
    for (AuthorizedKey known : keys) {
      if (KeyUtils.compareKeys(known.key, key)
          && clock.getAsLong() < known.expiresAt
          && (known.fromPatterns.isEmpty() || matches(known.fromPatterns, address))) return true;
    }
    return false;
  }

  private void reloadIfChanged() {
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      if (now.lastModifiedTime().equals(modified) && now.size() == size) return;
      List<String> lines =
          new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
      modified = now.lastModifiedTime();
      size = now.size();
      keys = parse(lines);
    } catch (IOException e) {
      // a missing file accepts no key
      if (size != -1) eventLog.write("error", "kind", "keys", "why", "cannot be read");
      keys = List.of();
      size = -1;
      modified = null;
    }
  }

  private List<AuthorizedKey> parse(List<String> lines) {
    List<AuthorizedKey> out = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) continue;
      try {
        out.add(parseLine(line));
      } catch (IOException | GeneralSecurityException | RuntimeException e) {
        String why =
            e instanceof UnusableKeyException ? e.getMessage() : "is no key that can be read";
        eventLog.write("error", "kind", "keys", "line", i + 1, "why", why);
      }
    }
    return out;
  }

  private static AuthorizedKey parseLine(String line) throws IOException, GeneralSecurityException {
    List<String> parts = split(line);
    String from = "";
    long expiresAt = Long.MAX_VALUE;
    for (String option : parts.subList(0, parts.size() - 1)) {
      String value = option.substring(option.indexOf('=') + 1);
      String name = option.substring(0, option.length() - value.length()).toLowerCase(Locale.ROOT);
      if (value.equalsIgnoreCase("cert-authority"))
        throw new UnusableKeyException("certificates are not taken");
      if (name.equals("from=")) from = value;
      if (name.equals("expiry-time=")) expiresAt = parseExpiry(value);
    }
    PublicKeyEntry entry = PublicKeyEntry.parsePublicKeyEntry(parts.getLast());
    return new AuthorizedKey(
        entry.resolvePublicKey(null, Map.of(), PublicKeyEntryResolver.FAILING), from, expiresAt);
  }

  /**
   * The options of a line, without their quotes, and last the key with its type. Options stand
   * between commas and end at the first blank outside quotes.
   */
  private static List<String> split(String line) {
    List<String> parts = new ArrayList<>();
    StringBuilder option = new StringBuilder();
    boolean quoted = false;
    int end = 0;
    for (; end < line.length(); end++) {
      char c = line.charAt(end);
      if (!quoted && (c == ' ' || c == '\t')) break;
      if (line.startsWith("\\\"", end)) option.append(line.charAt(++end));
      else if (c == '"') quoted = !quoted;
      else if (c != ',' || quoted) option.append(c);
      else {
        parts.add(option.toString());
        option.setLength(0);
      }
    }
    String rest = line.substring(end).strip();
    // a line without options begins with the type of its key
    if (rest.startsWith("AAAA")) return List.of(line);
    parts.add(option.toString());
    parts.add(rest);
    return parts;
  }

  /**
   * Parses {@code YYYYMMDD[HHMM[SS]][Z]}.
   *
   * @return milliseconds since 1970
   */
  private static long parseExpiry(String text) {
    String digits = text.endsWith("Z") ? text.substring(0, text.length() - 1) : text;
    ZoneId zone = digits.length() < text.length() ? ZoneOffset.UTC : ZoneId.systemDefault();
    try {
      if (!digits.matches("\\d{8}(\\d{4}(\\d{2})?)?")) throw new DateTimeException(text);
      LocalDateTime time = LocalDateTime.parse(digits + "0".repeat(14 - digits.length()), EXPIRY);
      return time.atZone(zone).toInstant().toEpochMilli();
    } catch (DateTimeException e) {
      throw new UnusableKeyException("its expiry-time cannot be read");
    }
  }

  /** As in OpenSSH: one pattern must match, and none that is negated. Names match nobody. */
  static boolean matches(String patterns, String address) {
    boolean matched = false;
    for (String pattern : patterns.split(",")) {
      boolean negated = pattern.startsWith("!");
      if (!matchesPattern(negated ? pattern.substring(1) : pattern, address)) continue;
      if (negated) return false;
      matched = true;
    }
    return matched;
  }

  private static boolean matchesPattern(String pattern, String address) {
    if (pattern.indexOf('*') >= 0 || pattern.indexOf('?') >= 0) {
      String stars = pattern.replaceAll("\\*+", "*");
      return address.matches(
          "\\Q" + stars.replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q") + "\\E");
    }
    try {
      return CidrBlock.parse(pattern).contains(InetAddress.getByName(address));
    } catch (IllegalArgumentException | UnknownHostException e) {
      return false;
    }
  }
}
