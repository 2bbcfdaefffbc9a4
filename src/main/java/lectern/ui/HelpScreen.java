package lectern.ui;

/**
 * The table of keys.
 *
 * @param context the screen it was asked on, whose keys come first
 * @param top index of the first row in view
 */
public record HelpScreen(KeyContext context, int top) implements Screen {
  @Override
  public KeyContext keyContext() {
    return KeyContext.COMMON;
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.help(this);
  }
}
