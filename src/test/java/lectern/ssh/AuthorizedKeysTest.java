package lectern.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.time.Instant;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthorizedKeysTest {
  private static final String HOME = "192.0.2.7";

  @TempDir Path folder;
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private long now = Instant.parse("2026-06-01T12:00:00Z").toEpochMilli();
  private PublicKey first;
  private PublicKey second;

  @BeforeEach
  void keys() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(1024);
    first = generator.generateKeyPair().getPublic();
    second = generator.generateKeyPair().getPublic();
  }

  private AuthorizedKeys of(String... lines) throws IOException {
    Path file = Files.writeString(folder.resolve("keys"), String.join("\n", lines));
    EventLog journal = new EventLog(new PrintStream(log, true, StandardCharsets.UTF_8), () -> now);
    return new AuthorizedKeys(file, journal, () -> now);
  }

  private static String line(PublicKey key) {
    return PublicKeyEntry.toString(key);
  }

  @Test
  void aLineThatCannotBeUsedTakesNothingFromTheOthers() throws IOException {
    AuthorizedKeys known =
        of(
            "# a comment",
            "",
            "garbage",
            "ssh-ed25519 AAAA",
            "\u001b[31mevil\u0007",
            "cert-authority " + line(second),
            "  " + line(first) + " me@here\r");
    assertTrue(known.isAllowed(first, HOME));
    assertFalse(known.isAllowed(second, HOME), "an authority's own key lets nobody in");
    String said = log.toString(StandardCharsets.UTF_8);
    assertEquals(4, said.lines().count(), said);
    assertTrue(said.contains("line=6 why=\"certificates are not taken\""), said);
    assertFalse(said.contains("\u001b"), said);
  }

  @Test
  void optionsThatSayWhoAndWhenAreKept() throws IOException {
    AuthorizedKeys known =
        of(
            "command=\"/bin/sh -c \\\"x, y\\\"\",no-pty,from=\"10.0.0.0/8,192.0.2.*\" "
                + line(first),
            "restrict,expiry-time=\"20260601Z\" " + line(second));
    assertTrue(known.isAllowed(first, HOME));
    assertTrue(known.isAllowed(first, "10.1.2.3"));
    assertFalse(known.isAllowed(first, "198.51.100.1"));
    assertFalse(known.isAllowed(second, HOME), "it has expired");
    now -= 24 * 3_600_000L;
    assertTrue(known.isAllowed(second, HOME));
  }

  @Test
  void timesOfExpiry() throws IOException {
    String key = line(first);
    for (String time : new String[] {"20260601Z", "202606011200Z", "20260601120000Z"})
      assertFalse(of("expiry-time=\"" + time + "\" " + key).isAllowed(first, HOME), time);
    for (String time : new String[] {"20260602Z", "202606011201Z", "20260601120001Z", "20260603"})
      assertTrue(of("expiry-time=\"" + time + "\" " + key).isAllowed(first, HOME), time);
    for (String time : new String[] {"", "2026", "2026060112Z", "20260631Z", "x0260601Z"}) {
      log.reset();
      assertFalse(of("expiry-time=\"" + time + "\" " + key).isAllowed(first, HOME), time);
      assertTrue(log.toString().contains("line=1 why=\"its expiry-time cannot be read\""), time);
    }
  }

  @Test
  void patternsOfAddresses() {
    assertTrue(AuthorizedKeys.matches("192.0.2.?,!192.0.2.8", HOME));
    assertFalse(AuthorizedKeys.matches("192.0.2.*,!192.0.2.7", HOME));
    assertFalse(AuthorizedKeys.matches("!192.0.2.8", HOME), "none that holds");
    assertFalse(AuthorizedKeys.matches("host.example.org", HOME), "names are not looked up");
    assertTrue(AuthorizedKeys.matches("2001:db8::/32", "2001:db8:0:1::2"));
    assertTrue(AuthorizedKeys.matches("2001:db8:**:?", "2001:db8:0:1:0:0:0:2"));
    assertFalse(AuthorizedKeys.matches("192x0.2.*", HOME), "a dot is a dot");
    assertFalse(AuthorizedKeys.matches("192.0.2.*.*", HOME));
  }

  @Test
  void aFileThatChangesIsReadAgainAndOneThatIsGoneLetsNobodyIn() throws IOException {
    AuthorizedKeys known = of(line(first));
    assertTrue(known.isAllowed(first, HOME));
    Files.writeString(folder.resolve("keys"), "# nobody\n" + line(second));
    assertFalse(known.isAllowed(first, HOME));
    assertTrue(known.isAllowed(second, HOME));
    Files.delete(folder.resolve("keys"));
    assertFalse(known.isAllowed(second, HOME));
    assertTrue(log.toString(StandardCharsets.UTF_8).contains("cannot be read"));
  }

  @Test
  void aFileThatIsNotThereIsSaidAtTheStart() {
    Path none = folder.resolve("none");
    assertThrows(IOException.class, () -> new AuthorizedKeys(none, null, () -> now));
  }
}
