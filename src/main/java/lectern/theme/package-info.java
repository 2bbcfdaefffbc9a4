/** Roles to styles: themes as data files, and colours mapped to what a terminal can show. */
package lectern.theme;
