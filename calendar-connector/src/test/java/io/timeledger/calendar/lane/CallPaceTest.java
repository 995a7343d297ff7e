package io.timeledger.calendar.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CallPaceTest {
  private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");
  private static final Duration SPACING = Duration.ofMillis(200);

  private final CallPace pace = new CallPace(SPACING, Duration.ofSeconds(1));

  @Test
  void startsFiveCallsASecond() {
    for (int i = 0; i < 5; i++) {
      assertThat(pace.take("ann", NOW)).contains(SPACING.multipliedBy(i));
    }
  }

  @Test
  void makesNoOneWaitForOthers() {
    assertThat(pace.take("ann", NOW)).contains(Duration.ZERO);
    assertThat(pace.take("bob", NOW)).contains(Duration.ZERO);
  }

  @Test
  void savesNoCallsForLater() {
    pace.take("ann", NOW);
    Instant later = NOW.plusSeconds(60);

    assertThat(pace.take("ann", later)).contains(Duration.ZERO);
    assertThat(pace.take("ann", later)).contains(SPACING);
  }

  @Test
  void refusesWhoWouldWaitForLongAndKeepsTheLine() {
    for (int i = 0; i <= 5; i++) {
      assertThat(pace.take("ann", NOW)).isPresent();
    }
    assertThat(pace.take("ann", NOW)).isEmpty();
    assertThat(pace.line("ann", NOW)).isEqualTo(Duration.ofMillis(1200));
    assertThat(pace.take("ann", NOW.plus(SPACING))).contains(Duration.ofSeconds(1));
  }

  @Test
  void makesNoOneWaitWithoutSpacing() {
    CallPace none = new CallPace(Duration.ZERO, Duration.ofSeconds(1));
    for (int i = 0; i < 100; i++) {
      assertThat(none.take("ann", NOW)).contains(Duration.ZERO);
    }
  }
}
