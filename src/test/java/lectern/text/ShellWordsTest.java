package lectern.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.List;
import lectern.Gen;
import lectern.Property;
import org.junit.jupiter.api.Test;

class ShellWordsTest {
  @Test
  void asAShellWouldSplitWithoutItsPowers() {
    assertEquals(List.of("show", "one", "--code", "1"), ShellWords.split("show one  --code 1 "));
    assertEquals(List.of("show", "a b", "c"), ShellWords.split("show \"a b\" c"));
    assertEquals(List.of("show", "a\"b"), ShellWords.split("show 'a\"b'"));
    assertEquals(List.of("show", "a b"), ShellWords.split("show a\\ b"));
    assertEquals(List.of("show", "a\"b"), ShellWords.split("show \"a\\\"b\""));
    assertEquals(List.of("show", ""), ShellWords.split("show ''"));
    assertEquals(List.of("$(id)", ";", "|", "`x`", "*"), ShellWords.split("$(id) ; | `x` *"));
    assertEquals(List.of(), ShellWords.split("   "));
  }

  @Test
  void anythingSplits() {
    Property.check(
        Gen::text,
        command -> {
          for (String word : ShellWords.split(command)) assertNotNull(word);
        });
  }
}
