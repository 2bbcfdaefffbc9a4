package lectern.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ShellWordsTest {
  @Test
  void asAShellWouldSplitWithoutItsPowers() {
    assertEquals(List.of("show", "one", "--code", "1"), ShellWords.of("show one  --code 1 "));
    assertEquals(List.of("show", "a b", "c"), ShellWords.of("show \"a b\" c"));
    assertEquals(List.of("show", "a\"b"), ShellWords.of("show 'a\"b'"));
    assertEquals(List.of("show", "a b"), ShellWords.of("show a\\ b"));
    assertEquals(List.of("show", "a\"b"), ShellWords.of("show \"a\\\"b\""));
    assertEquals(List.of("show", ""), ShellWords.of("show ''"));
    assertEquals(List.of("$(id)", ";", "|", "`x`", "*"), ShellWords.of("$(id) ; | `x` *"));
    assertEquals(List.of(), ShellWords.of("   "));
  }

  @Property
  void anythingSplits(@ForAll String command) {
    for (String word : ShellWords.of(command)) assertNotNull(word);
  }
}
