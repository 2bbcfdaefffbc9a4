package lectern.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import lectern.Gen;
import lectern.Property;
import org.junit.jupiter.api.Test;

class SanitizerTest {
  @Test
  void harmlessTextStaysTheSameObject() {
    String text = "plain, naïve, 日本語, 👩‍🔬, e\u0301, soft\u00adhyphen";
    assertSame(text, Sanitizer.sanitize(text));
  }

  @Test
  void escapesLoseTheirTeeth() {
    assertEquals("]52;c;aGk=", Sanitizer.sanitize("\u001b]52;c;aGk=\u0007"));
    assertEquals("[31mred", Sanitizer.sanitize("\u001b[31mred"));
    assertEquals("31mred", Sanitizer.sanitize("\u009b31mred"));
    assertEquals("ab", Sanitizer.sanitize("a\u007fb"));
  }

  @Test
  void bidirectionalControlsGo() {
    assertEquals("abcd", Sanitizer.sanitize("a\u202eb\u2066c\u200fd"));
  }

  @Test
  void lineBreaksAndTabsBecomeSpaces() {
    assertEquals("a b c d", Sanitizer.sanitize("a\tb\nc\u2028d"));
    assertEquals("a b", Sanitizer.sanitize("a\r\nb"));
  }

  @Test
  void loneSurrogatesAreReplaced() {
    assertEquals("a\ufffdb", Sanitizer.sanitize("a\ud800b"));
    assertEquals("\ufffd", Sanitizer.sanitize("\udc00"));
    assertEquals("😀", Sanitizer.sanitize("😀"));
  }

  @Test
  void tagCharactersOfAFlagStay() {
    String scotland =
        "\ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc73\udb40\udc63\udb40\udc74\udb40\udc7f";
    assertEquals(scotland, Sanitizer.sanitize(scotland));
  }

  @Test
  void nothingHarmfulIsLeft() {
    Property.check(
        Gen::text,
        text -> assertFalse(Sanitizer.sanitize(text).codePoints().anyMatch(Sanitizer::isUnsafe)));
  }

  @Test
  void cleaningTwiceIsCleaningOnce() {
    Property.check(
        Gen::text,
        text -> {
          String once = Sanitizer.sanitize(text);
          assertSame(once, Sanitizer.sanitize(once));
        });
  }

  @Test
  void spansAreCleanWhoeverMakesThem() {
    Property.check(
        Gen::text,
        text -> {
          Span span = new Span(text, RoleSet.NONE, text);
          assertEquals(Sanitizer.sanitize(text), span.text());
          assertEquals(Sanitizer.sanitize(text), span.href());
        });
  }
}
