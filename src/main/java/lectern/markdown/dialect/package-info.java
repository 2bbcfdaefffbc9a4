/** Constructs that site generators add to Markdown: MDX, template fences. */
package lectern.markdown.dialect;
