/**
 * What a server offers its readers: screens and commands over one catalog, kept positions, metrics.
 */
@NullMarked
package lectern.serve;

import org.jspecify.annotations.NullMarked;
