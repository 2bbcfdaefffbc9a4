/** What roles look like: themes are data, and this room reads them. */
package lectern.theme;
