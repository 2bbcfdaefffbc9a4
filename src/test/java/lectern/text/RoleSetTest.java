package lectern.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class RoleSetTest {
  @Test
  void everyRoleHasItsBit() {
    assertTrue(Role.values().length <= 64, "RoleSet is one long");
    for (Role role : Role.values()) {
      assertTrue(RoleSet.of(role).has(role));
      assertEquals(1, Long.bitCount(RoleSet.of(role).bits()));
      assertSame(role, RoleSet.byOrdinal(role.ordinal()));
    }
  }

  @Test
  void addingWhatIsThereMakesNothingNew() {
    RoleSet roles = RoleSet.of(Role.STRONG, Role.LINK);
    assertSame(roles, roles.with(Role.LINK));
    assertSame(roles, roles.with(RoleSet.of(Role.STRONG)));
    assertEquals(RoleSet.of(Role.LINK, Role.STRONG), roles);
  }

  @Test
  void wordsLeaveDecorationOut() {
    Line line = Line.of(Span.of("│ ", Role.DECOR), Span.of("said "), Span.of("so", Role.STRONG));
    assertEquals("│ said so", line.text());
    assertEquals("said so", line.textWithoutDecor());
    assertEquals(9, line.width());
    assertEquals("> │ said so", line.withPrefix(List.of(Span.of("> ", Role.DECOR))).text());
  }
}
