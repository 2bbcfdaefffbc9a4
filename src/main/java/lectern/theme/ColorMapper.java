package lectern.theme;

/** Maps colours to those a terminal can show, by perceived distance. */
public final class ColorMapper {
  /** The first 16 colours as in xterm. */
  private static final int[] ANSI_RGB = {
    0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5,
    0x7f7f7f, 0xff0000, 0x00ff00, 0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff
  };

  /** Contrast ratio that text needs (WCAG 2, AA). */
  private static final double MIN_CONTRAST = 4.5;

  private static final int[] CUBE_LEVELS = {0, 95, 135, 175, 215, 255};

  private ColorMapper() {}

  /** The nearest style at a colour depth; changes the foreground to keep text readable. */
  public static Style map(Style style, ColorDepth depth) {
    if (depth == ColorDepth.TRUE_COLOR) return style;
    Color foreground = map(style.foreground(), depth);
    Color background = map(style.background(), depth);
    if (losesContrast(style, foreground, background))
      foreground = nearestReadable(style, background, depth);
    if (foreground == style.foreground() && background == style.background()) return style;
    return new Style(foreground, background, style.attributes());
  }

  /** The nearest colour at a colour depth. */
  public static Color map(Color color, ColorDepth depth) {
    if (color.isDefault() || depth == ColorDepth.TRUE_COLOR) return color;
    if (depth == ColorDepth.NONE) return Color.DEFAULT;
    boolean rgb = color.kind() == Color.Kind.RGB;
    if (depth == ColorDepth.INDEXED_256)
      return rgb ? Color.indexed(nearestIndexed(color.value())) : color;
    int count = depth == ColorDepth.ANSI_8 ? 8 : 16;
    if (rgb || color.value() > 15) return Color.indexed(nearestAnsi(toRgb(color), count));
    return color.value() < count ? color : Color.indexed(color.value() - 8);
  }

  /** As {@code 0xrrggbb}; the first 16 as in xterm, the default as -1. */
  static int toRgb(Color color) {
    return switch (color.kind()) {
      case DEFAULT -> -1;
      case INDEXED -> indexedToRgb(color.value());
      case RGB -> color.value();
    };
  }

  /** Whether mapping made text less readable than it was, and less than it needs. */
  private static boolean losesContrast(Style style, Color foreground, Color background) {
    if (foreground.isDefault() || background.isDefault()) return false;
    double before = contrastRatio(style.foreground(), style.background());
    double after = contrastRatio(foreground, background);
    return after < Math.min(before, MIN_CONTRAST) - 0.01;
  }

  /** The nearest colour with enough contrast; without any, the one with the most. */
  private static Color nearestReadable(Style style, Color background, ColorDepth depth) {
    int first = depth == ColorDepth.INDEXED_256 ? 16 : 0;
    int end = depth == ColorDepth.INDEXED_256 ? 256 : depth == ColorDepth.ANSI_8 ? 8 : 16;
    int wanted = toRgb(style.foreground());
    Color near = null;
    Color clearest = Color.DEFAULT;
    double highest = 0;
    for (int i = first; i < end; i++) {
      Color color = Color.indexed(i);
      double contrast = contrastRatio(color, background);
      if (contrast >= MIN_CONTRAST
          && (near == null
              || colorDistance(wanted, indexedToRgb(i)) < colorDistance(wanted, toRgb(near))))
        near = color;
      if (contrast > highest) {
        highest = contrast;
        clearest = color;
      }
    }
    return near == null ? clearest : near;
  }

  /** Contrast ratio by WCAG 2: from 1, equal, to 21, black on white. */
  static double contrastRatio(Color one, Color other) {
    double a = relativeLuminance(toRgb(one));
    double b = relativeLuminance(toRgb(other));
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double relativeLuminance(int v) {
    return 0.2126 * linearize(v >> 16)
        + 0.7152 * linearize(v >> 8 & 255)
        + 0.0722 * linearize(v & 255);
  }

  private static double linearize(int channel) {
    double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }

  private static int indexedToRgb(int n) {
    if (n < 16) return ANSI_RGB[n];
    if (n >= 232) return (8 + 10 * (n - 232)) * 0x010101;
    int k = n - 16;
    return CUBE_LEVELS[k / 36] << 16 | CUBE_LEVELS[k / 6 % 6] << 8 | CUBE_LEVELS[k % 6];
  }

  private static int nearestIndexed(int v) {
    int r = nearestCubeLevel(v >> 16);
    int g = nearestCubeLevel(v >> 8 & 255);
    int b = nearestCubeLevel(v & 255);
    int cube = 16 + 36 * r + 6 * g + b;
    int mean = ((v >> 16) + (v >> 8 & 255) + (v & 255)) / 3;
    int grey = 232 + Math.clamp((mean - 3) / 10, 0, 23);
    return colorDistance(v, indexedToRgb(grey)) < colorDistance(v, indexedToRgb(cube))
        ? grey
        : cube;
  }

  private static int nearestCubeLevel(int channel) {
    int best = 0;
    for (int i = 1; i < CUBE_LEVELS.length; i++) {
      if (Math.abs(CUBE_LEVELS[i] - channel) < Math.abs(CUBE_LEVELS[best] - channel)) best = i;
    }
    return best;
  }

  private static int nearestAnsi(int v, int count) {
    int best = 0;
    for (int i = 1; i < count; i++) {
      if (colorDistance(v, ANSI_RGB[i]) < colorDistance(v, ANSI_RGB[best])) best = i;
    }
    return best;
  }

  /** The "redmean" distance (compuphase.com/cmetric.htm). */
  private static int colorDistance(int a, int b) {
    int red = (a >> 16) - (b >> 16);
    int green = (a >> 8 & 255) - (b >> 8 & 255);
    int blue = (a & 255) - (b & 255);
    int mean = ((a >> 16) + (b >> 16)) / 2;
    return ((512 + mean) * red * red >> 8) + 4 * green * green + ((767 - mean) * blue * blue >> 8);
  }
}
