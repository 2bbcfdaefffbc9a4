package lectern.theme;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import lectern.text.DidYouMean;
import lectern.text.DisplayWidth;
import lectern.text.Role;
import org.jspecify.annotations.Nullable;

/** Parses one theme file. */
final class ThemeFile {
  private static final int MAX_INHERITANCE_DEPTH = 8;
  private static final Role[] ROLES = Role.values();
  private static final String[] COLOR_NAMES = {
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"
  };
  private static final String[] ATTRIBUTE_NAMES = {
    "bold", "dim", "italic", "underline", "reverse", "strike"
  };

  private final String name;
  private final @Nullable Function<String, String> lookup;
  private final int inheritanceDepth;
  private final StylePatch[] patches = new StylePatch[ROLES.length];
  private final List<String> warnings = new ArrayList<>();
  private @Nullable Style defaultStyle;
  private @Nullable ThemeFile parent;
  private int lineNumber;

  ThemeFile(String name, @Nullable Function<String, String> lookup, int inheritanceDepth) {
    this.name = name;
    this.lookup = lookup;
    this.inheritanceDepth = inheritanceDepth;
  }

  List<String> warnings() {
    return warnings;
  }

  void parse(String text) {
    for (String line : text.split("\n")) {
      lineNumber++;
      parseStatement(line.strip());
    }
  }

  Theme toTheme() {
    StylePatch[] all = new StylePatch[ROLES.length];
    for (Role role : ROLES) all[role.ordinal()] = resolvePatch(role);
    Style style = resolveDefaultStyle();
    return new Theme(name, style == null ? Style.PLAIN : style, all);
  }

  private void parseStatement(String text) {
    if (text.isEmpty() || text.charAt(0) == '#') return;
    int colon = text.indexOf(':');
    if (colon < 0) {
      warn(
          "a line is \"role: colour on colour attributes\", but this has no colon: "
              + excerpt(text));
      return;
    }
    String key = text.substring(0, colon).strip();
    String value = stripComment(text.substring(colon + 1)).strip();
    if (key.equals("inherits")) inherit(value);
    else if (key.equals("page")) defaultStyle = parsePatch(value).applyTo(Style.PLAIN);
    else parseRole(key, value);
  }

  /** Removes a comment: a {@code #} between spaces. Before digits it is a colour. */
  private static String stripComment(String value) {
    for (int i = value.indexOf('#'); i >= 0; i = value.indexOf('#', i + 1)) {
      boolean begins = i == 0 || Character.isWhitespace(value.charAt(i - 1));
      boolean alone = i + 1 == value.length() || Character.isWhitespace(value.charAt(i + 1));
      if (begins && alone) return value.substring(0, i);
    }
    return value;
  }

  private void parseRole(String key, String value) {
    String wanted = key.toUpperCase(Locale.ROOT).replace('-', '_');
    for (Role role : ROLES) {
      if (role.name().equals(wanted)) {
        patches[role.ordinal()] = parsePatch(value);
        return;
      }
    }
    warn("unknown role \"" + excerpt(key) + "\"" + suggestion(key));
  }

