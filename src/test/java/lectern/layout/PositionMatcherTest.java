package lectern.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import lectern.markdown.Markdown;
import org.junit.jupiter.api.Test;

/** A place is found again after the text was edited. */
class PositionMatcherTest {
  private static final String FIRST =
      "# One\n\nAlpha beta.\n\n## Two\n\nGamma delta.\n\n- x\n- y\n";
  private static final String LAST = "\n## Three\n\nEpsilon zeta.\n\n```\ncode\n```\n\nThe end.\n";

  private static Page page(String source, int width) {
    return Layout.of(
        PostHeader.NONE,
        Markdown.parse(source, 1),
        new Layout.Options(width, Glyphs.UNICODE, false, false, true, Set.of()));
  }

  private static int row(Page page, String words) {
    for (int i = 0; i < page.lines().size(); i++)
      if (page.lines().get(i).text().contains(words)) return i;
    throw new AssertionError(words);
  }

  private static String after(String before, String words, String edited, int width) {
    Page old = page(before, 80);
    Page now = page(edited, width);
    return now.lines().get(now.relocate(old.positionOf(row(old, words)))).text().strip();
  }

  @Test
  void textPutInAboveMovesNothing() {
    String more = "New one.\n\nNew two.\n\n> New three.\n\n";
    for (String words : new String[] {"One", "Alpha", "Two", "Gamma", "• x", "Epsilon", "end"}) {
      String there = after(FIRST + LAST, words, more + FIRST + more + LAST, 40);
      assertTrue(there.contains(words), there);
    }
    assertEquals("Epsilon zeta.", after(FIRST + LAST, "Epsilon", LAST, 80));
  }

  @Test
  void anEditedBlockIsKnownByItsNeighbours() {
    String edited = "New.\n\n" + FIRST + LAST.replace("Epsilon zeta", "Eta theta");
    assertEquals("Eta theta.", after(FIRST + LAST, "Epsilon", edited, 80));
  }

  @Test
  void ofManyThatSayTheSameTheNearestIsMeant() {
    String same = "para\n\n".repeat(30);
    Page page = page(same, 80);
    for (int row = 0; row < page.lines().size(); row += 7) {
      assertEquals(page.rowOf(page.positionOf(row)), page.relocate(page.positionOf(row)));
    }
  }

  @Test
  void anotherTextAltogetherIsEnteredWhereItsNumberSays() {
    Page now = page("a\n\nb\n\nc\n\nd\n\ne\n\nf\n", 80);
    assertEquals(
        now.rowOf(new ReadingPosition(4, 0)), now.relocate(new ReadingPosition(4, 0, 77, 78, 79)));
    assertEquals(0, now.relocate(ReadingPosition.START));
  }
}
