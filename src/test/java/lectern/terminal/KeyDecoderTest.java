package lectern.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import lectern.Gen;
import lectern.Property;
import lectern.ui.Event;
import lectern.ui.Key;
import lectern.ui.Size;
import org.junit.jupiter.api.Test;

class KeyDecoderTest {
  /** Input and the names of its keys; \e stands for ESC. */
  private static final String[][] KEYS = {
    {"aAé日😀 ", "a A é 日 😀 Space"},
    {"\r\t\b\u007f\u0001\u001a\u0000\u001c", "Enter Tab Backspace Backspace C-a C-z C-Space C-\\"},
    {"\\e", "Esc"},
    {"\\e\\e", "Esc Esc"},
    {"\\ex\\eX\\e \\eé\\e\r\\e\u0001", "M-x M-X M-Space M-é M-Enter C-M-a"},
    {"\\e[A\\e[B\\e[C\\e[D\\e[H\\e[F\\e[Z", "Up Down Right Left Home End S-Tab"},
    {
      "\\eOA\\eOB\\eOC\\eOD\\eOH\\eOF\\eOP\\eOQ\\eOR\\eOS",
      "Up Down Right Left Home End F1 F2 F3 F4"
    },
    {
      "\\e[1~\\e[2~\\e[3~\\e[4~\\e[5~\\e[6~\\e[7~\\e[8~",
      "Home Insert Delete End PgUp PgDn Home End"
    },
    {"\\e[11~\\e[15~\\e[17~\\e[21~\\e[23~\\e[24~\\e[25~", "F1 F5 F6 F10 F11 F12"},
    {"\\e[[A\\e[[E", "F1 F5"},
    {
      "\\e[1;5A\\e[1;2B\\e[1;3C\\e[1;8D\\e[5;5~\\e[3;2~\\e[1;5P\\e[1;2R",
      "C-Up S-Down M-Right C-M-S-Left C-PgUp S-Delete C-F1 S-F3"
    },
    {"\\e\\e[A\\e[a\\eOd\\e[5^\\e[6$\\e[3@", "M-Up S-Up C-Left C-PgUp S-PgDn C-S-Delete"},
    {"\\eOj\\eOp\\eOy\\eOM", "* 0 9 Enter"},
    {
      "\\e[97u\\e[97;5u\\e[97;2u\\e[97:65;2u\\e[27u\\e[13;2u\\e[32;5u\\e[97;1:3u\\e[57400u\\e[9;2u",
      "a C-a A A Esc S-Enter C-Space 1 S-Tab"
    },
    {"\\e[27;5;9~\\e[27;2;13~", "C-Tab S-Enter"},
    // answers of terminals, and mouse releases, say nothing
    {"\\e]11;rgb:0000/0000/0000\u0007a\\e]8;;\\e\\b", "a b"},
    {"\\eP>|kitty(0.30)\\e\\a\\e_Gi=1;OK\\e\\b", "a b"},
    {"\\e[12;40R\\e[?62;4c\\e[?2026;2$ya\\e[?1u\\e[>0;1;2c\\e[I\\e[O", "a"},
    {"\\e[<0;3;4m\\e[<35;3;4M\\e[M#!!q", "q"},
    // cut off, broken, unknown
    {"\\e[", "M-["},
    {"\\eO", "M-O"},
    {"\\e]", "M-]"},
    {"\\e[1;5", ""},
    {"\\e[1;\\e[A", "Up"},
    {"\\e[1;5\u0001", "C-a"},
    {"\\e[99;99;99;99zq", "q"},
    {"\\e[1;99999999999999Aq", "Up q"},
  };

  private static byte[] bytes(String text) {
    return text.replace("\\e", "\033").getBytes(StandardCharsets.UTF_8);
  }

  private static List<Event> decode(byte[] bytes, int... cuts) {
    KeyDecoder decoder = new KeyDecoder(true);
    List<Event> events = new ArrayList<>();
    int at = 0;
    for (int i = 0; i <= cuts.length; i++) {
      int end = i < cuts.length ? cuts[i] : bytes.length;
      decoder.feed(bytes, at, end - at);
      at = end;
      drain(decoder, false, events);
    }
    drain(decoder, true, events);
    return events;
  }

  private static void drain(KeyDecoder decoder, boolean over, List<Event> events) {
    for (Event e = decoder.next(over); e != null; e = decoder.next(over)) events.add(e);
  }

  private static String names(List<Event> events) {
    StringBuilder out = new StringBuilder();
    for (Event e : events) {
      if (!out.isEmpty()) out.append(' ');
      out.append(e instanceof Event.KeyPressed p ? p.key().name() : e.toString());
    }
    return out.toString();
  }

  @Test
  void keysOfAllTerminals() {
    for (String[] pair : KEYS) assertEquals(pair[1], names(decode(bytes(pair[0]))), pair[0]);
  }

