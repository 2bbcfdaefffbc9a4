package lectern.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CleanTest {
  @Test
  void harmlessTextStaysTheSameObject() {
    String text = "plain, naïve, 日本語, 👩‍🔬, e\u0301, soft\u00adhyphen";
    assertSame(text, Clean.text(text));
  }

  @Test
  void escapesLoseTheirTeeth() {
    assertEquals("]52;c;aGk=", Clean.text("\u001b]52;c;aGk=\u0007"));
    assertEquals("[31mred", Clean.text("\u001b[31mred"));
    assertEquals("31mred", Clean.text("\u009b31mred"));
    assertEquals("ab", Clean.text("a\u007fb"));
  }

  @Test
  void bidirectionalControlsGo() {
    assertEquals("abcd", Clean.text("a\u202eb\u2066c\u200fd"));
  }

  @Test
  void lineBreaksAndTabsBecomeSpaces() {
    assertEquals("a b c d", Clean.text("a\tb\nc\u2028d"));
    assertEquals("a b", Clean.text("a\r\nb"));
  }

  @Test
  void loneSurrogatesAreReplaced() {
    assertEquals("a\ufffdb", Clean.text("a\ud800b"));
    assertEquals("\ufffd", Clean.text("\udc00"));
    assertEquals("😀", Clean.text("😀"));
  }

  @Test
  void tagCharactersOfAFlagStay() {
    String scotland =
        "\ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc73\udb40\udc63\udb40\udc74\udb40\udc7f";
    assertEquals(scotland, Clean.text(scotland));
  }

  @Property
  void nothingHarmfulIsLeft(@ForAll String text) {
    assertFalse(Clean.text(text).codePoints().anyMatch(Clean::harmful));
  }

  @Property
  void cleaningTwiceIsCleaningOnce(@ForAll String text) {
    String once = Clean.text(text);
    assertSame(once, Clean.text(once));
  }

  @Property
  void spansAreCleanWhoeverMakesThem(@ForAll String text) {
    Span span = new Span(text, Roles.NONE, text);
    assertEquals(Clean.text(text), span.text());
    assertEquals(Clean.text(text), span.href());
  }
}
