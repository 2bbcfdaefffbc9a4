/** YAML and TOML parsed to values; every scalar stays the text that was written. */
package lectern.data;
