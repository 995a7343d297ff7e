package io.timeledger.calendar.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.timeledger.schemas.resource.Provider;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PollIntervalsTest {
  private static final Duration FILES = Duration.ofMinutes(30);
  private static final Duration CALENDARS = Duration.ofMinutes(15);
  private static final Duration PUSHED = Duration.ofHours(6);

  @ParameterizedTest
  @CsvSource({
    "GOOGLE, false, PT15M",
    "GOOGLE, true, PT6H",
    "MICROSOFT, false, PT15M",
    "MICROSOFT, true, PT6H",
    "ICS, false, PT30M"
  })
  void areLongWhereTheProviderReportsChanges(Provider provider, boolean watched, Duration every) {
    assertThat(new PollIntervals(FILES, CALENDARS, PUSHED).of(provider, watched)).isEqualTo(every);
  }

  @Test
  void refusesAnIntervalThatIsNone() {
    assertThatThrownBy(() -> new PollIntervals(FILES, Duration.ZERO, PUSHED))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
