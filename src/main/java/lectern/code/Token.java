package lectern.code;

import lectern.text.Role;

/** What tokens are painted as: {@code ordinal + 1} of their role, 0 for plain text. */
final class Token {
  static final byte PLAIN = 0;
  static final byte KEYWORD = of(Role.CODE_KEYWORD);
  static final byte TYPE = of(Role.CODE_TYPE);
  static final byte FUNCTION = of(Role.CODE_FUNCTION);
  static final byte STRING = of(Role.CODE_STRING);
  static final byte NUMBER = of(Role.CODE_NUMBER);
  static final byte COMMENT = of(Role.CODE_COMMENT);
  static final byte OPERATOR = of(Role.CODE_OPERATOR);
  static final byte CONSTANT = of(Role.CODE_CONSTANT);
  static final byte ATTRIBUTE = of(Role.CODE_ATTRIBUTE);
  static final byte KEY = of(Role.CODE_KEY);
  static final byte VARIABLE = of(Role.CODE_VARIABLE);
  static final byte ESCAPE = of(Role.CODE_ESCAPE);
  static final byte TAG = of(Role.CODE_TAG);
  static final byte ANNOTATION = of(Role.CODE_ANNOTATION);
  static final byte INSERTED = of(Role.CODE_INSERTED);
  static final byte DELETED = of(Role.CODE_DELETED);

  private Token() {}

  private static byte of(Role role) {
    return (byte) (role.ordinal() + 1);
  }
}
