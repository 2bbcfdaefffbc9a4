package lectern.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FoldTest {
  @Test
  void accentsGoAlsoThoseThatArePartOfTheirLetter() {
    assertEquals("Cafe naive Angstrom", Fold.accents("Café naïve A\u030angström"));
    assertEquals(
        "Lodz smorrebrod Strasse AEgir oeuvre", Fold.accents("Łódź smørrebrød Straße Ægir œuvre"));
    assertEquals("find office", Fold.accents("ﬁnd oﬃce"));
    assertEquals("ολα", Fold.accents("όλα"));
    assertEquals("שלום", Fold.accents("שָׁלוֹם"));
  }

  @Test
  void marksThatMakeAnotherLetterStay() {
    assertEquals(Fold.accents("กิน"), "กิน");
    assertEquals("हिन्दी", Fold.accents("हिन्दी"));
    assertEquals("か\u3099く", Fold.accents("がく"));
  }
}
