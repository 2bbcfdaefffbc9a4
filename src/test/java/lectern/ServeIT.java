package lectern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import lectern.Program.Said;
import org.junit.jupiter.api.Test;

/** {@code lectern serve} and OpenSSH's client. */
class ServeIT extends Serving {
  @Test
  void commandsWithoutAScreen() throws Exception {
    serve();
    Said list = shell(ssh("") + "list");
    assertEquals(0, list.code(), list.err());
    assertTrue(
        list.out().contains("First")
            && !list.out().contains("Hidden")
            && !list.out().contains("Outside"),
        list.out());
    assertEquals("1  ops\n", shell(ssh("") + "tags").out());
    assertEquals("hi\n", shell(ssh("") + "show one --code 1 | sh").out());
    assertTrue(shell(ssh("") + "'show \"one\"'").out().startsWith("First\n"));
    assertTrue(shell(ssh("") + "help").out().contains("ssh HOST show POST"));
    Said none = shell(ssh("") + "show nothing");
    assertEquals(1, none.code());
    assertTrue(none.err().contains("no such post"), none.err());
    assertEquals(2, shell(ssh("") + "list --nonsense").code());
    assertTrue(shell(ssh("-T") + "< /dev/null").out().contains("First"));
    assertTrue(shell("yes | " + ssh("") + "show two").out().contains("Text."));
  }

  @Test
  void whatIsTooMuchIsSaid() throws Exception {
    serve();
    Said piped = shell(ssh("") + "'list | cat'");
    assertEquals(2, piped.code());
    assertTrue(piped.err().contains("takes no \"|\""), piped.err());
    assertEquals(2, shell(ssh("") + "list -C /etc").code());
    Said longest = shell(ssh("") + "show $(head -c 9000 /dev/zero | tr '\\0' a)");
    assertEquals(2, longest.code());
    assertTrue(longest.err().contains("too long"), longest.err());
    String help = shell(ssh("") + "help").out();
    assertTrue(help.contains("ssh HOST show POST..."), help);
    assertFalse(help.contains("serve") || help.contains("config") || help.contains("-C"), help);
    assertEquals(2, shell(ssh("") + "help config").code());
    assertEquals(shell(ssh("") + "list").out(), shell(ssh("") + "lectern").out());
    assertEquals("First", shell(ssh("-o SetEnv=COLUMNS=9") + "show one").out().split("\n")[0]);
    for (String line : shell(ssh("-o SetEnv=COLUMNS=9") + "show two").out().split("\n"))
      assertTrue(line.length() <= 10, line);
  }

  @Test
  void severalFoldersAreReadAsOne() throws Exception {
    Program.post(home.resolve("more"), "other.md", "---\ntitle: Other\n---\n\nElsewhere.\n");
    Program.post(
        home.resolve(".config/lectern"),
        "config.yaml",
        "posts:\n  - " + home.resolve("posts") + "\n  - " + home.resolve("more") + "\n");
    folders("serve", "--port", "0");
    assertTrue(shell(ssh("") + "list").out().contains("Other"));
    assertTrue(shell(ssh("") + "show other").out().contains("Elsewhere."));
    assertTrue(shell(ssh("") + "show one").out().contains("Paragraph with words."));
    assertTrue(typed("", "/other\\r\\r", "Q").contains("Elsewhere."));
    assertNotEquals(0, shell(ssh("") + "show link").code());
  }

