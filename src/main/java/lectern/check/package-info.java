/** Finds what is wrong with posts: front matter, links, fences, damaged text. */
package lectern.check;
