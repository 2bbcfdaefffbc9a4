package lectern.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
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

  @Property
  void asciiIsNeverTouched(@ForAll @CharRange(from = 0, to = 127) String text) {
    assertSame(text, Mojibake.repair(text));
  }

  @Property
  void repairingEndsAndNeverThrows(@ForAll String text) {
    Mojibake.repair(text);
  }

  @Test
  void onlyTheDamagedPartChanges() {
    assertEquals("é — é", Mojibake.repair("é â€” é"));
  }
}
