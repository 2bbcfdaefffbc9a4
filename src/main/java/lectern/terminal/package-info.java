/** Terminal output and input: escape codes, raw mode, key decoding. */
package lectern.terminal;
