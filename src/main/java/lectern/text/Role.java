package lectern.text;

/**
 * What a piece of text <em>is</em>; only themes know what that looks like.
 *
 * <p>A theme folds the roles of a span in the order they stand here, later ones over earlier ones,
 * so the order runs from the general (a paragraph) to the momentary (a search hit). At most 64:
 * {@link RoleSet} is a bit set.
 */
public enum Role {
  // the frame around the text
  /** Bars, rules, guides, borders: no text, left out of search and of reading positions. */
  DECOR,
  /** The bars at the top and the bottom of a screen. */
  CHROME,
  /** A key in a hint or a help table. */
  KEY,
  /** Secondary text: dates, reading times, labels, counts. */
  META,
  /** One line that describes a post. */
  DESCRIPTION,
  /** A tag of a post. */
  TAG,
  /** The title of a post, in a list or over a page. */
  TITLE,
  // blocks
  QUOTE,
  HEADING_1,
  HEADING_2,
  HEADING_3,
  HEADING_4,
  HEADING_5,
  HEADING_6,
  TABLE_HEAD,
  /** The bullet or number of a list item, the box of a task. */
  MARKER,
  /** The name of an alert and its bar. */
  ALERT_NOTE,
  ALERT_TIP,
  ALERT_IMPORTANT,
  ALERT_WARNING,
  ALERT_CAUTION,
  /** The summary line of a {@code details} element. */
  SUMMARY,
  /** Any character of a code block. */
  CODE_BLOCK,
  /** The label over a code block: its language, its title. */
  CODE_LABEL,
  // inlines
  STRONG,
  EMPHASIS,
  STRIKE,
  UNDERLINE,
  /** Highlighted by the author ({@code <mark>}). */
  HIGHLIGHT,
  /** Inline code. */
  CODE,
  /** A key to press ({@code <kbd>}). */
  KBD,
  LINK,
  /** The target of a link, where it is shown as text. */
  TARGET,
  IMAGE,
  /** A reference to a footnote, and the label of the footnote itself. */
  FOOTNOTE,
  // code
  CODE_KEYWORD,
  CODE_TYPE,
  CODE_FUNCTION,
  CODE_STRING,
  CODE_NUMBER,
  CODE_COMMENT,
  CODE_OPERATOR,
  CODE_CONSTANT,
  /** Attribute names, mapping keys, lifetimes, command options. */
  CODE_ATTRIBUTE,
  /** A key that is a string itself, as JSON writes them. */
  CODE_KEY,
  /** A variable in a string. */
  CODE_VARIABLE,
  /** Parts of a string that are not its text: escapes, the delimiters of a heredoc. */
  CODE_ESCAPE,
  CODE_TAG,
  CODE_ANNOTATION,
  CODE_INSERTED,
  CODE_DELETED,
  // states
  /** A post that is not published yet. */
  DRAFT,
  /** A post that was not read yet, or its marker. */
  UNREAD,
  /** A message about something wrong. */
  PROBLEM,
  /** Text being typed. */
  PROMPT,
  /** The row that keys act on. */
  SELECTED,
  /** A search hit. */
  MATCH,
  /** The current search hit. */
  MATCH_CURRENT,
  /** The link that Enter would follow. */
  FOCUS
}
