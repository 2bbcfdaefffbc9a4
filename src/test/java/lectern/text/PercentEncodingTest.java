package lectern.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PercentEncodingTest {
  @Test
  void printableAsciiStays() {
    String address = "https://example.org/a?b=c#d%20e";
    assertSame(address, PercentEncoding.encode(address, ""));
  }

  @ParameterizedTest
  @CsvSource({"a b, a%20b", "ü, %c3%bc", "日本, %e6%97%a5%e6%9c%ac", "😀, %f0%9f%98%80"})
  void theRestIsEncodedAsUtf8(String text, String encoded) {
    assertEquals(encoded, PercentEncoding.encode(text, ""));
  }

  @Test
  void reservedCharactersAreEncodedToo() {
    assertEquals("a%23b%3fc%25d", PercentEncoding.encode("a#b?c%d", "%#?"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "100 %", "ü#?", "%zz", "日本/😀", ""})
  void decodingGivesBackWhatWasEncoded(String text) {
    assertEquals(text, PercentEncoding.decode(PercentEncoding.encode(text, "%#?")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"100%", "%", "%4", "%zz", "a+b"})
  void whatIsNoEncodingIsLeftAsItIs(String text) {
    assertEquals(text, PercentEncoding.decode(text));
  }
}
