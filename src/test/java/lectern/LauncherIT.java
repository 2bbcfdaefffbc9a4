package lectern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import lectern.Program.Said;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher: links, spaces, two at once, and never an old class out of a cache. */
class LauncherIT {
  @TempDir Path home;

  @Test
  void throughALinkAndFromAPathWithSpaces() throws Exception {
    Path spaced = Files.createDirectories(home.resolve("a b"));
    Files.createSymbolicLink(spaced.resolve("le ctern"), Program.LAUNCHER);
    Said said = Program.shell(home, "cd / && \"$HOME/a b/le ctern\" --version").run();
    assertEquals("", said.err());
    assertTrue(said.out().startsWith("lectern "), said.out());
  }

  @Test
  void aChangedClassIsSeenAndNotTheCachedOne() throws Exception {
    copyProject("other place");
    String script =
        "cd 'other place' && mkdir -p new/lectern && printf '%s' 'package lectern; public final"
            + " class Main { public static void main(String[] a) { System.out.println(\"changed\");"
            + " } }' > new/lectern/Main.java && . target/app/run && \"${java%/java}/javac\" -d new"
            + " new/lectern/Main.java && scripts/lectern --version && sleep 1 &&"
            + " \"${java%/java}/jar\" uf target/app/lectern.jar -C new lectern/Main.class &&"
            + " scripts/lectern --version";
    Said said = Program.shell(home, script).run();
    assertTrue(said.out().endsWith("changed\n"), said.out() + said.err());
    assertTrue(said.out().startsWith("lectern "), said.out() + said.err());
  }

  @Test
  void itWorksWithoutTheCache() throws Exception {
    copyProject("bare");
    Said said =
        Program.shell(home, "rm bare/target/app/*.aot && bare/scripts/lectern --version").run();
    assertEquals("", said.err());
    assertTrue(said.out().startsWith("lectern "), said.out());
  }

  @Test
  void whatIsMissingIsSaidInOneSentence() throws Exception {
    Path bin = Files.createDirectories(home.resolve("bin"));
    for (String tool :
        new String[] {
          "sh", "dirname", "sed", "find", "head", "mkdir", "readlink", "cat", "tail", "rm"
        }) {
      Program.shell(home, "ln -s \"$(command -v " + tool + ")\" bin/").run();
    }
    copyProject("unbuilt");
    Said said =
        Program.shell(
                home, "rm -r unbuilt/target/app; PATH=$HOME/bin unbuilt/scripts/lectern --version")
            .env("JAVA_HOME", null)
            .run();
    assertEquals(1, said.code());
    assertEquals(1, said.err().strip().lines().count(), said.err());
    assertTrue(said.err().contains("is needed"), said.err());
    assertTrue(Files.isDirectory(bin));
  }

  @Test
  void twoAtOnceBuildOnce() throws Exception {
    Program.shell(
            home,
            "mkdir two && cp -r '"
                + Program.ROOT
                + "/pom.xml' '"
                + Program.ROOT
                + "/scripts' '"
                + Program.ROOT
                + "/src' two/")
        .run();
    String both =
        "two/scripts/lectern --version > one.out 2> one.err & two/scripts/lectern --version >"
            + " two.out 2> two.err; wait; cat one.out two.out; cat one.err two.err >&2";
    String repository = System.getProperty("user.home") + "/.m2";
    Said said =
        Program.shell(
                home,
                "ln -s '" + repository + "' .m2; export MAVEN_OPTS=-Duser.home=$HOME; " + both)
            .run();
    assertEquals(
        2,
        said.out().lines().filter(l -> l.startsWith("lectern ")).count(),
        said.out() + said.err());
    assertEquals(1, said.err().lines().filter(l -> l.contains("building")).count(), said.err());
  }

