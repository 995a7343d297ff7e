package io.timeledger.calendar.round;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.calendar.provider.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NextDueTest {
  private static final NextDue DUE = new NextDue(Duration.ofMinutes(30));
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant NOON = Instant.parse("2026-11-29T11:00:00Z");
  private static final WindowPlan PLAN = new WindowPlan(30, 14);

  @ParameterizedTest
  @CsvSource({
    ", PT30M",
    "PT1H, PT1H",
    "PT1M, PT15M",
    "PT15M, PT15M",
    "P1D, PT24H",
    "P30D, PT24H",
  })
  void followsTheSourceWithinBounds(@Nullable Duration wanted, Duration interval) {
    assertThat(DUE.interval(wanted)).isEqualTo(interval);
  }

  @Test
  void variesByATenth() {
    Random random = new Random(3);
    Window window = PLAN.at(NOON, BERLIN);
    Duration least = Duration.ofDays(1);
    Duration most = Duration.ZERO;
    for (int i = 0; i < 1_000; i++) {
      Duration wait = Duration.between(NOON, DUE.after(null, window, window, NOON, BERLIN, random));
      least = wait.compareTo(least) < 0 ? wait : least;
      most = wait.compareTo(most) > 0 ? wait : most;
    }

    assertThat(least).isBetween(Duration.ofMinutes(27), Duration.ofMinutes(28));
    assertThat(most).isBetween(Duration.ofMinutes(32), Duration.ofMinutes(33));
  }

  @Test
  void isNotLaterThanTheDaysFirstMinutes() {
    Random random = new Random(3);
    Instant late = Instant.parse("2026-11-29T22:50:00Z");
    Window window = PLAN.at(late, BERLIN);
    for (int i = 0; i < 1_000; i++) {
      assertThat(DUE.after(Duration.ofDays(1), window, window, late, BERLIN, random))
          .isBetween("2026-11-29T23:00:00Z", "2026-11-29T23:10:00Z");
    }
  }

  @Test
  void isNowWhenOtherDaysAreWanted() {
    Window first = PLAN.first(NOON, BERLIN);

    assertThat(DUE.after(null, first, PLAN.at(NOON, BERLIN), NOON, BERLIN, new Random(1)))
        .isEqualTo(NOON);
  }
}
