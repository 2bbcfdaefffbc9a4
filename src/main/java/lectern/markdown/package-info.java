/**
 * Markdown source to a {@link lectern.markdown.Document}: the only room that knows commonmark and
 * jsoup.
 */
package lectern.markdown;
