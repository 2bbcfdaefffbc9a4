package lectern.text;

/**
 * A set of {@link Role}s.
 *
 * @param bits bit n for the role of ordinal n
 */
public record RoleSet(long bits) {
  public static final RoleSet NONE = new RoleSet(0);
  private static final Role[] ROLES = Role.values();

  public static RoleSet of(Role role) {
    return new RoleSet(bit(role));
  }

  public static RoleSet of(Role first, Role... more) {
    long bits = bit(first);
    for (Role role : more) bits |= bit(role);
    return new RoleSet(bits);
  }

  public RoleSet with(Role role) {
    return has(role) ? this : new RoleSet(bits | bit(role));
  }

  public RoleSet with(RoleSet more) {
    return (bits | more.bits) == bits ? this : new RoleSet(bits | more.bits);
  }

  public boolean has(Role role) {
    return (bits & bit(role)) != 0;
  }

  public boolean isEmpty() {
    return bits == 0;
  }

  /** The role whose ordinal is n, without the copy that {@link Role#values()} makes. */
  public static Role byOrdinal(int n) {
    return ROLES[n];
  }

  private static long bit(Role role) {
    return 1L << role.ordinal();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RoleSet that && that.bits == bits;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(bits);
  }
}
