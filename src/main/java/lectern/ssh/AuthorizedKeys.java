package lectern.ssh;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.OpenSshCertificate;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;

/**
 * The keys of an {@code authorized_keys} file (sshd(8)), read again when it changes. A line that
 * cannot be used is told in the log and takes nothing from the others. Of the options those count
 * that say who may come and when, {@code from} and {@code expiry-time}; the others take away what
 * does not exist here. Certificates are not taken, so {@code cert-authority} lets nobody in.
 */
final class AuthorizedKeys {
  private final Path file;
  private final EventLog eventLog;
  private final LongSupplier clock;
  private List<AuthorizedKey> keys = List.of();
  private FileTime modified;
  private long size = -1;

  /**
   * @param fromPatterns patterns of addresses; empty: any @param until milliseconds since 1970
   */
  private record AuthorizedKey(PublicKey key, String fromPatterns, long expiresAt) {}

  /**
   * @throws IOException a sentence: it cannot be read
   */
  AuthorizedKeys(Path file, EventLog journal, LongSupplier clock) throws IOException {
    this.file = file;
    this.eventLog = journal;
    this.clock = clock;
    if (!Files.isReadable(file) || Files.isDirectory(file))
      throw new IOException(file + ": cannot be read; name a file of keys with --authorized-keys");
    reloadIfChanged();
  }

  /** Whether somebody with this key may come in from there now. */
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
      String text = new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.UTF_8);
      modified = now.lastModifiedTime();
      size = now.size();
      keys = parse(text);
    } catch (IOException e) {
      // nobody is let in on the word of a file that is gone
      if (size != -1) eventLog.write("error", "kind", "keys", "why", "cannot be read");
      keys = List.of();
      size = -1;
      modified = null;
    }
  }

  private List<AuthorizedKey> parse(String text) {
    List<AuthorizedKey> out = new ArrayList<>();
    String[] lines = text.split("\n");
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].strip();
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

  private static final class UnusableKeyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnusableKeyException(String why) {
      super(why);
    }
  }

  private static AuthorizedKey parseLine(String line) throws IOException, GeneralSecurityException {
    int end = optionsEnd(line);
    String from = "";
    long until = Long.MAX_VALUE;
    for (String option : splitOptions(line.substring(0, end))) {
      int equals = option.indexOf('=');
      String name = equals < 0 ? option : option.substring(0, equals);
      switch (name.toLowerCase(Locale.ROOT)) {
        case "cert-authority" -> throw new UnusableKeyException("certificates are not taken");
        case "from" -> from = option.substring(equals + 1);
        case "expiry-time" -> until = parseExpiry(option.substring(equals + 1));
        default -> {
          // takes away what does not exist here
        }
      }
    }
    PublicKeyEntry entry = PublicKeyEntry.parsePublicKeyEntry(line.substring(end).strip());
    PublicKey key =
        entry == null
            ? null
            : entry.resolvePublicKey(null, Map.of(), PublicKeyEntryResolver.FAILING);
    if (key == null) throw new UnusableKeyException("is no key that can be read");
    return new AuthorizedKey(key, from, until);
  }

  /** Where the options end: at the first blank outside quotes; 0 when a kind of key comes first. */
  private static int optionsEnd(String line) {
    int end = 0;
    boolean quoted = false;
    while (end < line.length() && (quoted || line.charAt(end) != ' ' && line.charAt(end) != '\t')) {
      if (line.startsWith("\\\"", end)) end++;
      else if (line.charAt(end) == '"') quoted = !quoted;
      end++;
    }
    boolean kind = line.substring(end).strip().startsWith("AAAA");
    return kind ? 0 : end;
  }

  /** Options between commas, without their quotes. */
  private static List<String> splitOptions(String options) {
    List<String> out = new ArrayList<>();
    StringBuilder one = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < options.length(); i++) {
      char c = options.charAt(i);
      if (options.startsWith("\\\"", i)) one.append(options.charAt(++i));
      else if (c == '"') quoted = !quoted;
      else if (c == ',' && !quoted) {
        out.add(one.toString());
        one.setLength(0);
      } else one.append(c);
    }
    if (!one.isEmpty()) out.add(one.toString());
    return out;
  }

  /** {@code YYYYMMDD[HHMM[SS]][Z]}. */
  private static long parseExpiry(String text) {
    boolean utc = text.endsWith("Z");
    String digits = utc ? text.substring(0, text.length() - 1) : text;
    try {
      if (digits.length() != 8 && digits.length() != 12 && digits.length() != 14)
        throw new DateTimeException(text);
      String all = digits + "0".repeat(14 - digits.length());
      LocalDateTime time =
          LocalDateTime.of(
              Integer.parseInt(all, 0, 4, 10),
              Integer.parseInt(all, 4, 6, 10),
              Integer.parseInt(all, 6, 8, 10),
              Integer.parseInt(all, 8, 10, 10),
              Integer.parseInt(all, 10, 12, 10),
              Integer.parseInt(all, 12, 14, 10));
      Instant at = time.atZone(utc ? ZoneOffset.UTC : ZoneId.systemDefault()).toInstant();
      return at.toEpochMilli();
    } catch (DateTimeException | NumberFormatException e) {
      throw new UnusableKeyException("its expiry-time cannot be read");
    }
  }

  /**
   * As OpenSSH: one pattern must hold, and none with an exclamation mark; names hold for nobody.
   */
  static boolean matches(String patterns, String address) {
    boolean matched = false;
    for (String one : patterns.split(",")) {
      boolean not = one.startsWith("!");
      if (!isAllowed(not ? one.substring(1) : one, address)) continue;
      if (not) return false;
      matched = true;
    }
    return matched;
  }

  private static boolean isAllowed(String pattern, String address) {
    if (pattern.indexOf('*') < 0 && pattern.indexOf('?') < 0) {
      try {
        return CidrBlock.parse(pattern).contains(InetAddress.getByName(address));
      } catch (IllegalArgumentException | UnknownHostException e) {
        return false;
      }
    }
    return matchesGlob(pattern, 0, address, 0);
  }

  private static boolean matchesGlob(String pattern, int p, String text, int t) {
    if (p == pattern.length()) return t == text.length();
    if (pattern.charAt(p) == '*') {
      // several stars are as one
      if (p + 1 < pattern.length() && pattern.charAt(p + 1) == '*')
        return matchesGlob(pattern, p + 1, text, t);
      for (int i = t; i <= text.length(); i++)
        if (matchesGlob(pattern, p + 1, text, i)) return true;
      return false;
    }
    return t < text.length()
        && (pattern.charAt(p) == '?' || pattern.charAt(p) == text.charAt(t))
        && matchesGlob(pattern, p + 1, text, t + 1);
  }
}