  @Test
  void everyKeyOneByteAtATime() {
    for (String[] pair : KEYS) {
      byte[] bytes = bytes(pair[0]);
      int[] cuts = new int[Math.max(0, bytes.length - 1)];
      for (int i = 0; i < cuts.length; i++) cuts[i] = i + 1;
      assertEquals(pair[1], names(decode(bytes, cuts)), pair[0]);
    }
  }

  @Test
  void pastesAreTextAndNeverKeys() {
    assertEquals(
        List.of(new Event.Pasted("q\na\tb[200~ é")),
        decode(bytes("\\e[200~q\r\na\tb\\e[200~ é\u0007\\e[201~")));
    assertEquals(
        List.of(new Event.Pasted("x[20"), new Event.Pasted("")),
        decode(bytes("\\e[200~x\\e[20\\e[201~\\e[200~\\e[201~")));
  }

  @Test
  void pastesAreBoundedAndEndWhereTheyEnd() {
    List<Event> events = decode(bytes("\\e[200~" + "x".repeat(200_000) + "\\e[201~q"));
    assertEquals(PasteBuffer.MAX_BYTES, ((Event.Pasted) events.get(0)).text().length());
    assertEquals("q", names(events.subList(1, 2)));
  }

  @Test
  void aPasteWithoutAnEndCanBeGivenUp() {
    KeyDecoder decoder = new KeyDecoder(true);
    byte[] bytes = bytes("\\e[200~abc\\e[20");
    decoder.feed(bytes, 0, bytes.length);
    assertNull(decoder.next(true));
    assertEquals(new Event.Pasted("abc[20"), decoder.flushPaste());
  }

  @Test
  void mouseAndResize() {
    assertEquals(
        List.of(
            new Event.MousePressed(0, 3, 2),
            new Event.MousePressed(64, 0, 299),
            new Event.MousePressed(2, 0, 0),
            new Event.Resized(new Size(120, 40)),
            new Event.Resized(new Size(1000, 1))),
        decode(
            bytes(
                "\\e[<0;3;4M\\e[<64;300;1M\\e[<18;1;1M\\e[<0;0;0M\\e[48;40;120;0;0t\\e[48;1;99999t\\e[48t")));
  }

  @Test
  void whatIsNoUtf8IsDropped() {
    byte[] bytes = {
      'a',
      (byte) 0xff,
      'b',
      (byte) 0xc3,
      'c',
      (byte) 0xe2,
      (byte) 0x82,
      (byte) 0x80,
      'd',
      (byte) 0x9b,
      'e',
      (byte) 0xc0,
      (byte) 0x80,
      'f',
      (byte) 0xed,
      (byte) 0xa0,
      (byte) 0x80,
      (byte) 0xf0,
      (byte) 0x9f
    };
    assertEquals("a b c \u2080 d e f", names(decode(bytes)));
  }

  /** Bytes, and where they are cut in two. */
  private record Stream(byte[] bytes, int[] cuts) {
    static Stream of(byte[] bytes, int cuts, Random random) {
      return new Stream(bytes, random.ints(cuts, 0, bytes.length + 1).sorted().toArray());
    }

    @Override
    public String toString() {
      return HexFormat.of().formatHex(bytes) + " cut at " + Arrays.toString(cuts);
    }
  }

  @Test
  void splitsChangeNothing() {
    Property.check(
        500,
        random -> {
          String keys = String.join("", Gen.list(random, 24, r -> KEYS[r.nextInt(KEYS.length)][0]));
          return Stream.of(bytes(keys + "\\e[200~paste\\e[2\\e[201~z"), 6, random);
        },
        stream -> assertEquals(decode(stream.bytes), decode(stream.bytes, stream.cuts)));
  }

  @Test
  void anyBytesAreEatenAndSplitsChangeNothing() {
    byte[] frequent = bytes("\\e\\e\\e[[]OP_;:0123456789~uMmtR<?$ab\u0000\r\\");
    Property.check(
        1000,
        random -> Stream.of(Gen.bytes(random, 200, frequent), 5, random),
        stream -> {
          byte[] bytes = stream.bytes;
          assertEquals(names(decode(bytes)), names(decode(bytes, stream.cuts)));
          KeyDecoder decoder = new KeyDecoder(true);
          decoder.feed(bytes, 0, bytes.length);
          drain(decoder, true, new ArrayList<>());
          decoder.flushPaste();
          drain(decoder, true, new ArrayList<>());
          assertEquals(false, decoder.isIncomplete());
        });
  }

  @Test
  void clicksOfOldTerminalsAndNoneWhereNobodyAsked() {
    assertEquals(List.of(new Event.MousePressed(0, 4, 2)), decode(bytes("\\e[M #%")));
    byte[] both = bytes("\\e[M #%\\e[<0;3;4Mq");
    KeyDecoder decoder = new KeyDecoder(false);
    decoder.feed(both, 0, both.length);
    List<Event> events = new ArrayList<>();
    drain(decoder, true, events);
    assertEquals(List.of(new Event.KeyPressed(Key.of("q"))), events);
  }
}
