package lectern.ssh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;

/**
 * The Ed25519 host key of a server, kept in a file.
 *
 * @param fingerprint {@code SHA256:…}
 */
record HostKey(SimpleGeneratorHostKeyProvider provider, String fingerprint) {
  private static final String REMEDY = "; name another file with --host-key";

  /**
   * Reads the key, or generates it when there is no such file.
   *
   * @throws IOException a sentence, when it can be neither read nor kept
   */
  static HostKey load(Path path) throws IOException {
    Path file = path.toAbsolutePath();
    try {
      Files.createDirectories(file.getParent());
    } catch (IOException e) {
      throw new IOException(file + ": there is no folder to keep the host key in" + REMEDY, e);
    }
    boolean existed = Files.exists(file);
    HostKey key = read(path, file);
    // a key that cannot be read or kept would be generated at each start, and readers warned
    if (!key.fingerprint.equals(read(path, file).fingerprint)) {
      String why = existed ? ": is no host key that can be read" : ": the host key cannot be kept";
      throw new IOException(file + why + REMEDY);
    }
    return key;
  }

  private static HostKey read(Path named, Path file) throws IOException {
    SimpleGeneratorHostKeyProvider provider = new SimpleGeneratorHostKeyProvider(file);
    provider.setAlgorithm("EdDSA");
    provider.setOverwriteAllowed(false);
    try {
      return new HostKey(
          provider,
          KeyUtils.getFingerPrint(
              BuiltinDigests.sha256, provider.loadKeys(null).getFirst().getPublic()));
    } catch (RuntimeException e) {
      throw new IOException(named + ": the host key cannot be read: " + e.getMessage(), e);
    }
  }
}
