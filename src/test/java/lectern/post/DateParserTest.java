package lectern.post;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import lectern.Gen;
import lectern.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DateParserTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-12-18",
        "2024-12-18T10:00:00Z",
        "2024-12-18T10:00:00+02:00",
        "2024-12-18T10:00:00.123Z",
        "2024-12-18 10:00:00 +0000",
        "2024-12-18 10:00",
        "Dec 18, 2024",
        "December 18, 2024",
        "18 December 2024",
        "18 Dec 2024",
        "Wed, 18 Dec 2024 10:00:00 GMT",
        "Wednesday, December 18, 2024",
        "2024/12/18",
        "18th December 2024",
        "20241218",
        "2024-12-18T10:00:00+01:00[Europe/Berlin]"
      })
  void whatAuthorsWrite(String text) {
    assertEquals(LocalDate.of(2024, 12, 18), DateParser.parse(text).day(), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "soon",
        "2024-02-31",
        "31 February 2024",
        "2024",
        "2024-13-01",
        "12/18/2024x",
        "yesterday at noon",
        "2024-12-18Tten",
        "20241318",
        "1734516000"
      })
  void whatIsNoDate(String text) {
    assertNull(DateParser.parse(text), text);
  }

  @Test
  void zonesCountForTheOrder() {
    assertEquals(
        2 * 3_600_000L,
        DateParser.parse("2024-12-18T10:00:00Z").millis()
            - DateParser.parse("2024-12-18T10:00:00+02:00").millis());
  }

  @Test
  void everyDayReads() {
    Property.check(
        random -> LocalDate.ofEpochDay(Gen.between(random, -20_000, 40_000)),
        date -> assertEquals(date, DateParser.parse(date.toString()).day()));
  }

  @Test
  void nothingThrows() {
    Property.check(Gen::text, DateParser::parse);
  }

  @Test
  void daysAreCountedAsTheCalendarCountsThem() {
    Property.check(
        random -> Gen.between(random, -800_000, 3_000_000),
        day -> assertEquals((long) day, PostDate.toEpochDay(LocalDate.ofEpochDay(day))));
  }
}
