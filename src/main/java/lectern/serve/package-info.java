/**
 * What a server offers its readers: screens and commands over one catalog, kept positions, metrics.
 */
package lectern.serve;
