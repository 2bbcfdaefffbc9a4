package lectern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule finds the class that was made to break it. */
class RoomRulesTest {
  private static final Rooms ROOMS =
      rooms(Map.of("a", Set.of(), "b", Set.of(), "quiet", Set.of(), "circle", Set.of()));

  private static Rooms rooms(Map<String, Set<String>> mayUse) {
    return new Rooms(
        new ClassFileImporter().importPackages("lectern.roomsfixture"),
        new Rooms.Plan(
            "lectern.roomsfixture",
            mayUse,
            Map.of("org.commonmark.", Set.of("a")),
            Set.of("quiet"),
            Set.of("quiet.Prints")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"FullName", "Signature", "Constant", "MethodReference", "RecordPattern"})
  void aPackageThatMayNotBeUsedIsSeen(String name) {
    Map<String, Set<String>> strangers = ROOMS.strangers();
    assertEquals(Set.of("a -> b"), strangers.keySet());
    assertTrue(
        strangers.get("a -> b").stream()
            .anyMatch(place -> place.contains("lectern.roomsfixture.a." + name)),
        strangers.toString());
  }

  @Test
  void aPackageThatMayBeUsedOffendsNobody() {
    Map<String, Set<String>> mayUse = Map.of("a", Set.of("b"), "b", Set.of());
    assertEquals(Map.of(), rooms(mayUse).strangers());
  }

  @Test
  void aLibraryIsSeenOutsideThePackageThatOwnsIt() {
    assertEquals(Set.of("b -> org.commonmark."), ROOMS.foreignLibraries().keySet());
  }

  @Test
  void whatIsNotQuietIsSeen() {
    Set<String> loud = new TreeSet<>();
    for (String offender : ROOMS.loudRooms().keySet()) loud.add(offender.replace("quiet.", ""));
    assertEquals(
        """
        AsksForTheZone uses java.time.ZoneId.systemDefault
        Changes changes
        Draws uses java.util.Random.<init>
        FollowsLinks uses java.nio.file.Path.toRealPath
        KeepsState changes
        OpensAddress uses java.net.URI
        ReadsClock uses java.lang.System.currentTimeMillis
        ReadsDay uses java.time.LocalDate.now
        ReadsEnvironment uses java.lang.System.getenv
        ReadsFiles uses java.nio.file.Files
        ReadsWithScanner uses java.util.Scanner
        RefersToClock uses java.lang.System.nanoTime
        RunsInParallel uses java.util.List.parallelStream
        StartsPool uses java.util.concurrent.ScheduledThreadPoolExecutor
        StartsThread uses java.lang.Thread
        StartsThread uses java.lang.Thread$Builder$OfVirtual
        """,
        loud.stream().collect(Collectors.joining("\n", "", "\n")));
  }

  @Test
  void aCircleOfMoreClassesThanAllowedIsSeen() {
    assertEquals(
        Map.of(
            "a circle in circle", Set.of("3 classes: [circle.First, circle.Second, circle.Third]")),
        ROOMS.circles(2));
    assertEquals(Map.of(), ROOMS.circles(3));
  }

  @Test
  void aPlanThatGoesInACircleIsSeen() {
    Map<String, Set<String>> mayUse =
        Map.of("a", Set.of("b"), "b", Set.of("quiet"), "quiet", Set.of("a"), "circle", Set.of());
    assertEquals(Map.of("a cycle", Set.of("[a, b, quiet]")), rooms(mayUse).cyclesOfThePlan());
    assertEquals(Map.of(), ROOMS.cyclesOfThePlan());
  }

  @Test
  void aPackageThatThePlanDoesNotKnowIsSeen() {
    assertEquals(Set.of("b", "circle", "quiet"), rooms(Map.of("a", Set.of())).unplanned().keySet());
  }
}
