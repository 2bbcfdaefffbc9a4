package lectern.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.Random;
import lectern.Gen;
import lectern.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayWidthTest {
  /** The forty strings on which libraries disagree; widths as today's terminals show them. */
  @ParameterizedTest
  @CsvSource({
    "abc,3",
    "é,1",
    "e\u0301x,2",
    "✅,2",
    "⚡,2",
    "日本,4",
    "ｱ,1",
    "Ａ,2",
    "한글,4",
    "👩‍🔬,2",
    "👨‍👩‍👧‍👦,2",
    "🇫🇷,2",
    "🇫,2",
    "👍🏽,4",
    "1\ufe0f\u20e3,2",
    "❤\ufe0f,2",
    "❤,1",
    "☀\ufe0e,1",
    "𝐀,1",
    "a\u200bb,2",
    "─│┼,3",
    "•,1",
    "…,1",
    "กำ,2",
    "नि,2",
    "का,2",
    "क्ष,2",
    "राष्ट्र,5",
    "हिन्दी,5",
    "বাংলা,5",
    "தமிழ்,4",
    "తెలుగు,5",
    "മലയാളം,6",
    "ಕನ್ನಡ,4",
    "ગુજરાતી,6",
    "ශ්‍රී,2",
    "ខ្មែរ,4",
    "မြန်မာ,5",
    "น้ำ,2",
    "ກຳ,2",
    "ｶﾞ,2",
    "👩🏾‍🔧,4",
    "👨🏽‍👩🏾‍👧🏿‍👦,8",
    "1️⃣,2",
    "🏳️‍🌈,2",
    "각,2",
    "ﬁ,1",
    "한,2",
    "↪,1",
    "☐,1",
    "▎,1",
    "●,1"
  })
  void widthOf(String text, int columns) {
    assertEquals(columns, DisplayWidth.of(text));
  }

  /** On a terminal of East Asia; the setting is of the process, so it is put back. */
  @ParameterizedTest
  @CsvSource({
    "abc,3",
    "§,2",
    "±é,4",
    "…,2",
    "→,2",
    "αβ,4",
    "Ж,2",
    "ﬁ,1",
    "ñ,1",
    "日,2",
    "e\u0301,1",
    "│,2"
  })
  void widthWithWideAmbiguousCharacters(String text, int columns) {
    DisplayWidth.setAmbiguousWide(true);
    try {
      assertEquals(columns, DisplayWidth.of(text));
    } finally {
      DisplayWidth.setAmbiguousWide(false);
    }
  }

  @Test
  void controlsTakeNoColumn() {
    assertEquals(2, DisplayWidth.of("a\u0007b"));
    assertEquals(0, DisplayWidth.of("\u00ad"));
  }

  @Test
  void aClusterIsNeverCut() {
    assertEquals(0, DisplayWidth.indexAtWidth("日本", 1));
    assertEquals(1, DisplayWidth.indexAtWidth("日本", 3));
    assertEquals(2, DisplayWidth.indexAtWidth("e\u0301e\u0301", 1));
    assertEquals("👩‍🔬".length(), DisplayWidth.indexAtWidth("👩‍🔬👩‍🔬", 3));
  }

  @Test
  void clippingSaysThatItClipped() {
    assertEquals("abc", DisplayWidth.truncate("abc", 3, "…"));
    assertEquals("ab…", DisplayWidth.truncate("abcd", 3, "…"));
    assertEquals("日…", DisplayWidth.truncate("日本語", 4, "…"));
    assertEquals("", DisplayWidth.truncate("abcd", 0, "…"));
    assertEquals("ab", DisplayWidth.truncate("abcd", 2, "..."));
  }

  @Test
  void aThousandCombiningMarksAreStillCounted() {
    assertEquals(1, DisplayWidth.of("e" + "\u0301".repeat(40)));
    assertTrue(DisplayWidth.of("e" + "\u0301".repeat(10_000)) <= 2);
  }

  @Test
  void plainTextIsNotOdd() {
    assertFalse(DisplayWidth.hasUncertainWidth("é", 0, 1));
    assertFalse(DisplayWidth.hasUncertainWidth("日", 0, 1));
    assertTrue(DisplayWidth.hasUncertainWidth("👍", 0, 2));
    assertTrue(DisplayWidth.hasUncertainWidth("❤\ufe0f", 0, 2));
  }

  @Test
  void clustersAreThoseOfTheStandard() {
    Property.check(
        2000,
        DisplayWidthTest::mixed,
        text -> {
          BreakIterator breaks = BreakIterator.getCharacterInstance(Locale.ROOT);
          breaks.setText(text);
          for (int i = 0; i < text.length(); ) {
            int end = DisplayWidth.nextGrapheme(text, i);
            assertEquals(
                breaks.following(i),
                end,
                () -> text + " from " + text.codePoints().boxed().toList());
            i = end;
          }
        });
  }

  private record Fitting(String text, int columns) {}

  @Test
  void fittingNeverExceeds() {
    Property.check(
        random -> new Fitting(mixed(random), Gen.between(random, 0, 12)),
        fitting -> {
          String text = fitting.text;
          int end = DisplayWidth.indexAtWidth(text, fitting.columns);
          assertTrue(DisplayWidth.of(text.substring(0, end)) <= fitting.columns);
          assertTrue(
              end == text.length()
                  || DisplayWidth.of(text.substring(0, DisplayWidth.nextGrapheme(text, end)))
                      > fitting.columns);
        });
  }

  @Test
  void widthIsTheSumOfItsClusters() {
    Property.check(
        DisplayWidthTest::mixed,
        text -> {
          int sum = 0;
          for (int i = 0; i < text.length(); i = DisplayWidth.nextGrapheme(text, i)) {
            sum += DisplayWidth.ofGrapheme(text, i, DisplayWidth.nextGrapheme(text, i));
          }
          assertEquals(sum, DisplayWidth.of(text));
        });
  }

  private static String mixed(Random random) {
    return Gen.joined(
        random, 12, "a", " ", "é", "e\u0301", "日", "한", "ᄒ", "ᅡ", "👍", "🏽", "👩", "\u200d", "🔬",
        "🇫", "🇷", "❤", "\ufe0f", "1", "\u20e3", "ก", "ำ", "न", "ि", "्", "क", "─", "\u00ad",
        "\u200b", "©", "한", "、", "。", "ｱ", "ﾞ", "゙", "か", "\r", "\n", "𝐀");
  }
}
