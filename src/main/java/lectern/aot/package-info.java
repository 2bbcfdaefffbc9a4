/** Trains the AOT cache when the program is built. */
package lectern.aot;
