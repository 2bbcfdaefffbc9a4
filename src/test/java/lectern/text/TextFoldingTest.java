package lectern.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TextFoldingTest {
  @Test
  void accentsGoAlsoThoseThatArePartOfTheirLetter() {
    assertEquals("Cafe naive Angstrom", TextFolding.accents("Café naïve A\u030angström"));
    assertEquals(
        "Lodz smorrebrod Strasse AEgir oeuvre", TextFolding.accents("Łódź smørrebrød Straße Ægir œuvre"));
    assertEquals("find office", TextFolding.accents("ﬁnd oﬃce"));
    assertEquals("ολα", TextFolding.accents("όλα"));
    assertEquals("שלום", TextFolding.accents("שָׁלוֹם"));
  }

  @Test
  void marksThatMakeAnotherLetterStay() {
    assertEquals(TextFolding.accents("กิน"), "กิน");
    assertEquals("हिन्दी", TextFolding.accents("हिन्दी"));
    assertEquals("か\u3099く", TextFolding.accents("がく"));
  }
}
