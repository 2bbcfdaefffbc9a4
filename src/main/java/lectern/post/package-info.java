/**
 * What a post is: data about posts, good and broken, and the questions one can ask of a folder of
 * them.
 */
package lectern.post;
