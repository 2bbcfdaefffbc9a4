package lectern.ui;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import lectern.post.BrokenPost;
import lectern.post.Catalog;
import lectern.post.Diagnostic;
import lectern.post.Entry;
import lectern.post.Post;
import lectern.post.PostBody;
import lectern.post.PostDate;
import lectern.post.Tag;
import lectern.ui.update.Update;

/** A world without disk or terminal around a state: keys go in, effects are answered at once. */
final class Simulation {
  private static final String[] WORDS = {
    "retry",
    "Ärger",
    "signal",
    "日本語の見出し",
    "👩‍👩‍👧 family",
    "queue",
    "a",
    "budget",
    "naïve café",
    "x".repeat(70)
  };

  private final Random random;
  Model model;
  boolean left;
  final List<Effect> done = new ArrayList<>();

  Simulation(Model model, long seed) {
    this.model = model;
    this.random = new Random(seed);
  }

  void step(Event event) {
    Deque<Event> events = new ArrayDeque<>(List.of(event));
    while (!events.isEmpty()) {
      Step next = Update.of(model, events.poll());
      model = next.model();
      for (Effect effect : next.effects()) answer(effect, events);
    }
  }

  private void answer(Effect effect, Deque<Event> events) {
    done.add(effect);
    switch (effect) {
      case Effect.LoadPost open ->
          events.add(
              new Event.PostLoaded(
                  LoadedPost.of(open.entry(), source(open.entry()), model.posts()::catalog),
                  open.target(),
                  open.requestId()));
      case Effect.Reload _ -> events.add(new Event.CatalogLoaded(model.posts().catalog(), true));
      case Effect.Copy copy ->
          events.add(
              new Event.CopyFinished(
                  random.nextBoolean() ? "" : "no", copy.text(), copy.description()));
      case Effect.Edit edit -> {
        if (edit.position() == null) break;
        OpenTarget goal = new OpenTarget.AtPosition(edit.position(), -1);
        events.add(
            new Event.PostLoaded(
                LoadedPost.of(edit.entry(), source(edit.entry()), model.posts()::catalog),
                goal,
                edit.requestId()));
      }
      case Effect.Quit _ -> left = true;
      case Effect.HashPosts _,
          Effect.Save _,
          Effect.ResolveFile _,
          Effect.SetTheme _,
          Effect.Redraw _,
          Effect.Suspend _,
          Effect.Browse _ -> {}
    }
  }

  /** The same text every time for one post. */
  static PostBody source(Entry entry) {
    Random random = new Random(entry.name().hashCode());
    StringBuilder out = new StringBuilder();
    int blocks = random.nextInt(30);
    for (int i = 0; i < blocks; i++) out.append(block(random)).append("\n\n");
    return new PostBody(out.toString(), 1, List.of());
  }

  private static String block(Random random) {
    String words = words(random, 1 + random.nextInt(40));
    return switch (random.nextInt(8)) {
      case 0 -> "#".repeat(1 + random.nextInt(6)) + " " + words(random, 3);
      case 1 -> "```java\n" + words(random, 30) + "\nint x;\n```";
      case 2 -> "- " + words + "\n- [link](#a)\n- [there](/post-1.md#x)";
      case 3 -> "<details><summary>More</summary>\n\n" + words + "\n\n</details>";
      case 4 -> "[out](https://example.org/a) and [gone](nowhere.md) and [up](../../x) " + words;
      case 5 -> "> " + words;
      default -> words;
    };
  }

  static String words(Random random, int n) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < n; i++)
      out.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
    return out.toString();
  }

  static Catalog catalog(int posts, long seed) {
    Random random = new Random(seed);
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < posts; i++)
      entries.add(random.nextInt(9) == 0 ? broken(i) : post(i, random));
    List<Diagnostic> problems =
        random.nextInt(4) == 0
            ? List.of(new Diagnostic(Path.of("/posts/loop"), 0, 0, "a loop of links"))
            : List.of();
    return new Catalog("posts", entries, problems);
  }

  private static Entry broken(int i) {
    Path path = Path.of("/posts/broken-" + i + ".md");
    return BrokenPost.of(
        path,
        "broken-" + i + ".md",
        "broken-" + i,
        true,
        false,
        10,
        1,
        List.of(new Diagnostic(path, 4, 1, "mapping values are not allowed here")));
  }

  private static Entry post(int i, Random random) {
    List<Tag> tags = new ArrayList<>();
    for (int t = random.nextInt(4); t > 0; t--) tags.add(Tag.of("tag-" + random.nextInt(9)));
    boolean dated = random.nextInt(5) > 0;
    LocalDate day =
        LocalDate.of(2020 + random.nextInt(6), 1 + random.nextInt(12), 1 + random.nextInt(28));
    Optional<PostDate> date =
        dated ? Optional.of(new PostDate(day, day.toEpochDay() * 86_400_000L)) : Optional.empty();
    return new Post(
        Path.of("/posts/post-" + i + ".md"),
        "post-" + i + ".md",
        "post-" + i,
        List.of(),
        words(random, 1 + random.nextInt(5)),
        random.nextBoolean() ? "" : words(random, 12),
        date,
        Optional.empty(),
        tags,
        List.of(),
        random.nextInt(6) == 0,
        random.nextInt(4) == 0 ? random.nextInt(5) : Double.POSITIVE_INFINITY,
        1 + random.nextInt(20),
        100 + i,
        1,
        List.of());
  }
}
