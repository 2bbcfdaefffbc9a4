/** Source code to roles: colours code blocks by language, without ever changing a character. */
@NullMarked
package lectern.code;

import org.jspecify.annotations.NullMarked;
