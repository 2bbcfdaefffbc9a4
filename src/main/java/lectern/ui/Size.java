package lectern.ui;

/** Of a terminal, in character cells. */
public record Size(int columns, int rows) {}
