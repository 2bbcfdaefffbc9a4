package lectern.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UriSchemeTest {
  @ParameterizedTest
  @CsvSource({
    "https://example.org, https",
    "MAILTO:a@b.example, mailto",
    "git+ssh://host/repo, git+ssh",
    "javascript:alert(1), javascript",
    "two.md, ''",
    "a/b:c, ''",
    "#a:b, ''",
    "?a=b:c, ''",
    "part 1: intro.md, ''",
    "12:30, ''",
    "C:\\posts\\a.md, ''",
    ":x, ''",
  })
  void theSchemeIsWhatStandsBeforeTheColonOfAnAbsoluteAddress(String address, String scheme) {
    assertEquals(scheme, UriScheme.of(address));
  }

  @Test
  void onlyTheWebAndMailAreFollowed() {
    assertTrue(UriScheme.isFollowed("http"));
    assertTrue(UriScheme.isFollowed("https"));
    assertTrue(UriScheme.isFollowed("mailto"));
    assertFalse(UriScheme.isFollowed("javascript"));
    assertFalse(UriScheme.isFollowed("file"));
    assertFalse(UriScheme.isFollowed(""));
  }
}
