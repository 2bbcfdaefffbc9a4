/** Classes that break the rules of {@link lectern.Rooms}, each one of them, for its own test. */
package lectern.roomsfixture.a;
