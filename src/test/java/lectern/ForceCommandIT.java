package lectern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import lectern.Program.Said;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code lectern serve --stdio} as the only thing that OpenSSH's server gives to a user. */
class ForceCommandIT extends Serving {
  private static final Path SSHD = Path.of("/usr/sbin/sshd");
  private static final String KEY = "-o IdentitiesOnly=yes -i id";

  @BeforeEach
  void listen() throws Exception {
    if (!Files.isExecutable(SSHD)) System.out.println("skipped: there is no " + SSHD + " here");
    assumeTrue(Files.isExecutable(SSHD), "there is no server of OpenSSH here");
    shell("ssh-keygen -q -t ed25519 -N '' -f host; ssh-keygen -q -t ed25519 -N '' -f id");
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Files.writeString(
        home.resolve("sshd.conf"),
        "Port "
            + port
            + "\nListenAddress 127.0.0.1\nStrictModes no\nPidFile none\nPermitRootLogin yes\n"
            + "PasswordAuthentication no\nKbdInteractiveAuthentication no\nExposeAuthInfo yes\n"
            + "DisableForwarding yes\nPermitUserRC no\nPermitTTY yes\nHostKey "
            + home.resolve("host")
            + "\nAuthorizedKeysFile "
            + home.resolve("id.pub")
            + "\nForceCommand HOME="
            + home
            + " "
            + Program.LAUNCHER
            + " serve --stdio -C "
            + home.resolve("posts")
            + "\n");
    log = home.resolve("sshd.log");
    server =
        Program.shell(home, "mkdir -p /run/sshd 2>/dev/null; exec " + SSHD + " -D -e -f sshd.conf")
            .start(log);
    for (int i = 0; i < 100 && !Files.readString(log).contains("listening on"); i++)
      Thread.sleep(50);
    Said first = shell(ssh(KEY) + "tags");
    // an account without a password may be closed altogether, where sshd does not ask PAM
    assumeTrue(first.code() != 255, first.err() + Files.readString(log));
    assertEquals("1  ops\n", first.out());
  }

  @Test
  void commandsAndNothingElse() throws Exception {
    assertEquals("hi\n", shell(ssh(KEY) + "show one --code 1 | sh").out());
    assertTrue(shell(ssh("-T " + KEY) + "< /dev/null").out().contains("First"));
    assertTrue(shell("yes | " + ssh(KEY) + "show two").out().contains("─"), "in UTF-8");
    assertTrue(shell(ssh("-tt " + KEY) + "show two").out().contains("Text."));
    assertEquals(1, shell(ssh(KEY) + "show nothing").code());
    assertEquals(1, shell(ssh(KEY) + "show hidden").code());
    for (String command : new String[] {"sh", "'list; id'", "'$(id)'", "check", "scp -t x"})
      assertTrue(shell(ssh(KEY) + command).code() > 1, command);
    assertEquals(255, shell("timeout 10 " + ssh("-W 127.0.0.1:" + port + " " + KEY)).code());
  }

  @Test
  void aScreenWhosePlaceIsKeptAlsoWhenTheLineIsCut() throws Exception {
    String cut =
        "set -m; (sleep 2; printf '\\r'; sleep 1; printf '\\032'; sleep 1; printf 30j; sleep 9) | "
            + ssh("-tt " + KEY)
            + " > seen 2>&1 & sleep 6; kill -9 -- -$!; cat seen";
    String seen = shell(cut).out();
    assertTrue(seen.contains("Paragraph with words."), seen);
    assertTrue(seen.contains("nothing to suspend to"), seen);
    assertFalse(seen.contains("Nothing is kept"), "the key is known");
    String left = "ps -eo args | grep -c '[s]tdio -C " + home + "'";
    for (int i = 0; i < 50 && !shell(left).out().equals("0\n"); i++)
      TimeUnit.MILLISECONDS.sleep(100);
    assertEquals("0\n", shell(left).out(), "nobody is left behind");
    String again = typed(KEY, "\\r", "q", "q");
    assertTrue(again.contains("Where you left it"), again);
    assertTrue(again.contains("\u001b[?1049l"), "the screen was given back");
  }
}
