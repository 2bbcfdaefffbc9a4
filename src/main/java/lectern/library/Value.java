package lectern.library;

import java.util.List;
import java.util.Map;

/** A value of front matter or of a settings file. Every scalar stays the text that was written. */
public sealed interface Value {
  /** The line of the file on which it stands, from 1. */
  int line();

  /**
   * @param text empty for null @param line of the file, from 1 @param column from 1
   */
  record Scalar(String text, int line, int column) implements Value {}

  record Sequence(List<Value> items, int line) implements Value {}

  record Mapping(Map<String, Value> fields, int line) implements Value {}
}
