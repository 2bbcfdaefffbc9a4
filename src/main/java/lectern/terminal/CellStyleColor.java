package lectern.terminal;

import com.googlecode.lanterna.TextColor;

/**
 * A whole look in the place of Lanterna's foreground colour: it rides through the buffers and comes
 * back to the pen.
 */
final class CellStyleColor implements TextColor {
  final CellStyle style;

  private CellStyleColor(CellStyle look) {
    this.style = look;
  }

  static CellStyleColor of(CellStyle look) {
    if (look.lanternaColor == null) look.lanternaColor = new CellStyleColor(look);
    return (CellStyleColor) look.lanternaColor;
  }

  @Override
  public byte[] getForegroundSGRSequence() {
    return new byte[0];
  }

  @Override
  public byte[] getBackgroundSGRSequence() {
    return new byte[0];
  }

  @Override
  public int getRed() {
    return 0;
  }

  @Override
  public int getGreen() {
    return 0;
  }

  @Override
  public int getBlue() {
    return 0;
  }

  @Override
  @Deprecated
  public java.awt.Color toColor() {
    throw new UnsupportedOperationException("looks are no AWT colours");
  }
}
