package lectern.userdata;

import java.util.ArrayList;
import java.util.List;
import lectern.post.Query;
import org.jspecify.annotations.Nullable;

/**
 * A setting of {@code config.yaml}. A line here is all that a new one takes, besides the class that
 * asks {@link Config#get} for it: the file is parsed and {@code lectern config} printed from this
 * table.
 *
 * @param <T> the type of its values
 */
public final class Setting<T> {
  private static final List<Setting<?>> ALL = new ArrayList<>();

  public static final Setting<List<String>> POSTS =
      new Setting<>(
          "posts",
          Kind.LIST,
          List.of(),
          "folders of posts; none: ./posts, else the current folder, which is {here} here");
  public static final Setting<Integer> WIDTH =
      new Setting<>("width", Kind.NUMBER, 80, "most columns of text; 0: as wide as the screen");
  public static final Setting<String> THEME = new Setting<>("theme", Kind.WORD, "ansi", "{themes}");
  public static final Setting<Query.Sort> SORT =
      new Setting<>("sort", Kind.SORT, Query.Sort.DATE, "date, title, updated or weight");
  public static final Setting<Boolean> REVERSE =
      new Setting<>("reverse", Kind.FLAG, false, "the other way round");
  public static final Setting<Boolean> WRAP_CODE =
      new Setting<>("wrap-code", Kind.FLAG, true, "wrap long lines of code");
  public static final Setting<Integer> AMBIGUOUS_WIDTH =
      new Setting<>(
          "ambiguous-width",
          Kind.NUMBER,
          1,
          "columns of signs such as § … → ; 2 where the terminal shows them wide, as in East Asia");
  public static final Setting<Boolean> MOUSE =
      new Setting<>(
          "mouse", Kind.FLAG, false, "wheel and clicks; takes the terminal's own selection away");
  public static final Setting<List<String>> BROWSER =
      new Setting<>(
          "browser", Kind.PROGRAM, List.of(), "program that shows an address; none: only copied");
  public static final Setting<List<String>> EDITOR =
      new Setting<>(
          "editor", Kind.PROGRAM, List.of(), "program that edits a post; none: $VISUAL, $EDITOR");

  /** How a value is written. */
  enum Kind {
    LIST,
    NUMBER,
    WORD,
    SORT,
    FLAG,
    PROGRAM
  }

  /** Name in config.yaml. */
  final String name;

  final Kind kind;

  /** The value where a file says nothing. */
  final T standard;

  /** What it does; may hold {@code {here}} and {@code {themes}}. */
  final String meaning;

  private Setting(String name, Kind kind, T standard, String meaning) {
    this.name = name;
    this.kind = kind;
    this.standard = standard;
    this.meaning = meaning;
    ALL.add(this);
  }

  /** All settings, as {@code lectern config} prints them. */
  static List<Setting<?>> all() {
    return ALL;
  }

  /** The setting of a name; null for none. */
  static @Nullable Setting<?> find(String name) {
    for (Setting<?> one : ALL) if (one.name.equals(name)) return one;
    return null;
  }
}
