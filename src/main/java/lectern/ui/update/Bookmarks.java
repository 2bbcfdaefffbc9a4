package lectern.ui.update;

import lectern.ui.Key;
import lectern.ui.Model;
import lectern.ui.NavigationHistory;
import lectern.ui.PendingInput;
import lectern.ui.ReaderHistory;
import lectern.ui.ReaderScreen;
import lectern.ui.Step;

/** Sets marks in posts, and jumps to them. */
public final class Bookmarks {
  private Bookmarks() {}

  /** The key after {@code m} or {@code '}; one that is no letter takes the command back. */
  public static Step handleLetter(Model model, PendingInput.MarkLetter pending, Key key) {
    Model cleared = model.clearInput();
    String letter = key.typedText();
    if (letter.isBlank() || !(cleared.screen() instanceof ReaderScreen reader))
      return Step.of(cleared);
    return switch (pending) {
      case SET -> Step.of(set(cleared, reader, letter));
      case JUMP -> jump(cleared, reader, letter);
    };
  }

  private static Model set(Model model, ReaderScreen reader, String letter) {
    NavigationHistory.Location here = reader.location();
    ReaderHistory.Bookmark mark =
        new ReaderHistory.Bookmark(letter, here.path(), here.position(), model.now());
    return model.withHistory(model.history().with(mark)).withMessage("Mark " + letter + " is set");
  }

  private static Step jump(Model model, ReaderScreen reader, String letter) {
    ReaderHistory.Bookmark mark = model.history().bookmarks().get(letter);
    if (mark == null) return Step.of(model.withMessage("There is no mark " + letter));
    return PostOpening.goTo(
        model,
        new NavigationHistory.Location(mark.path(), mark.position(), -1),
        model.navigation().leave(reader.location()));
  }
}
