package lectern.markdown.dialect;

import java.util.Locale;
import lectern.markdown.dialect.LabeledBlock.Form;

/** The words that name the blocks of generators, and what they mean. */
final class BlockWords {
  private static final String FOLDS =
      " details spoiler collapse collapsible toggle dropdown accordion expand expander foldable"
          + " hide hidetoggle collapsed faq-item ";

  private static final String QUOTES = " blockquote pullquote epigraph ";

  /** Blocks that only arrange their content. */
  private static final String ARRANGEMENTS =
      " code-group codegroup tabs tab tab-item tabitem tab-set tabset raw v-pre columns column col"
          + " cols row rows grid grid-item card cards card-group center left right align-center"
          + " align-left align-right container div section figure steps step slot wrapper group"
          + " fullwidth full-width wide layout panel-tabset ";

  private static final String ALERTS =
      " note notice callout alert admonition aside hint info information tip warning warn caution"
          + " danger important attention error success question example abstract summary todo bug"
          + " failure message seealso help faq check announcement remark infobox notification"
          + " pageinfo ";

  private BlockWords() {}

  static Form formOf(String word) {
    if (contains(FOLDS, word)) return Form.FOLD;
    if (contains(QUOTES, word)) return Form.QUOTE;
    return contains(ARRANGEMENTS, word) ? Form.PLAIN : Form.ALERT;
  }

  /** Whether a word is known to name alerts: of names that could be anything. */
  static boolean isAlert(String word) {
    return contains(ALERTS, word);
  }

  private static boolean contains(String words, String word) {
    return words.contains(" " + word.toLowerCase(Locale.ROOT) + " ");
  }
}
