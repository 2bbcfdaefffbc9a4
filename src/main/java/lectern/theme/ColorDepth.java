package lectern.theme;

/** How many colours a terminal shows. */
public enum ColorDepth {
  NONE,
  ANSI_8,
  ANSI_16,
  INDEXED_256,
  TRUE_COLOR
}