  @Test
  void aDamagedCacheIsPassedOverInSilence() throws Exception {
    copyProject("cut");
    Said said =
        Program.shell(
                home,
                "cd cut && head -c 1000000 target/app/print.aot > cut && cat cut >"
                    + " target/app/print.aot && scripts/lectern --version && : >"
                    + " target/app/print.aot && scripts/lectern --version")
            .run();
    assertEquals("", said.err());
    assertEquals(2, said.out().lines().filter(l -> l.startsWith("lectern ")).count(), said.out());
  }

  @Test
  void aLockLeftBehindIsTakenOverByOne() throws Exception {
    String done = "echo built >> builds; touch target/app/run";
    for (String left : new String[] {"", "echo 99999998 > target/.builder-maven;"}) {
      Said said =
          building(
                  done,
                  "rm -f builds; ln -s 99999999 target/.builder; "
                      + left
                      + " touch pom.xml; for i in 1 2 3; do scripts/lectern --version & done; wait;"
                      + " cat builds; ls -a target | grep builder")
              .run();
      assertEquals(1, said.out().lines().filter("built"::equals).count(), said.out() + said.err());
      assertEquals(3, said.out().lines().filter(l -> l.startsWith("lectern ")).count());
      assertEquals(4, said.out().lines().count(), said.out());
    }
  }

  @Test
  void aSignalEndsABuildAtOnceAndTheNextBuildsAnew() throws Exception {
    Said said =
        building(
                "echo $$ > maven; exec sleep 60",
                "touch pom.xml; scripts/lectern --version & p=$!; until [ -s maven ]; do sleep 0.1;"
                    + " done; kill $p; wait $p; echo $?; ls -a target | grep builder; i=0; while"
                    + " kill -0 $(cat maven) && [ $i -lt 100 ]; do sleep 0.1; i=$((i+1)); done;"
                    + " kill -0 $(cat maven) || echo gone")
            .run();
    assertEquals("143\ngone\n", said.out(), said.err());
  }

  @Test
  void aFailedBuildShowsItsEnd() throws Exception {
    Said said =
        building("echo '[ERROR] no such thing'; exit 1", "touch pom.xml; scripts/lectern --version")
            .run();
    assertEquals(1, said.code());
    assertEquals("", said.out());
    assertTrue(said.err().contains("build.log"), said.err());
    assertTrue(said.err().endsWith("[ERROR] no such thing\n"), said.err());
  }

  @Test
  void whatIsEditedDuringABuildIsBuiltAgainAndWhatIsFromTheFutureIsNot() throws Exception {
    String once =
        "echo built >> builds; [ -f edited ] || touch pom.xml edited; touch target/app/run";
    String thrice = "; for i in 1 2 3; do scripts/lectern --version; done; cat builds";
    Said edited = building(once, "touch pom.xml" + thrice).run();
    assertEquals(2, edited.out().lines().filter("built"::equals).count(), edited.out());
    Said future = building(once, "rm -f builds; touch -d '2 hours' pom.xml 2>&1" + thrice).run();
    assertEquals(1, future.out().lines().filter("built"::equals).count(), future.out());
  }

  /**
   * In a copy of the project, {@code mvn} being these lines of shell, which sleep a little first.
   */
  private Program building(String maven, String script) throws Exception {
    if (!Files.exists(home.resolve("built"))) copyProject("built");
    Path bin = Files.createDirectories(home.resolve("built/bin"));
    Path mvn = Files.writeString(bin.resolve("mvn"), "#!/bin/sh\nsleep 1\n" + maven + "\n");
    assertTrue(mvn.toFile().setExecutable(true));
    return Program.shell(home, "cd built && export PATH=\"$PWD/bin:$PATH\"; " + script);
  }

  private void copyProject(String name) throws Exception {
    String root = "'" + Program.ROOT + "'";
    String copy =
        "mkdir -p '"
            + name
            + "/target' '"
            + name
            + "/src/main' && cd '"
            + name
            + "' && cp -r "
            + root
            + "/scripts . && cp "
            + root
            + "/pom.xml . && cp -rp "
            + root
            + "/target/app target/ && touch -r target/app/run pom.xml src/main";
    assertEquals(0, Program.shell(home, copy).run().code());
  }
}
