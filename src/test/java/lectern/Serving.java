package lectern;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import lectern.Program.Said;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A folder that is served, and OpenSSH's client to read it with. */
abstract class Serving {
  @TempDir Path home;
  Process server;
  int port;

  /** What it has said: one line an event. */
  Path log;

  String hostKey;

  @BeforeEach
  void write() throws IOException {
    assumeTrue(Program.has("ssh") && Program.has("ssh-keygen"), "there is no OpenSSH here");
    Path posts = Files.createDirectories(home.resolve("posts"));
    Program.post(
        posts,
        "one.md",
        "---\ntitle: First\npubDate: 2026-01-02\ntags: [ops]\n---\n\n"
            + "Paragraph with words.\n\n".repeat(60)
            + "```sh\necho hi\n```\n");
    Program.post(posts, "two.md", "---\ntitle: Second\npubDate: 2026-01-01\n---\n\nText.\n");
    Program.post(posts, "hidden.md", "---\ntitle: Hidden\ndraft: true\n---\n\nNot yet.\n");
    Program.post(home, "outside.md", "# Outside\n");
    Files.createSymbolicLink(posts.resolve("link.md"), home.resolve("outside.md"));
  }

  @AfterEach
  void stop() throws InterruptedException {
    if (server == null) return;
    server.destroy();
    if (!server.waitFor(8, TimeUnit.SECONDS)) server.destroyForcibly();
  }

  void serve(String... options) throws Exception {
    List<String> words =
        new ArrayList<>(List.of("serve", "-C", home.resolve("posts").toString(), "--port", "0"));
    words.addAll(List.of(options));
    folders(words.toArray(new String[0]));
  }

  /** With all words as they are given. */
  void folders(String... words) throws Exception {
    log = Files.createTempFile(home, "serve", ".log");
    server = Program.in(home, words).start(log);
    listening();
  }

  /** Waits until it says where it listens. */
  void listening() throws Exception {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    String text = "";
    while (!text.contains("read it with") && server.isAlive() && System.nanoTime() < until) {
      server.waitFor(50, TimeUnit.MILLISECONDS);
      text = Files.readString(log);
    }
    assertTrue(text.contains(" port "), text);
    int at = text.indexOf(" port ") + 6;
    port = Integer.parseInt(text.substring(at, text.indexOf('\n', at)).strip());
    hostKey =
        text.substring(text.indexOf("host key ") + 9, text.indexOf('\n', text.indexOf("host key ")))
            .strip();
  }

  String ssh(String options) {
    return "ssh -F /dev/null -p "
        + port
        + " -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -o LogLevel=ERROR -o"
        + " IdentityFile=none "
        + options
        + " 127.0.0.1 ";
  }

  Said shell(String line) throws Exception {
    return Program.shell(home, line).env("SSH_AUTH_SOCK", null).run();
  }

  /** Types keys into a screen of 80×24 over a real pty; what came back. */
  String typed(String options, String... keys) throws Exception {
    StringBuilder line = new StringBuilder("(sleep 1.5; ");
    for (String key : keys) line.append("printf '").append(key).append("'; sleep 0.5; ");
    line.append(") | ").append(ssh("-tt " + options)).append(" 2>&1");
    return shell(line.toString()).out();
  }
}
