package lectern.ssh;

import java.io.IOException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.OpenSshCertificate;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.UserAuthNone;
import org.apache.sshd.server.auth.UserAuthNoneFactory;
import org.apache.sshd.server.auth.keyboard.InteractiveChallenge;
import org.apache.sshd.server.auth.keyboard.KeyboardInteractiveAuthenticator;
import org.apache.sshd.server.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.server.session.ServerSession;

/**
 * Authentication order: public key, then an empty keyboard-interactive challenge that accepts
 * anyone; "none" only for the users {@code guest}, {@code anonymous} and {@code anyone}. A client
 * offers its keys only while "none" is refused, and does not try the challenge under {@code
 * BatchMode=yes}. With an authorized_keys file only its keys are accepted.
 */
final class Authentication {
  /** Fingerprint of the key that a session has authenticated with. */
  static final AttributeKey<String> KEY_FINGERPRINT = new AttributeKey<>();

  private Authentication() {}

  static void configure(SshServer server, ServerContext context) throws IOException {
    server.setPasswordAuthenticator(null);
    Path file = context.config().authorizedKeys();
    if (file != null) {
      AuthorizedKeys keys = new AuthorizedKeys(file, context.log(), context.clock());
      server.setPublickeyAuthenticator(
          (user, key, session) ->
              keys.isAllowed(key, ConnectionTracker.clientAddress(session))
                  && rememberFingerprint(key, session));
    } else {
      server.setPublickeyAuthenticator((user, key, session) -> rememberFingerprint(key, session));
      server.setKeyboardInteractiveAuthenticator(new EmptyChallenge());
    }
    server.setUserAuthFactories(
        file != null
            ? List.of(UserAuthPublicKeyFactory.INSTANCE)
            : List.of(
                new GuestAuthFactory(),
                UserAuthPublicKeyFactory.INSTANCE,
                UserAuthKeyboardInteractiveFactory.INSTANCE));
  }

  private static boolean rememberFingerprint(PublicKey key, ServerSession session) {
    // a certificate identifies the same reader as its key
    PublicKey own = key instanceof OpenSshCertificate certified ? certified.getCertPubKey() : key;
    session.setAttribute(KEY_FINGERPRINT, KeyUtils.getFingerPrint(BuiltinDigests.sha256, own));
    return true;
  }

  /** "none", for users who choose to stay anonymous. */
  private static final class GuestAuthFactory extends UserAuthNoneFactory {
    @Override
    public UserAuthNone createUserAuth(ServerSession session) {
      return new UserAuthNone() {
        @Override
        public Boolean doAuth(Buffer buffer, boolean init) {
          if (!isGuest(getUsername())) return false;
          // a key that was only offered proves nothing
          getServerSession().removeAttribute(KEY_FINGERPRINT);
          return true;
        }
      };
    }

    private static boolean isGuest(String user) {
      return user.equals("guest") || user.equals("anonymous") || user.equals("anyone");
    }
  }

  /** A challenge without prompts: clients answer it without asking their user. */
  private static final class EmptyChallenge implements KeyboardInteractiveAuthenticator {
    @Override
    public InteractiveChallenge generateChallenge(
        ServerSession session, String user, String language, String submethods) {
      InteractiveChallenge challenge = new InteractiveChallenge();
      challenge.setInteractionName("");
      challenge.setInteractionInstruction("");
      challenge.setLanguageTag("");
      return challenge;
    }

    @Override
    public boolean authenticate(ServerSession session, String user, List<String> answers) {
      // a key that was only offered proves nothing
      session.removeAttribute(KEY_FINGERPRINT);
      return true;
    }
  }
}
