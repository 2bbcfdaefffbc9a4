/** Posts and broken posts as data, the catalog of a folder, and queries on it. */
package lectern.post;
