package lectern.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import lectern.Gen;
import lectern.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MojibakeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"everything—monitor", "it’s “so” …", "naïve café", "日本語", "– • ™ €", "😀"})
  void whatWasMisreadIsRepaired(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    StringBuilder damaged = new StringBuilder();
    Charset windows = Charset.forName("windows-1252");
    for (byte b : bytes) {
      String c = new String(new byte[] {b}, windows);
      damaged.append(c.equals("\ufffd") ? String.valueOf((char) (b & 0xff)) : c);
    }
    assertEquals(text, Mojibake.repair(damaged.toString()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SÃO PAULO",
        "São Paulo",
        "Ãngelo",
        "L’Âme",
        "À la carte",
        "«Ça va»",
        "Việt Nam",
        "Ångström",
        "œuvre",
        "Â",
        "Ã",
        "â",
        "naïve",
        "€100",
        "“Ã”",
        "Trần Đức Thảo",
        "ÂNGULO",
        "MÃE"
      })
  void rightTextStaysTheSameObject(String text) {
    assertSame(text, Mojibake.repair(text));
  }

  @Test
  void asciiIsNeverTouched() {
    Property.check(
        random -> Gen.ascii(random, 255), text -> assertSame(text, Mojibake.repair(text)));
  }

  @Test
  void repairingEndsAndNeverThrows() {
    Property.check(Gen::text, Mojibake::repair);
  }

  @Test
  void onlyTheDamagedPartChanges() {
    assertEquals("é — é", Mojibake.repair("é â€” é"));
  }
}
