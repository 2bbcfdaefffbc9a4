/** Where the links of posts lead: one rule for the reader and for {@code lectern check}. */
package lectern.links;
