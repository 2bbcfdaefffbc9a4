/** Trains the AOT caches when the program is built; not in the program's jar. */
package lectern.aot;
