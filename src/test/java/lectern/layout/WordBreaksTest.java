package lectern.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import lectern.text.DisplayWidth;
import lectern.text.Line;
import lectern.text.RoleSet;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordBreaksTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ห้องสมุด|ของ|เรา|เปิด|ทุก|วัน|และ|มี|หนังสือ|ภาษา|ต่าง|ประเทศ|จำนวน|มาก|ให้|นักเรียน|ยืม|กลับ|บ้าน",
        "ພາສາ|ລາວ|ເປັນ|ພາສາ|ທາງການ|ຂອງ|ປະເທດ|ລາວ",
        "ខ្ញុំ|ចង់ទៅ|ផ្សារ|ទិញ|បន្លែ",
        "မြန်|မာ|စာ|ကြောင်း|ဖြစ်|သည်။",
      })
  void wordsEndHere(String words) {
    String text = words.replace("|", "");
    BitSet breaks = WordBreaks.find(text);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (breaks.get(i)) out.append('|');
      out.append(text.charAt(i));
    }
    assertEquals(words, out.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ห้องสมุดของเราเปิดทุกวันและมีหนังสือภาษาต่างประเทศจำนวนมากให้นักเรียนยืมกลับบ้าน",
        "ມະນຸດທຸກຄົນເກີດມາມີກຽດສັກສີສິດທິເສລີພາບແລະຄວາມສະເໝີພາບເທົ່າທຽມກັນ",
        "មនុស្សទាំងអស់កើតមកមានសេរីភាពនិងសមភាពក្នុងផ្នែកសេចក្ដីថ្លៃថ្នូរនិងសិទ្ធិ",
        "လူတိုင်းသည်တူညီလွတ်လပ်သောဂုဏ်သိက္ခာဖြင့်လည်းကောင်းတူညီလွတ်လပ်သောအခွင့်အရေးများဖြင့်",
        "यह किताब अच्छी है और मैंने सब कुछ पढ़ लिया कि कार्यक्रम नियमित है।",
        "আমাদের বিদ্যালয়ের গ্রন্থাগারে অনেক পুরনো বই আছে এবং শিক্ষার্থীরা প্রতিদিন পড়ে",
        "இது ஒரு தமிழ் வாக்கியம் இதில் உயிர்மெய் எழுத்துகள் கொண்டுள்ளன",
        "ഇത് ഒരു മലയാളം വാക്യമാണ് ഇതിൽ കൂട്ടക്ഷരങ്ങൾ ഉണ്ട് പരീക്ഷണത്തിനായി",
      })
  void rowsEndBetweenWordsAndKeepTheWidth(String text) {
    BitSet breaks = WordBreaks.find(text);
    for (int width = 24; width < 80; width++) {
      int at = 0;
      List<Line> lines = LineBreaker.wrap(text, RoleSet.NONE, width);
      for (Line line : lines) {
        String row = line.text();
        assertTrue(DisplayWidth.of(row) <= width, width + ": " + row);
        assertTrue(at == 0 || breaks.get(at) || text.charAt(at - 1) == ' ', width + ": " + row);
        at += row.length();
        if (at < text.length() && text.charAt(at) == ' ') at++;
      }
      assertEquals(text.length(), at);
    }
  }

  @Test
  void aConsonantBelowAnotherIsNeverCutOff() {
    for (Line line : LineBreaker.wrap("ខ្មែរ".repeat(20) + "ក្ត".repeat(30), RoleSet.NONE, 7))
      assertFalse(line.text().endsWith("\u17d2"), line.text());
  }

  @Test
  void hostileRunsTakeLinearTime() {
    for (String part : List.of("ก", "ກ", "ក", "က", "្", "ເ", "ខ្មែរ", "ພາສາ"))
      Assertions.assertTimeout(
          Duration.ofSeconds(8), () -> WordBreaks.find(part.repeat(100_000)), part);
  }
}
