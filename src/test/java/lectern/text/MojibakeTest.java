package lectern.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import lectern.Gen;
import lectern.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MojibakeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"everything—monitor", "it’s “so” …", "naïve café", "日本語", "– • ™ €", "😀"})
  void whatWasMisreadIsRepaired(String text) {
    assertEquals(text, Mojibake.repair(damage(text)));
  }

  /** The text as it looks when its UTF-8 is read as Windows-1252. */
  private static String damage(String text) {
    StringBuilder damaged = new StringBuilder();
    Charset windows = Charset.forName("windows-1252");
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      String c = new String(new byte[] {b}, windows);
      damaged.append(c.equals("\ufffd") ? String.valueOf((char) (b & 0xff)) : c);
    }
    return damaged.toString();
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

  /** Two sentences and the typography of each language; what writers put beside its capitals. */
  private static final Map<String, String> LANGUAGES =
      Map.ofEntries(
          Map.entry(
              "French",
              "LIBERTÉ\u00a0; ÉGALITÉ\u00a0! «\u00a0voilà\u00a0» puis «\u202fterminé\u202f», l’été"
                  + " «\u00a0chaud\u00a0»… Où\u00a0? Là\u00a0: À L’ŒUVRE, ÇA ET LÀ\u00a0; «\u00a0Ô"
                  + " temps\u00a0!\u00a0» GARÇON… NAÎTRE — ÂGÉ\u00a0: 25\u00a0€,"
                  + " l’«\u00a0Île\u00a0», Â·Ê·Î·Û PÂTÉ® CAFÉ™ À² Â² É³ Œ… Ÿ»"),
          Map.entry(
              "Spanish",
              "¿Qué está pasando? ¡MAÑANA! «España», “año”… ESPAÑA’S Ñ… Ñ» ¡AÚN NO! —dijo él—."
                  + " «está»—dijo ella— n.º 2, 1.ª ÁÉÍÓÚÜÑ… PINGÜINO® 10\u00a0€"
                  + " CORAZÓN—CAMIÓN–AVIÓN"),
          Map.entry(
              "Portuguese",
              "SÃO PAULO, AMANHÃ… IRMÃ® AMANHÃ— MAÇÃ™ IRMÃ» «MANHÃ» “ROMÃ” AMANHÃ… AMANHÃ\u00a0!"
                  + " ORGÃ–IMÃ–FÃ ÂNGULO Â… Ã… Ângela Â° à… É… informação, coração, ÓRGÃO, MÃE 3.º"
                  + " Ãº"),
          Map.entry(
              "German",
              "„Ä“ und „Ö“ und „Ü“ sind Umlaute; »Ä«, »Ö«, »Ü«: Ä… äh Ä…also Ä…ich, GRÖẞE, STRAẞE,"
                  + " SÜẞ, ‚Ä‘ ›Ä‹ Ä–Z, Ä—O Öl… Übung® FUẞBALL 5\u00a0% ÄÖÜ“ „ÜBER“"),
          Map.entry(
              "Swedish and Norwegian",
              "”Å”, ”Ä” och ”Ö”: »Å« »Ä«, Å’s, Ä’s, T•Ø•R•Ü•S, Å•Ä•Ö•Å, R·Å·D, Ångström, 5 Å±1 Å, 3"
                  + " mÅ±0,2 mÅ±1 mÅ—7 mÅ—9 Å… Ä… Ö… BLÅ™ BLÅ® TØRÜS SMÖRGÅSBORD Å—Å— ÆØÅ…"),
          Map.entry(
              "Polish",
              "„Zażółć gęślą jaźń” — ŻÓŁĆ… ŁÓDŹ® «Ó» „Ó” Ó… WÓZ–RÓW kraków’s 5\u00a0zł ‚ó’ »Ó«"
                  + " ĄĘŚĆŃ"),
          Map.entry(
              "Turkish",
              "İstanbul’da “Çay” içtik… TÜRKÂ… HÂL® KÂR— “Ü” ‘Ö’ ŞİŞLİ, ĞÜ… ÂŞIK Â» Â’ IĞDIR"
                  + " 25\u00a0₺ HÂLÂ… LÂ™"),
          Map.entry(
              "Czech",
              "Příliš žluťoučký kůň úpěl ďábelské ódy… „Á“ »É« ‚Í‘ PŘÍLIŠ® Ó… Ú— Ý™ Á–É–Í KŮŇ,"
                  + " 10\u00a0Kč „Ä“ ÄŠ ÁŽ"),
          Map.entry(
              "Vietnamese",
              "Tiếng Việt có dấu… “Â” «Â» Â… Ă… Ê® Ô— CÂ… Ơ Ư “ĐÂY” Ả» á» á… à… “Đ” VIỆT NAM"
                  + " 5\u00a0₫ XÃ… XÃ— ĐÃ… ĐÃ—Ã… “XÃ”"),
          Map.entry("Greek", "«Η Ελλάδα»… ΑΘΗΝΑ’S “Ώρα” Ά… Έ» — ΆΈΉΊΌΎΏ· 5\u00a0€ «ΐ» ϊ»"),
          Map.entry("Russian", "«Ёлка» — ёж… „Й“ ЙОД’ Ё» Й… 5\u00a0₽ №\u00a05 «ы»\u00a0; МОСКВА!"),
          Map.entry(
              "Icelandic and Faroese",
              "„Ð“ „Þ“ Ð… ÞÐ® ÐÐÐ Ð»Ð» GUÐ… Ð·Ð·Ð·Ð Ý… Æ… „Æ“ ÍSLAND—NORÐ–NORÐ’S NORÐ…NORÐ…NORÐ…"),
          Map.entry(
              "Romanian",
              "„Â” „Ă” Î… „Î” ROMÂN Â… litera â…” și â” â€ ÎNTÂI® coborî… 10\u00a0€ „â” – „ă”"),
          Map.entry(
              "Mathematics and units",
              "⟨Â²⟩ − ⟨Â⟩² and Â³, Â²: B̂² Â†Â = Â†B̂ 20\u00a0°C ±5 µm, 3×4, ½, x², Ã² Ã·B ×©× «×»"
                  + " Ä³ Ö² É±, 1.5 Å³, 2 Å² Å±0.01 Å¯ Ã¹"),
          Map.entry(
              "Stammering",
              "É…É…É…É… Ñ…Ñ…Ñ…Ñ… Ø•Ø•Ø•Ø Î…Î…Î…Î… Ð™Ð™Ð™ Ç–Ç–Ç Ê’Ê’Ê »Ö»Ö»Ö Ü”Ü”Ü é…” é…” é»é»é»"
                  + " à…”à…”à…”"));

  /** Sentences whose mojibake is to be found, though not every letter of it can be repaired. */
  private static final Map<String, String> SENTENCES =
      Map.of(
          "French", "Les élèves ont été reçus à l’école du côté des forêts.",
          "Spanish", "El niño comió jamón y después bebió café en el jardín.",
          "Portuguese", "A informação não está disponível amanhã, então vocês irão sozinhos.",
          "German", "Der müde Bär läuft über die schöne grüne Straße.",
          "Polish", "Łódź płynie, a żółw śpi spokojnie pod gęstą jabłonią w cieniu źdźbła.",
          "Turkish", "Çocuğun annesi güneşli bir öğleden sonra şeker aldı.",
          "Czech", "Příliš žluťoučký kůň úpěl ďábelské ódy.",
          "Vietnamese", "Ông nói rằng tôi có thể đến đó vào buổi sáng.",
          "Greek", "Η γρήγορη αλεπού πηδάει πάνω από το σκυλί.",
          "Russian", "Быстрая лиса прыгает через ленивую собаку.");

  @Test
  void rightTextOfEveryLanguageStaysAsItIs() {
    LANGUAGES.forEach(
        (language, text) -> {
          assertSame(text, Mojibake.repair(text), language);
          String capitals = text.toUpperCase(Locale.ROOT);
          assertSame(capitals, Mojibake.repair(capitals), language);
          assertNull(Mojibake.find(text), language);
        });
    SENTENCES.forEach((language, text) -> assertSame(text, Mojibake.repair(text), language));
  }

  /** Words of all languages, in any case, with what typography puts before and after a word. */
  @Test
  void rightWordsWithAnyTypographyStayAsTheyAre() {
    String[] words =
        (String.join(" ", LANGUAGES.values()) + " " + String.join(" ", SENTENCES.values()))
            .split("[^\\p{L}\\p{M}]+");
    String[] after = {
      " ",
      "\u00a0; ",
      "\u00a0! ",
      "\u00a0? ",
      "\u00a0: ",
      "\u00a0» ",
      "\u202f» ",
      "» ",
      "” ",
      "’ ",
      "“ ",
      "… ",
      "…” ",
      "—",
      " — ",
      "–",
      "® ",
      "™ ",
      "° ",
      "\u00a0€ ",
      "², ",
      "« ",
      "‹",
      "› ",
      "’s ",
      "·",
      "•",
      " ¿",
      " ¡",
      "¹ ",
      "†",
      "‡ ",
      "\n"
    };
    String[] before = {
      "", "«\u00a0", "«", "„", "“", "‘", "’", "¿", "¡", "—", "»", "›", "‚", "(", "l’"
    };
    Property.check(
        random ->
            String.join(
                "",
                Gen.list(
                    random,
                    30,
                    r -> {
                      String word = Gen.of(r, words);
                      boolean capitals = r.nextInt(3) == 0;
                      return Gen.of(r, before)
                          + (capitals ? word.toUpperCase(Locale.ROOT) : word)
                          + Gen.of(r, after);
                    })),
        text -> assertSame(text, Mojibake.repair(text)));
  }

  @Test
  void damagedTextOfEveryLanguageIsFound() {
    SENTENCES.forEach(
        (language, text) -> {
          String damaged = damage(text);
          assertNotNull(Mojibake.find(damaged), language);
          assertTrue(
              distance(Mojibake.repair(damaged), text) * 2 < distance(damaged, text),
              () -> language + ": " + Mojibake.repair(damaged));
        });
  }

  /** How many letters of the text are missing in another one. */
  private static int distance(String other, String text) {
    int missing = 0;
    for (String word : text.split(" ")) if (!other.contains(word)) missing++;
    return missing;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cafÃ©", // one pair is a misprint
        "voilÃ\u00a0» dÃ\u00a0jÃ\u00a0", // a no-break space is never part of it
        "Ã© is é and Ã¨ is è",
      })
  void whatIsInDoubtIsLeft(String text) {
    assertSame(text, Mojibake.repair(text));
  }

  @ParameterizedTest
  @CsvSource({
    "25Â°C and Â£5, 25°C and £5",
    "Ã‰cole Ã©lÃ©mentaire, École élémentaire",
    "l’annÃ©e derniÃ¨re, l’année dernière",
    "ðŸŽ‰ Release, 🎉 Release",
    "donâ€™t cafÃ©, don’t café",
    "isto Ã© bom nÃ£o sÃ³, isto é bom não só",
    "ÐŸÑ€Ð¸Ð²ÐµÑ‚, Привет",
  })
  void whatIsCertainIsRepaired(String damaged, String right) {
    assertEquals(right, Mojibake.repair(damaged));
  }

  @Test
  void aDamagedPlaceIsFoundWithWhatItWas() {
    Mojibake.Damage damage = Mojibake.find("itâ€™s");
    assertEquals(2, damage.start());
    assertEquals(5, damage.end());
    assertEquals("’", damage.original());
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
