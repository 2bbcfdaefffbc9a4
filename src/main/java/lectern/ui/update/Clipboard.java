package lectern.ui.update;

import java.util.ArrayList;
import java.util.List;
import lectern.layout.Page;
import lectern.markdown.Block;
import lectern.ui.DisplayText;
import lectern.ui.Effect;
import lectern.ui.Event;
import lectern.ui.FocusTarget;
import lectern.ui.Model;
import lectern.ui.Picker;
import lectern.ui.ReaderScreen;
import lectern.ui.Step;
import lectern.ui.TextScreen;

/** Copies code and addresses. */
final class Clipboard {
  private Clipboard() {}

  /** Copies the block of code in view; of several, asks which. */
  static Step copyCode(Model model, ReaderScreen reader) {
    List<Page.CodeRows> inView = codeBlocksInView(model, reader);
    if (inView.isEmpty()) return Step.of(model.withMessage("No code in view"));
    if (inView.size() == 1) return copyCodeBlock(model, reader, inView.getFirst().number());
    List<Block.CodeBlock> codeBlocks = reader.content().document().codeBlocks();
    List<Picker.Choice> choices = new ArrayList<>();
    for (int i = 0; i < inView.size() && i < 26; i++) {
      int number = inView.get(i).number();
      choices.add(choiceOf(codeBlocks.get(number - 1), number, (char) ('a' + i)));
    }
    return Step.of(model.push(Picker.of(Picker.Kind.CODE_BLOCKS, "copy which code?", choices, 0)));
  }

  private static Picker.Choice choiceOf(Block.CodeBlock code, int number, char letter) {
    String first = code.literal().strip();
    int end = first.indexOf('\n');
    String label = letter + "  " + (end < 0 ? first : first.substring(0, end));
    return new Picker.Choice(label, code.language(), 0, number);
  }

  private static List<Page.CodeRows> codeBlocksInView(Model model, ReaderScreen reader) {
    int bottom = reader.top() + model.metrics().pageRows();
    List<Page.CodeRows> inView = new ArrayList<>();
    for (Page.CodeRows code : reader.page().codeBlocks()) {
      if (code.row() < bottom && code.row() + code.rowCount() > reader.top()) inView.add(code);
    }
    return inView;
  }

  static Step copyCodeBlock(Model model, ReaderScreen reader, int number) {
    String literal = reader.content().document().codeBlocks().get(number - 1).literal();
    int lines = (int) literal.chars().filter(c -> c == '\n').count();
    String description = DisplayText.pluralize(Math.max(1, lines), "line") + " of code";
    return Step.of(model, new Effect.Copy(literal, description));
  }

  /** Copies where the link in focus points; without one, the file of the post. */
  static Step copyAddress(Model model, ReaderScreen reader) {
    if (reader.focusedTarget() instanceof FocusTarget.LinkTarget link) {
      String address = link.link().target();
      return Step.of(model, new Effect.Copy(address, "The address " + address));
    }
    String path = model.isLocal() ? reader.entry().key() : reader.entry().name();
    return Step.of(model, new Effect.Copy(path, "The post’s path " + path));
  }

  /** What the terminal would not take is shown, to be selected by hand. */
  static Model showCopyResult(Model model, Event.CopyFinished copied) {
    if (copied.failureReason().isEmpty())
      return model.withMessage(copied.description() + " sent to the clipboard");
    List<String> lines = List.of(copied.text().stripTrailing().split("\n", -1));
    return model.push(
        new TextScreen("not copied: select by hand", copied.failureReason(), lines, 0));
  }
}
