package io.timeledger.schemas.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.schemas.resource.Provider;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CalendarScopesTest {

  @ParameterizedTest
  @EnumSource(
      value = Provider.class,
      names = {"GOOGLE", "MICROSOFT"})
  void needsEveryScopeOfCalendars(Provider provider) {
    List<String> requested = CalendarScopes.requested(provider);
    assertThat(CalendarScopes.suffice(provider, requested)).isTrue();
    for (String unticked : requested) {
      List<String> granted = new ArrayList<>(requested);
      granted.remove(unticked);
      assertThat(CalendarScopes.suffice(provider, granted))
          .as(unticked)
          .isEqualTo(!unticked.toLowerCase(java.util.Locale.ROOT).contains("calendar"));
    }
  }

  @Test
  void takesAnAnswerWithoutScopesAsRequested() {
    assertThat(CalendarScopes.suffice(Provider.GOOGLE, List.of())).isTrue();
  }

  @Test
  void takesTheNamesThatMicrosoftAnswers() {
    assertThat(
            CalendarScopes.suffice(
                Provider.MICROSOFT,
                List.of("openid", "https://graph.microsoft.com/calendars.read")))
        .isTrue();
    assertThat(CalendarScopes.suffice(Provider.MICROSOFT, List.of("Calendars.ReadBasic")))
        .isFalse();
  }
}
