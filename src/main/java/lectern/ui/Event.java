package lectern.ui;

/** Something that happened, to which the state answers. */
public sealed interface Event {
  record Pressed(Key key) implements Event {}

  /** Text put in by bracketed paste: never keys. */
  record Pasted(String text) implements Event {}

  record Resized(Size size) implements Event {}

  /** @param button 0 left, 1 middle, 2 right, 64 wheel up, 65 wheel down @param row @param column from 0 */
  record Clicked(int button, int row, int column) implements Event {}

  /** The reader is gone: end of input, a hang-up, a signal. */
  record Gone(String reason) implements Event {}

  /** Nothing came in the time asked for. */
  record Tick() implements Event {}
}
