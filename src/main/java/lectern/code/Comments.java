package lectern.code;

/** Comments, by the marks in the table of the language. */
final class Comments {
  private final Lexer in;

  Comments(Lexer in) {
    this.in = in;
  }

  boolean tryComment() {
    for (int k = 0; k + 1 < in.language.blockComments().size(); k += 2) {
      if (!in.lookingAt(in.language.blockComments().get(k))) continue;
      if (in.language.blockComments().get(k).startsWith("=") && !in.atLineStart) continue;
      scanBlockComment(in.language.blockComments().get(k), in.language.blockComments().get(k + 1));
      return true;
    }
    for (String mark : in.language.lineComments()) {
      if (!in.lookingAt(mark)
          || mark.equals("#") && in.language.has("hash-alone") && !isHashAlone()) continue;
      if (in.language.has("leading-comments")
          && !in.atLineStart
          && in.s.indexOf(mark, in.i + 1) > 0
          && in.s.indexOf(mark, in.i + 1) < in.lineEnd(in.i)) continue;
      int to = in.lineEnd(in.i);
      if (in.language.has("spliced"))
        while (to < in.end && to > in.i && in.s.charAt(to - 1) == '\\') to = in.lineEnd(to + 1);
      if (in.language.has("php") && in.s.indexOf("?>", in.i, to) > 0)
        to = in.s.indexOf("?>", in.i, to);
      in.paintTo(to, Token.COMMENT);
      return true;
    }
    return false;
  }

  private boolean isHashAlone() {
    return in.i == 0 || in.s.charAt(in.i - 1) <= ' ' || ";(){}".indexOf(in.s.charAt(in.i - 1)) >= 0;
  }

  private void scanBlockComment(String opens, String closes) {
    int from = in.i;
    int nested = 1;
    in.i += opens.length();
    while (in.i < in.end && nested > 0) {
      in.painter.stepCount++;
      if (in.lookingAt(closes)) {
        nested--;
        in.i += closes.length();
      } else if (in.language.has("nested") && in.lookingAt(opens)) {
        nested++;
        in.i += opens.length();
      } else in.i++;
    }
    in.i = Math.min(in.i, in.end);
    in.paint(from, in.i, Token.COMMENT);
  }
}
