/** Constructs of site generators that are no Markdown: MDX, template fences. */
package lectern.markdown.dialect;