  @Test
  void oneReaderOnStandardInputAndOutput() throws Exception {
    String serve = "$LECTERN serve --stdio -C posts";
    Said code = shell("SSH_ORIGINAL_COMMAND='show one --code 1' " + serve);
    assertEquals("hi\n", shell("SSH_ORIGINAL_COMMAND='show one --code 1' " + serve + "|sh").out());
    assertEquals(0, code.code());
    assertTrue(shell(serve + " < /dev/null").out().contains("First"));
    for (String command : new String[] {"sh", "list; id", "check", "read", "scp -t x"})
      assertEquals(127, shell("SSH_ORIGINAL_COMMAND='" + command + "' " + serve).code(), command);
    for (String post : new String[] {"../outside.md", "link", "hidden", "posts/one.md"})
      assertEquals(1, shell("SSH_ORIGINAL_COMMAND='show " + post + "' " + serve).code(), post);
    assumeTrue(Program.has("script"), "there is no script here");
    shell("ssh-keygen -q -t ed25519 -N '' -f id; echo \"publickey $(cat id.pub)\" > auth");
    String screen =
        "(sleep 2; printf '\\r'; sleep 1; printf e; sleep 1; printf qQ) | SSH_USER_AUTH=auth"
            + " EDITOR=touch script -qec \"$LECTERN serve --stdio -C posts\" /dev/null";
    Said seen = shell(screen);
    assertEquals(0, seen.code(), seen.out());
    assertTrue(seen.out().contains("Paragraph with words."), seen.out());
    assertTrue(seen.out().contains("only where they lie"), "no editor is opened");
    assertFalse(seen.out().contains("Nothing is kept"), "the key is known");
    String name = shell("ssh-keygen -lf id.pub | cut -d' ' -f2").out().strip();
    String folder = name.replace("SHA256:", "").replace('/', '_').replace('+', '-');
    assertTrue(Files.isDirectory(home.resolve(".local/state/lectern/readers/" + folder)), name);
  }

  @Test
  void alsoWhomOpenSshLetInIsLetGo() throws Exception {
    assumeTrue(Program.has("script"), "there is no script here");
    String serve = "script -qec \"$LECTERN serve --stdio -C posts ";
    String idle = shell("(sleep 1; printf j; sleep 5) | " + serve + "--idle 2s\" /dev/null").out();
    assertTrue(idle.contains("nothing was typed for a while"), idle);
    assertTrue(idle.contains("\u001b[?1049l"), idle);
    String typing = "(for i in 1 2 3 4; do sleep 1; printf j; done) | ";
    String most = shell(typing + serve + "--idle 2s --max-time 3s\" /dev/null").out();
    assertTrue(most.contains("this was a long visit"), most);
  }

  @Test
  void nothingElseExists() throws Exception {
    serve();
    for (String command :
        new String[] {
          "sh",
          "'cat /etc/passwd'",
          "scp -t x",
          "git-upload-pack x",
          "read",
          "check",
          "serve",
          "'list; id'",
          "config"
        }) {
      Said said = shell(ssh("") + command);
      assertNotEquals(0, said.code(), command);
      assertFalse(said.out().contains("root:"), command);
    }
    assertNotEquals(0, shell(ssh("") + "show ../outside.md").code());
    assertNotEquals(0, shell(ssh("") + "show link").code());
    assertNotEquals(0, shell(ssh("") + "show hidden").code());
    assertFalse(shell(ssh("") + "list --drafts").out().contains("Hidden"));
    Said hidden = shell(ssh("") + "show hid --drafts");
    assertFalse((hidden.out() + hidden.err()).contains("hidden"), hidden.err());
    String drafts = typed("", "D", "q");
    assertFalse(drafts.contains("Hidden") || drafts.contains("Drafts are shown"), drafts);
    assertTrue(drafts.contains("up to the owner"), drafts);
    assertFalse(typed("", "?", "q", "q").contains("or hide drafts"), "not in the help");
    assertFalse(shell(ssh("") + "'list -C /etc'").out().contains("passwd"));
    assertNotEquals(
        0,
        shell(
                "echo quit | sftp -F /dev/null -P "
                    + port
                    + " -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null 127.0.0.1")
            .code());
    assertNotEquals(0, shell("timeout 10 " + ssh("-W 127.0.0.1:" + port)).code());
    assertNotEquals(
        0, shell("timeout 10 " + ssh("-N -o ExitOnForwardFailure=yes -R 0:127.0.0.1:1")).code());
  }