  private static String suggestion(String key) {
    List<String> names = new ArrayList<>();
    for (Role role : ROLES) names.add(role.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    String near = DidYouMean.suggest(key.toLowerCase(Locale.ROOT), names);
    return near == null ? "" : "; did you mean " + near + "?";
  }

  private void inherit(String other) {
    // a theme that has the name of one built in may build on that one
    boolean circle =
        inheritanceDepth >= MAX_INHERITANCE_DEPTH
            || other.equals(name) && Theme.findBuiltInText(other) == null;
    String text = circle ? null : findThemeText(other);
    if (circle) {
      warn("themes inherit from each other in a circle at \"" + other + "\"");
    } else if (text == null) {
      String names = String.join(", ", Theme.builtInNames());
      warn("no theme \"" + other + "\" to inherit from; there are " + names);
    } else {
      parent = new ThemeFile(other, lookup, inheritanceDepth + 1);
      parent.parse(text);
      warnings.addAll(parent.warnings);
    }
  }

  /** The text of the user's own theme, unless this is it, else of the built-in one. */
  private @Nullable String findThemeText(String other) {
    String own = lookup == null || other.equals(name) ? null : lookup.apply(other);
    return own == null ? Theme.findBuiltInText(other) : own;
  }

  private StylePatch parsePatch(String value) {
    Color foreground = null;
    Color background = null;
    int on = 0;
    int off = 0;
    boolean isBackground = false;
    for (String word : value.replace('\t', ' ').split(" ")) {
      if (word.isEmpty()) continue;
      if (word.equals("on")) {
        isBackground = true;
        continue;
      }
      int attribute = parseAttribute(word);
      if (attribute > 0) on |= attribute;
      else if (attribute < 0) off |= -attribute;
      else {
        Color color = parseColor(word);
        if (color == null) warn("neither a colour nor an attribute: \"" + excerpt(word) + "\"");
        else if (isBackground) background = color;
        else foreground = color;
        isBackground = false;
      }
    }
    return new StylePatch(foreground, background, on, off);
  }

  private static int parseAttribute(String word) {
    boolean not = word.startsWith("no-");
    String wanted = not ? word.substring(3) : word;
    for (int i = 0; i < ATTRIBUTE_NAMES.length; i++) {
      if (ATTRIBUTE_NAMES[i].equals(wanted)) return not ? -(1 << i) : 1 << i;
    }
    return 0;
  }

  private static @Nullable Color parseColor(String word) {
    if (word.equals("default")) return Color.DEFAULT;
    if (word.charAt(0) == '#') return parseHexColor(word.substring(1));
    boolean bright = word.startsWith("bright-");
    String wanted = bright ? word.substring(7) : word;
    for (int i = 0; i < COLOR_NAMES.length; i++) {
      if (COLOR_NAMES[i].equals(wanted)) return Color.indexed(bright ? i + 8 : i);
    }
    int n = parseNumber(word, 10);
    if (n < 0 || n > 255 || word.length() > 3) return null;
    return Color.indexed(n);
  }

  private static @Nullable Color parseHexColor(String digits) {
    int n = parseNumber(digits, 16);
    if (n < 0) return null;
    if (digits.length() == 3) return Color.rgb((n >> 8) * 17, (n >> 4 & 15) * 17, (n & 15) * 17);
    return digits.length() == 6 ? Color.rgb(n >> 16, n >> 8 & 255, n & 255) : null;
  }

  /** The number; -1 for none. */
  private static int parseNumber(String digits, int radix) {
    if (digits.isEmpty() || digits.length() > 6) return -1;
    int n = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = Character.digit(digits.charAt(i), radix);
      if (digit < 0) return -1;
      n = n * radix + digit;
    }
    return n;
  }

  /** The patch in this file for the role or its fallbacks, else the inherited one. */
  private @Nullable StylePatch resolvePatch(Role role) {
    for (Role r = role; r != null; r = fallback(r)) {
      if (patches[r.ordinal()] != null) return patches[r.ordinal()];
    }
    return parent == null ? defaultPatch(role) : parent.resolvePatch(role);
  }

  private @Nullable Style resolveDefaultStyle() {
    return defaultStyle != null || parent == null ? defaultStyle : parent.resolveDefaultStyle();
  }

  private static @Nullable Role fallback(Role role) {
    return switch (role) {
      case HEADING_6 -> Role.HEADING_5;
      case HEADING_5 -> Role.HEADING_4;
      case HEADING_4 -> Role.HEADING_3;
      case HEADING_3 -> Role.HEADING_2;
      case HEADING_2 -> Role.HEADING_1;
      case ALERT_TIP, ALERT_IMPORTANT, ALERT_WARNING, ALERT_CAUTION -> Role.ALERT_NOTE;
      case CODE_LABEL -> Role.META;
      case TARGET, IMAGE, FOOTNOTE -> Role.LINK;
      case KBD -> Role.CODE;
      case MATCH_CURRENT -> Role.MATCH;
      case CODE_KEYWORD, CODE_TYPE, CODE_FUNCTION, CODE_STRING, CODE_NUMBER, CODE_COMMENT ->
          Role.CODE_BLOCK;
      case CODE_OPERATOR, CODE_CONSTANT, CODE_ATTRIBUTE, CODE_TAG, CODE_ANNOTATION ->
          Role.CODE_BLOCK;
      case CODE_INSERTED, CODE_DELETED -> Role.CODE_BLOCK;
      case CODE_KEY, CODE_VARIABLE -> Role.CODE_ATTRIBUTE;
      case CODE_ESCAPE -> Role.CODE_CONSTANT;
      default -> null;
    };
  }

  /** The attributes of a role that a theme does not mention. */
  private static @Nullable StylePatch defaultPatch(Role role) {
    int on =
        switch (role) {
          case STRONG, TITLE, HEADING_1, TABLE_HEAD -> Style.BOLD;
          case EMPHASIS -> Style.ITALIC;
          case UNDERLINE, LINK -> Style.UNDERLINE;
          case STRIKE -> Style.STRIKE;
          case MATCH, FOCUS, HIGHLIGHT -> Style.REVERSE;
          default -> 0;
        };
    return on == 0 ? null : new StylePatch(null, null, on, 0);
  }

  private static String excerpt(String text) {
    return DisplayWidth.truncate(text, 40, "…");
  }

  private void warn(String sentence) {
    warnings.add(name + ".theme:" + lineNumber + ": " + sentence);
  }
}
