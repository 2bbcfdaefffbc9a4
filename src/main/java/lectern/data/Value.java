package lectern.data;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value of front matter or of a settings file. Every scalar stays the text that was written. */
public sealed interface Value {
  /** UTF-16 units of a text of data; longer ones are not read. */
  int MAX_LENGTH = 64 * 1024;

  /** How deep values may be nested. */
  int MAX_DEPTH = 20;

  <R> R accept(Visitor<R> visitor);

  /** One method for each kind of value. */
  interface Visitor<R> {
    R visit(Null none);

    R visit(Scalar scalar);

    R visit(Sequence sequence);

    R visit(Mapping mapping);
  }

  /** A name without a value, {@code ~} or {@code null}. */
  record Null() implements Value {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * A text, number, date or truth value.
   *
   * @param line of the file, from 1
   * @param column from 1
   */
  record Scalar(String text, int line, int column) implements Value {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** A list. */
  record Sequence(List<Value> items) implements Value {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * Named values.
   *
   * @param fields in the order of the file; a name may stand twice
   */
  record Mapping(List<Field> fields) implements Value {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }

    /** The scalar that the first field of a name holds; null for none. */
    public @Nullable Scalar scalar(String name) {
      for (Field field : fields)
        if (field.name().equals(name)) return field.value() instanceof Scalar s ? s : null;
      return null;
    }
  }

  /**
   * A name and its value.
   *
   * @param line of the name in the file, from 1
   */
  record Field(String name, Value value, int line) {}
}
