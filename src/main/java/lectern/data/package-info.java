/** YAML and TOML parsed to values; every scalar stays the text that was written. */
@NullMarked
package lectern.data;

import org.jspecify.annotations.NullMarked;
