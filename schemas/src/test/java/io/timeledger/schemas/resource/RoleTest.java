package io.timeledger.schemas.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoleTest {

  @Test
  void givesEveryRoleButViewersTheirOwnCalendars() {
    assertThat(Role.values())
        .filteredOn(role -> role.permissions().contains(Permission.CALENDAR))
        .containsExactly(Role.OWNER, Role.ADMIN, Role.MANAGER, Role.MEMBER);
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void impliesTheFeedByNothing(Role role) {
    assertThat(role.permissions()).doesNotContain(Permission.FEED);
    assertThat(role.grant(Set.of(), false)).doesNotContain(Permission.FEED);
    assertThat(role.grant(Set.of(Permission.ADMIN), false)).doesNotContain(Permission.FEED);
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void opensTheFeedAloneToATokenOfTheFeed(Role role) {
    assertThat(role.grant(Set.of(Permission.FEED), false)).containsExactly(Permission.FEED);
    assertThat(role.grant(Set.of(Permission.FEED), true)).containsExactly(Permission.FEED);
  }

  @Test
  void givesNoCalendarToATokenThatNamesOtherScopes() {
    assertThat(Role.MEMBER.grant(Set.of(Permission.READ, Permission.WRITE), false))
        .containsExactlyInAnyOrder(Permission.READ, Permission.WRITE);
  }

  @Test
  void leavesOwnCalendarsToATokenOfOwnData() {
    assertThat(Role.ADMIN.grant(Set.of(), true))
        .containsExactlyInAnyOrder(Permission.READ, Permission.WRITE, Permission.CALENDAR);
  }
}
