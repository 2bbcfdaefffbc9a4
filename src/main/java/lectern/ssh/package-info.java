/** Readers from afar: the only room that knows the SSH server library. */
package lectern.ssh;
