/** Where the links of posts lead. */
package lectern.links;