  @Test
  void aScreenForReading() throws Exception {
    serve("--name", "The quiet room");
    String seen = typed("", "\\r", "j", "q", "q");
    assertTrue(seen.contains("The quiet room"), "what the place is called");
    assertTrue(seen.contains("First") && seen.contains("Paragraph with words."), seen);
    assertTrue(
        seen.contains("\u001b[?1049h") && seen.contains("\u001b[?1049l"),
        "the screen was given back");
    assertTrue(seen.contains("Nothing is kept"), "who comes without a key is told so");
  }

  @Test
  void aKeyIsAnIdentityAndItsPlaceIsKeptOverARestart() throws Exception {
    serve();
    shell("ssh-keygen -q -t ed25519 -N '' -f id");
    String key = "-o IdentitiesOnly=yes -i " + home.resolve("id");
    String first = typed(key, "\\r", "20j", "q", "q");
    assertFalse(first.contains("Nothing is kept"), first);
    String before = hostKey;
    stop();
    serve();
    assertEquals(before, hostKey);
    String again = typed(key, "\\r", "q", "q");
    assertTrue(Files.isDirectory(home.resolve(".local/state/lectern/readers")));
    assertTrue(again.contains("Where you left it"), again);
  }

  @Test
  void onlyTheKeysThatAreNamed() throws Exception {
    shell(
        "ssh-keygen -q -t ed25519 -N '' -f id; ssh-keygen -q -t ed25519 -N '' -f other; cp id.pub"
            + " known");
    serve("--authorized-keys", home.resolve("known").toString());
    assertEquals(0, shell(ssh("-o IdentitiesOnly=yes -i id") + "list").code());
    assertEquals(255, shell(ssh("-o IdentitiesOnly=yes -i other") + "list").code());
    assertEquals(255, shell(ssh("-o BatchMode=yes -l guest") + "list").code());
  }

  @Test
  void guestsComeInWithoutAnyQuestion() throws Exception {
    serve();
    assertEquals(0, shell(ssh("-o BatchMode=yes -l guest") + "list").code());
    assertEquals(0, shell(ssh("") + "list < /dev/null").code());
  }

  @Test
  void fullIsSaid() throws Exception {
    serve("--max-readers", "1");
    String line =
        "(sleep 6; printf qq) | "
            + ssh("-tt")
            + " >/dev/null 2>&1 & sleep 2; "
            + ssh("")
            + "list; code=$?; wait; exit $code";
    Said said = shell(line);
    assertEquals(1, said.code());
    assertTrue(said.err().contains("full, come again"), said.err());
  }

  @Test
  void whoeverTypesNothingIsLetGoWithAWord() throws Exception {
    serve("--idle", "2s");
    Said said = shell("sleep 8 | " + ssh("-tt") + " 2>&1");
    assertTrue(said.out().contains("\u001b[?1049l"), said.out());
    assertTrue(said.out().contains("nothing was typed"), said.out());
    assertTrue(Files.readString(log).contains("reason=idle"), "and it is said why");
  }

  @Test
  void aServerThatStopsGivesScreensBack() throws Exception {
    serve();
    String line =
        "(sleep 8) | "
            + ssh("-tt")
            + " > screen 2>&1 & sleep 2.5; kill -TERM "
            + server.pid()
            + "; wait %1; cat screen";
    Said said = shell("set -m; " + line);
    assertTrue(said.out().contains("\u001b[?1049l"), said.out());
    assertTrue(said.out().contains("stopping"), said.out());
    assertTrue(server.waitFor(6, TimeUnit.SECONDS));
  }

