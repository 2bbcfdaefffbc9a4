package lectern.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import org.apache.sshd.client.auth.keyboard.UserInteraction;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.core.CoreModuleProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticationTest extends SshServing {
  private ClientSession login(String methods, KeyPair identity) throws IOException {
    CoreModuleProperties.PREFERRED_AUTHS.set(client, methods);
    ClientSession session = open("reader");
    if (identity != null) session.addPublicKeyIdentity(identity);
    session.setUserInteraction(new NoPrompts());
    return authenticate(session);
  }

  /** Answers a challenge that asks nothing; anything else is a failure. */
  private static final class NoPrompts implements UserInteraction {
    @Override
    public boolean isInteractionAllowed(ClientSession session) {
      return true;
    }

    @Override
    public String[] interactive(
        ClientSession session,
        String name,
        String text,
        String language,
        String[] prompts,
        boolean[] echo) {
      assertEquals(0, prompts.length);
      return new String[0];
    }

    @Override
    public String getUpdatedPassword(ClientSession session, String prompt, String language) {
      throw new AssertionError("no password is asked for");
    }
  }

  private static String fingerprint(KeyPair pair) {
    return KeyUtils.getFingerPrint(BuiltinDigests.sha256, pair.getPublic());
  }

  private Client clientOf(ClientSession session) throws Exception {
    run(session.createExecChannel("list"));
    return service.client();
  }

  @ParameterizedTest
  @ValueSource(strings = {"guest", "anonymous", "anyone"})
  void aGuestNeedsNothing(String user) throws Exception {
    serve();
    CoreModuleProperties.PREFERRED_AUTHS.set(client, "none");
    try (ClientSession session = connect(user)) {
      assertNull(clientOf(session).fingerprint());
    }
    assertEquals(1, metrics.count("login"));
  }

  @Test
  void noneIsForGuestsOnly() throws Exception {
    serve();
    assertThrows(IOException.class, () -> login("none", null));
    assertThrows(IOException.class, () -> login("password", null));
    assertEquals(0, metrics.count("login"));
  }

  @Test
  void anyKeyIsAnIdentity() throws Exception {
    serve();
    try (ClientSession session = login("publickey", key)) {
      Client reader = clientOf(session);
      assertEquals(fingerprint(key), reader.fingerprint());
      assertEquals("127.0.0.1", reader.address());
      assertEquals(1, reader.id());
    }
    assertTrue(log().contains("key=" + fingerprint(key)), log());
  }

  @Test
  void anEmptyChallengeAcceptsAnyone() throws Exception {
    serve();
    try (ClientSession session = login("keyboard-interactive", null)) {
      assertNull(clientOf(session).fingerprint());
    }
  }

  @Test
  void onlyKeysOfTheFileAreAccepted() throws Exception {
    Path file = Files.writeString(folder.resolve("keys"), PublicKeyEntry.toString(key.getPublic()));
    serve(config(file, 500, 20, ""));
    try (ClientSession session = login("publickey", key)) {
      assertEquals(fingerprint(key), clientOf(session).fingerprint());
    }
    assertThrows(IOException.class, () -> login("publickey", otherKey));
    assertThrows(IOException.class, () -> login("keyboard-interactive", null));
    assertThrows(IOException.class, () -> connect("guest"));
    await("the failures are counted", () -> metrics.count("error handshake") == 3);
    assertFalse(log().contains(fingerprint(otherKey)), log());
  }

  @Test
  void theOptionsOfAKeyCount() throws Exception {
    String entry = PublicKeyEntry.toString(key.getPublic());
    Path file = Files.writeString(folder.resolve("keys"), "from=\"192.0.2.*\" " + entry);
    serve(config(file, 500, 20, ""));
    assertThrows(IOException.class, () -> login("publickey", key));
    Files.writeString(file, "no-pty,from=\"127.0.0.0/8\",expiry-time=\"20991231\" " + entry);
    login("publickey", key).close();
    Files.writeString(file, "from=\"127.0.0.0/8\",expiry-time=\"20200101\" " + entry);
    assertThrows(IOException.class, () -> login("publickey", key));
  }

  @Test
  void aFileOfKeysThatCannotBeReadIsSaidAtTheStart() {
    IOException e = assertThrows(IOException.class, () -> serve(config(folder, 500, 20, "")));
    assertEquals(
        folder + ": cannot be read; name a file of keys with --authorized-keys", e.getMessage());
  }
}
