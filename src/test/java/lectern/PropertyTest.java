package lectern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class PropertyTest {
  @Test
  void whatHoldsIsTriedAsOftenAsSaidAndAlwaysWithTheSameValues() {
    List<String> first = new ArrayList<>();
    List<String> second = new ArrayList<>();
    Property.check(200, Gen::text, first::add);
    Property.check(200, Gen::text, second::add);
    assertEquals(200, first.size());
    assertEquals(first, second);
    assertTrue(first.stream().distinct().count() > 150, "they differ");
  }

  @Test
  void aTextLosesWhatIsNotTheCause() {
    assertEquals("\":\"", simplest(Gen::text, text -> assertFalse(text.contains(":"))));
  }

  @Test
  void aNumberComesDownToTheFirstThatFails() {
    assertEquals("17", simplest(r -> r.nextInt(100_000), n -> assertTrue(n < 17)));
  }

  @Test
  void eventsThatDoNotMatterAreDropped() {
    Function<Random, List<String>> keys = r -> Gen.list(r, 60, s -> Gen.of(s, "j", "k", "q", "x"));
    assertEquals(
        "[q, x]",
        simplest(
            keys, list -> assertFalse(list.contains("q") && list.lastIndexOf("x") > 0, "both")));
  }

  @Test
  void anotherKindOfFailureIsNotTakenForTheFirst() {
    Property.Check<Integer> check =
        n -> {
          if (n < 5) throw new IllegalStateException("another");
          assertTrue(n < 40);
        };
    assertEquals("40", simplest(r -> r.nextInt(9_000), check));
  }

  @Test
  void theMessageNamesTheSeedAndTheCauseIsKept() {
    AssertionError error =
        assertThrows(
            AssertionError.class,
            () ->
                Property.check(
                    Gen::text,
                    text -> {
                      throw new java.io.IOException("out");
                    }));
    assertTrue(error.getMessage().startsWith("seed 1, simplest value \"\" "), error.getMessage());
    assertEquals("out", error.getCause().getMessage());
  }

  private static <T> String simplest(Function<Random, T> generator, Property.Check<T> check) {
    String message =
        assertThrows(AssertionError.class, () -> Property.check(generator, check)).getMessage();
    int at = message.indexOf("simplest value ") + 15;
    return message.substring(at, message.indexOf(" (", at));
  }
}
