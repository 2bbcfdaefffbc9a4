/** Serves posts to readers over SSH: their catalog, their places, metrics. */
package lectern.serve;