  @Test
  void oddWindowsAndTerminals() throws Exception {
    serve();
    for (String size : new String[] {"1 1", "1000 1000", "0 0"}) {
      String[] parts = size.split(" ");
      String line =
          "script -qec \"stty rows "
              + parts[0]
              + " cols "
              + parts[1]
              + "; "
              + ssh("-tt")
              + "\" /dev/null";
      if (Program.has("script"))
        assertEquals(0, shell("(sleep 2; printf qqQ; sleep 1) | " + line).code(), size);
    }
    for (String term : new String[] {"dumb", "vt100", "xterm-kitty", "no-such-terminal"}) {
      Said said =
          Program.shell(home, "(sleep 1.5; printf 'qQ') | " + ssh("-tt") + " 2>&1")
              .env("TERM", term)
              .run();
      assertEquals(0, said.code(), term + said.out());
    }
  }

  @Test
  void garbageAndSilenceHurtNobody() throws Exception {
    serve();
    List<Socket> silent = new ArrayList<>();
    for (int i = 0; i < 20; i++) silent.add(new Socket("127.0.0.1", port));
    try (Socket garbage = new Socket("127.0.0.1", port)) {
      garbage.getOutputStream().write(new byte[100_000]);
    } catch (IOException closed) {
      // that is what should happen
    }
    assertEquals(0, shell(ssh("") + "list").code());
    for (Socket socket : silent) socket.close();
  }

  @Test
  void aBalancerTellsTheRealAddress() throws Exception {
    serve("--proxy-from", "127.0.0.1/32");
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(10_000);
      OutputStream out = socket.getOutputStream();
      out.write(
          "PROXY TCP4 192.0.2.7 192.0.2.1 5555 22\r\nSSH-2.0-test\r\n"
              .getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      assertEquals("SSH-2.0-lectern", new String(in.readNBytes(15), StandardCharsets.US_ASCII));
    }
    assertEquals(0, shell(ssh("") + "list").code(), "and who comes without the line is let in too");
  }

