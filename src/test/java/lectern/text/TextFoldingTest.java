package lectern.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TextFoldingTest {
  @Test
  void accentsGoAlsoThoseThatArePartOfTheirLetter() {
    assertEquals("Cafe naive Angstrom", TextFolding.removeDiacritics("Café naïve A\u030angström"));
    assertEquals(
        "Lodz smorrebrod Strasse AEgir oeuvre",
        TextFolding.removeDiacritics("Łódź smørrebrød Straße Ægir œuvre"));
    assertEquals("find office", TextFolding.removeDiacritics("ﬁnd oﬃce"));
    assertEquals("ολα", TextFolding.removeDiacritics("όλα"));
    assertEquals("שלום", TextFolding.removeDiacritics("שָׁלוֹם"));
  }

  @Test
  void marksThatMakeAnotherLetterStay() {
    assertEquals(TextFolding.removeDiacritics("กิน"), "กิน");
    assertEquals("हिन्दी", TextFolding.removeDiacritics("हिन्दी"));
    assertEquals("か\u3099く", TextFolding.removeDiacritics("がく"));
  }
}
