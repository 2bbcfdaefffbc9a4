package lectern.layout;

import java.util.List;
import lectern.text.Line;

/** A document laid out: rows, and what can be read off them. */
public record Page(List<Line> lines) {
  /** A heading and the row it begins on, from 0. */
  public record Heading(int row, int level, String title, String id) {}

  /** A link: the rows and columns of its pieces in reading order. */
  public record Link(String target, String text, List<Piece> pieces) {
    public int row() {
      return pieces.getFirst().row();
    }
  }

  /** Part of a row. @param from @param to indexes into the row's text in UTF-16 units, decoration counted */
  public record Piece(int row, int from, int to) {}

  /** A code block, and the rows it takes. */
  public record Code(int number, String language, String literal, int row, int rows) {}

  /** A search hit: its pieces on one or more rows. */
  public record Hit(List<Piece> pieces) {
    public int row() {
      return pieces.getFirst().row();
    }
  }

  public List<Heading> headings() {
    return List.of();
  }

  public List<Link> links() {
    return List.of();
  }

  public List<Code> codes() {
    return List.of();
  }

  /** Every place where the words stand, smart case (a capital letter in the query makes case matter), accents folded. */
  public List<Hit> find(String text) {
    return List.of();
  }

  /** The place of a row, from 0. */
  public Place placeOf(int row) {
    return Place.START;
  }

  /** The row on which a place stands at this width. */
  public int rowOf(Place place) {
    return 0;
  }

  /** The row that a fragment names: a heading's id, {@code fn-LABEL}; -1 for none. */
  public int rowOf(String fragment) {
    return -1;
  }

  /** The line of the source of what is shown on a row; 0 when unknown. */
  public int sourceLine(int row) {
    return 0;
  }
}
