package lectern.ssh;

import java.io.IOException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.OpenSshCertificate;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.UserAuthFactory;
import org.apache.sshd.server.auth.UserAuthNoneFactory;
import org.apache.sshd.server.auth.keyboard.InteractiveChallenge;
import org.apache.sshd.server.auth.keyboard.KeyboardInteractiveAuthenticator;
import org.apache.sshd.server.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.server.session.ServerSession;

/**
 * Who is it? A client offers its keys only while "none" is refused, so it is: a key, when there is
 * one, is the reader's name; without one a challenge that asks nothing lets anybody in. That
 * challenge is not tried under {@code BatchMode=yes}, so {@code guest}, {@code anonymous} and
 * {@code anyone} come in by "none" at once, unknown.
 */
final class Authentication {
  /** The fingerprint of the key that a session came in with. */
  static final AttributeKey<String> KEY_FINGERPRINT = new AttributeKey<>();

  private Authentication() {}

  static void configure(SshServer server, ServerConfig rules, EventLog journal) throws IOException {
    server.setPasswordAuthenticator(null);
    List<UserAuthFactory> ways = new ArrayList<>();
    if (rules.authorizedKeys() != null) {
      AuthorizedKeys known =
          new AuthorizedKeys(rules.authorizedKeys(), journal, System::currentTimeMillis);
      server.setPublickeyAuthenticator(
          (user, key, session) ->
              known.isAllowed(key, ConnectionTracker.clientAddress(session))
                  && rememberFingerprint(key, session));
    } else {
      server.setPublickeyAuthenticator((user, key, session) -> rememberFingerprint(key, session));
      server.setKeyboardInteractiveAuthenticator(new EmptyChallenge());
      ways.add(new GuestAuthFactory());
    }
    ways.add(UserAuthPublicKeyFactory.INSTANCE);
    if (rules.authorizedKeys() == null) ways.add(UserAuthKeyboardInteractiveFactory.INSTANCE);
    server.setUserAuthFactories(ways);
  }

  private static boolean rememberFingerprint(PublicKey key, ServerSession session) {
    // who comes with a certificate is who they are without it
    PublicKey own = key instanceof OpenSshCertificate certified ? certified.getCertPubKey() : key;
    session.setAttribute(KEY_FINGERPRINT, KeyUtils.getFingerPrint(BuiltinDigests.sha256, own));
    return true;
  }

  /** "none", for those whose name says that they want to stay unknown. */
  private static final class GuestAuthFactory extends UserAuthNoneFactory {
    @Override
    public org.apache.sshd.server.auth.UserAuthNone createUserAuth(ServerSession session) {
      return new org.apache.sshd.server.auth.UserAuthNone() {
        @Override
        public Boolean doAuth(org.apache.sshd.common.util.buffer.Buffer buffer, boolean init) {
          if (!isGuest(getUsername())) return false;
          // a key that was only asked about is nobody's name
          getServerSession().removeAttribute(KEY_FINGERPRINT);
          return true;
        }
      };
    }

    private static boolean isGuest(String user) {
      return user.equals("guest") || user.equals("anonymous") || user.equals("anyone");
    }
  }

  /** A challenge without questions: the client answers it without asking its reader. */
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
      // a key that was only asked about, and never proven, is nobody's name
      session.removeAttribute(KEY_FINGERPRINT);
      return true;
    }
  }
}