  @Test
  void theFourSignals() throws Exception {
    int free;
    try (java.net.ServerSocket probe = new java.net.ServerSocket(0)) {
      free = probe.getLocalPort();
    }
    serve("--metrics", "127.0.0.1:" + free);
    shell(ssh("") + "list");
    typed("", "j", "q");
    String metrics = get(free, "/metrics");
    for (String name :
        new String[] {
          "lectern_readers ",
          "lectern_readers_limit ",
          "lectern_key_to_frame_seconds_bucket",
          "lectern_login_to_first_frame_seconds_bucket",
          "lectern_logins_total ",
          "lectern_keys_total ",
          "lectern_commands_total",
          "lectern_sent_bytes_total ",
          "lectern_errors_total",
          "lectern_refused_total",
          "lectern_output_held_bytes ",
          "jvm_memory_used_bytes",
          "jvm_threads_live_threads"
        }) {
      assertTrue(metrics.contains(name), name);
    }
    assertEquals("ok\n", get(free, "/healthz"));
    assertEquals("ready\n", get(free, "/readyz"));
    if (Program.has("promtool")) {
      Files.writeString(home.resolve("metrics"), metrics);
      Said said = shell("promtool check metrics < metrics");
      assertEquals(0, said.code(), said.out() + said.err());
    }
    Files.move(home.resolve("posts"), home.resolve("away"));
    for (int i = 0; i < 50 && get(free, "/readyz").equals("ready\n"); i++) Thread.sleep(100);
    assertEquals("the posts cannot be read\n", get(free, "/readyz"));
    assertTrue(shell(ssh("") + "list").out().contains("First"), "the list stays");
    Files.move(home.resolve("away"), home.resolve("posts"));
    List<Socket> slow = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      slow.add(new Socket("127.0.0.1", free));
      slow.getLast().getOutputStream().write("GET /met".getBytes(StandardCharsets.US_ASCII));
    }
    assertEquals("ok\n", get(free, "/healthz"), "whoever asks slowly holds nobody up");
    for (Socket socket : slow) socket.close();
  }

  private static String get(int port, String path) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
      return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
  }

  @Test
  void aDraftIsOneAlsoWhereItsFrontMatterIsBroken() throws Exception {
    Path posts = home.resolve("posts");
    Program.post(posts, "a.md", "---\ntitle: Secret: plan\ndraft: true\n---\n\nText.\n");
    Program.post(posts, "b.md", "+++\ntitle = \"x\n draft=true # yet\n+++\n\nText.\n");
    Program.post(posts, "c.md", "---\n\"published\": \"no\"\ntags: [a\n---\n\nText.\n");
    Program.post(posts, "d.md", "---\ntitle: x\nDraft: yes\n\nIt never ends.\n");
    Program.post(posts, "_drafts/e.md", "---\ntitle: [a\n---\n\nText.\n");
    Program.post(posts, "f.md", "---\ntitle: [a\n---\n\ndraft: true is what drafts say.\n");
    serve();
    String list = shell(ssh("") + "list --tsv").out();
    assertEquals(3, list.split("\n").length, list);
    assertTrue(list.contains("f.md"), "what is only broken is shown");
    for (String slug : new String[] {"a", "b.md", "c", "d", "e", "_drafts/e"})
      assertEquals(1, shell(ssh("") + "show " + slug).code(), slug);
    stop();
    serve("--drafts");
    assertEquals(9, shell(ssh("") + "list --tsv --drafts").out().split("\n").length);
  }

  @Test
  void whatAServerCannotStartWithIsSaidInASentence() throws Exception {
    Files.writeString(home.resolve("bad"), "no key");
    for (String[] words :
        new String[][] {
          {"--host-key bad", "bad: is no host key that can be read"},
          {"--host-key posts", "posts: is no host key that can be read"},
          {"--host-key /proc/none/key", "there is no folder to keep the host key in"},
          {"--authorized-keys posts", "posts: cannot be read; name a file of keys"},
          {"--authorized-keys none", "none: cannot be read; name a file of keys"}
        }) {
      Said said = shell("timeout 20 $LECTERN serve -C posts --port 0 " + words[0]);
      assertEquals(1, said.code(), words[0]);
      assertTrue(said.err().contains(words[1]), said.err());
      assertEquals(1, said.err().split("\n").length, said.err());
    }
    assertEquals("no key", Files.readString(home.resolve("bad")));
  }

  @Test
  void aServerReadsOnWhenItIsBuiltAnew() throws Exception {
    Path app = home.resolve("copy/target/app");
    shell("mkdir -p copy/src/main && cp -r " + Program.ROOT + "/scripts copy/");
    shell(
        "cp "
            + Program.ROOT
            + "/pom.xml copy/; mkdir copy/target; cp -rp "
            + Program.ROOT.resolve("target/app")
            + " copy/target/ && touch -r copy/target/app/run copy/pom.xml copy/src/main");
    log = home.resolve("copied.log");
    server = Program.shell(home, "exec copy/scripts/lectern serve -C posts --port 0").start(log);
    listening();
    // as the build does with the new jar; this one is none, so that whoever reads it would fall
    Files.writeString(home.resolve("new.jar"), "none");
    Said built =
        shell(
            ". copy/target/app/run; \"$java\" -cp "
                + Program.ROOT.resolve("target/app/lectern.jar")
                + ":"
                + Program.ROOT.resolve("target/aot-classes")
                + " lectern.aot.AotTrainer copy/target/app new.jar");
    assertEquals("none", Files.readString(app.resolve("lectern.jar")), built.err());
    shell("rm -r copy/target/app/texts");
    assertEquals("hi\n", shell(ssh("") + "show one --code 1 | sh").out());
    assertTrue(typed("", "\\r", "T", "j", "\\r", "q", "q").contains("Paragraph with words."));
    assertFalse(Files.readString(log).contains("event=error"), Files.readString(log));
  }

  @Test
  void aNewPostAppears() throws Exception {
    serve();
    Program.post(home.resolve("posts"), "three.md", "---\ntitle: Third\n---\n\nNew.\n");
    Said said =
        shell(
            "for i in 1 2 3 4 5 6 7 8 9 10; do "
                + ssh("")
                + "list | grep Third && exit 0; sleep 0.5; done; exit 1");
    assertEquals(0, said.code());
  }
}
