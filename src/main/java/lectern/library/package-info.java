/** Posts on disk to a catalog: the only room that knows YAML and TOML. */
package lectern.library;
