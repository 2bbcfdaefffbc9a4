package lectern.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class WordsTest {
  @Test
  void asAShellWouldSplitWithoutItsPowers() {
    assertEquals(List.of("show", "one", "--code", "1"), Words.of("show one  --code 1 "));
    assertEquals(List.of("show", "a b", "c"), Words.of("show \"a b\" c"));
    assertEquals(List.of("show", "a\"b"), Words.of("show 'a\"b'"));
    assertEquals(List.of("show", "a b"), Words.of("show a\\ b"));
    assertEquals(List.of("show", "a\"b"), Words.of("show \"a\\\"b\""));
    assertEquals(List.of("show", ""), Words.of("show ''"));
    assertEquals(List.of("$(id)", ";", "|", "`x`", "*"), Words.of("$(id) ; | `x` *"));
    assertEquals(List.of(), Words.of("   "));
  }

  @Property
  void anythingSplits(@ForAll String command) {
    for (String word : Words.of(command)) assertNotNull(word);
  }
}
