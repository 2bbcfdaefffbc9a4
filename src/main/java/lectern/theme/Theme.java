package lectern.theme;

import lectern.text.Roles;

/** What each role looks like. A fold: the roles of a span in the order of the enum, later over earlier. */
public final class Theme {
  private final String name;

  private Theme(String name) {
    this.name = name;
  }

  /** The theme built in under this name. @throws IllegalArgumentException when there is none; {@link #names} says which */
  public static Theme of(String name) {
    return new Theme(name);
  }

  public String name() {
    return name;
  }

  /** The look of text with these roles, before it is mapped down to what the terminal can show. */
  public Style style(Roles roles) {
    return Style.PLAIN;
  }

  /** Names of the themes built in, the default first. */
  public static java.util.List<String> names() {
    return java.util.List.of("ansi");
  }
}
