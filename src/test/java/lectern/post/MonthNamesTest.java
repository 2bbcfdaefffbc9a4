package lectern.post;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class MonthNamesTest {
  @Test
  void monthsAreReadByThreeLettersOrMore() {
    for (int month = 1; month <= 12; month++) {
      String name = MonthNames.of(month);
      for (int length = 3; length <= name.length(); length++)
        assertEquals(
            month, MonthNames.parse(name.substring(0, length).toUpperCase(Locale.ROOT)), name);
    }
    for (String word : new String[] {"", "ma", "mayo", "janr", "sep t"})
      assertEquals(0, MonthNames.parse(word), word);
    assertEquals(9, MonthNames.parse("Sept"));
  }
}
