/** Reads posts on disk into a catalog, keeps an index of them, and watches their folders. */
package lectern.library;
