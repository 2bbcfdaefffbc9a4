/** Source code to roles: colours code blocks by language, without ever changing a character. */
package lectern.code;
