package lectern.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import lectern.ssh.Client;
import lectern.ssh.ReaderService;
import lectern.terminal.Terminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForcedCommandTest {
  @TempDir Path folder;
  private final Map<String, String> env = new HashMap<>(Map.of("TERM", "xterm", "HOME", "/root"));
  private final List<String> errors = new ArrayList<>();
  private final List<Client> clients = new ArrayList<>();
  private final List<String> commands = new ArrayList<>();

  private final ReaderService service =
      new ReaderService() {
        @Override
        public String runScreen(Client client, Terminal terminal, Consumer<Throwable> failed) {
          throw new AssertionError("there is no terminal in this test");
        }

        @Override
        public int runCommand(
            List<String> args, Client client, int columns, OutputStream out, OutputStream err) {
          clients.add(client);
          commands.add(args + " " + columns);
          return 5;
        }

        @Override
        public boolean isReady() {
          return true;
        }
      };

  private int run(boolean tty, int columns) throws IOException {
    OutputStream none = OutputStream.nullOutputStream();
    Console console = new Console(env, false, tty, columns, none, none);
    return new ForcedCommand(service, console, errors::add, 1000, 2000).run();
  }

  @Test
  void theOriginalCommandIsRun() throws IOException {
    env.put("SSH_ORIGINAL_COMMAND", "show 'one post'");
    assertEquals(5, run(false, 120));
    assertEquals(List.of("[show, one post] 0"), commands);
    assertEquals(List.of(), errors);
    assertEquals(Map.of("TERM", "xterm"), clients.getFirst().env());
    assertEquals("stdio", clients.getFirst().address());
  }

  @Test
  void aTerminalHasColumns() throws IOException {
    env.put("SSH_ORIGINAL_COMMAND", "list");
    run(true, 120);
    run(true, 0);
    assertEquals(List.of("[list] 120", "[list] 80"), commands);
  }

  @Test
  void withoutATerminalTheScreenIsTheList() throws IOException {
    env.put("SSH_ORIGINAL_COMMAND", "lectern");
    run(false, 0);
    assertEquals(List.of("[list] 0"), commands);
    assertEquals(List.of("no screen here, so this is the list; ssh -t asks for a screen"), errors);
  }

  @Test
  void theKeyThatOpenSshHasProvenIsTheIdentity() throws IOException {
    // ssh-keygen -lf of this key
    String key = "AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f";
    Path file = Files.writeString(folder.resolve("auth"), "password\npublickey ssh-ed25519 " + key);
    env.put("SSH_USER_AUTH", file.toString());
    run(false, 0);
    assertEquals(
        "SHA256:ZkAslGjFiUHdGf/WUL8rQvkib4PTvQatUV0OUQSncCA", clients.getFirst().fingerprint());
  }

  @Test
  void aProofThatCannotBeReadIsSaid() throws IOException {
    env.put("SSH_USER_AUTH", folder.resolve("none").toString());
    env.put("SSH_ORIGINAL_COMMAND", "list");
    run(false, 0);
    assertEquals(
        List.of("who came in is not known: " + folder.resolve("none") + " cannot be read"), errors);
    assertEquals(null, clients.getFirst().fingerprint());
    Files.writeString(folder.resolve("none"), "publickey ssh-ed25519 ???\n");
    run(false, 0);
    assertEquals(2, errors.size());
  }
}
