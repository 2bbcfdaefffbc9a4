package lectern.library;

import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import lectern.markdown.HeadingText;
import lectern.post.Entry;
import lectern.post.Post;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrontMatterTest {
  private static final String[] BAD_LINES = {
    "summary: a: b",
    "summary: \"open",
    "summary: [open",
    "summary: {open: [",
    "summary: 'a' b",
    "summary: @x",
    "summary: %x",
    "summary: *nobody",
    "\tsummary: x",
    "just words",
    "summary: |x\n  y",
    "? [",
    "summary: \"\\q\"",
  };

  private static Entry read(String text) {
    return PostFiles.load("a.md", text.getBytes(StandardCharsets.UTF_8)).entry(HeadingText::of);
  }

  @Test
  void aBadLineLosesOnlyItselfWhereverItStands() {
    List<String> good = List.of("title: A title", "date: 2024-05-01", "tags: [a, b]", "author: X");
    for (String bad : BAD_LINES) {
      for (int at = 0; at <= good.size(); at++) {
        List<String> lines = new ArrayList<>(good);
        lines.add(at, bad);
        Post post = read("---\n" + String.join("\n", lines) + "\n---\nBody.\n").post();
        assertEquals("A title", post.title(), lines.toString());
        assertEquals("2024-05-01", post.date().orElseThrow().day().toString(), lines.toString());
        assertEquals(2, post.tags().size(), lines.toString());
        assertEquals(List.of("X"), post.authors(), lines.toString());
        int line = post.diagnostics().getFirst().line();
        assertTrue(line >= at + 2 && line <= at + 4, lines + " " + post.diagnostics());
      }
    }
  }

  @Test
  void aBadMemberOfAnObjectLosesOnlyItself() {
    String[] bad = {
      "\"x\": y", "\"x\" 1", "\"x\": \"open", "x: 1", "\"x\": [1, a]", "\"x\": \"\\u12\""
    };
    for (String member : bad) {
      Post post =
          read("{\n\"title\": \"T\",\n" + member + ",\n\"date\": \"2024-05-01\"\n}\n\nBody.\n")
              .post();
      assertEquals("T", post.title(), member);
      assertTrue(post.date().isPresent(), member);
      assertEquals(3, post.diagnostics().getFirst().line(), member);
    }
  }

  @Test
  void anyTextIsReadSomehow() {
    Random random = new Random(12);
    String[] parts = {
      "---", "+++", ";;;", "{", "}", "\n", "\n", "\n", "title", ": ", " = ", "\"", "'", "[", "]",
      ",", "#", "&a", "*a", "!b", "- ", "  ", "\t", "json", "2024-01-02", "tags", "\\", "|", "<<",
          "é"
    };
    for (int i = 0; i < 4_000; i++) {
      StringBuilder text = new StringBuilder(parts[random.nextInt(4)]);
      for (int n = random.nextInt(30); n > 0; n--) text.append(parts[random.nextInt(parts.length)]);
      Entry entry = read(text.toString());
      assertFalse(entry.title().isEmpty(), text.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: b: c\n",
        "- [\n",
        "title: \"\n",
        "tags: [#a, #b\n",
        "\"a\": [\n",
        "a = [\n",
        "a: *b\n",
        "- #x\n",
        "a: &b [x]\nc: *b\n",
        "{\"a\":\n",
        "title: `x` & _y_ <b\n",
        "[a]\n",
        "  - @\n"
      })
  void hostileFrontMatterTakesLittleTime(String line) {
    for (String mark : new String[] {"---", "+++", "---json", "---toml", "{"}) {
      String source = line.repeat(20_000 / line.length());
      String text = mark + "\n" + source + (mark.equals("{") ? "}" : mark.substring(0, 3)) + "\n";
      assertTimeoutPreemptively(ofSeconds(20), () -> read(text));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Plain words, nothing else",
        "List<String> and Map<K, V>",
        "a * b * c and 2*3*4",
        "__init__ and snake_case_name_",
        "AT&T; R&D & more",
        "C# and F #",
        "a_b_c [draft] (x)",
        "if (a < b && c > d)",
        "~5 minutes ~ 10",
        "Über »die« Straße: ein Wort",
        "#hashtag",
        "1. first",
        "- dash",
        "> quote",
      })
  void whatOnlyLooksLikeMarkdownStaysInATitle(String title) {
    String yaml = "---\ntitle: '" + title + "'\ndescription: '" + title + "'\n---\n";
    assertEquals(title, read(yaml).title());
    assertEquals(title, read(yaml).post().description());
  }
}
