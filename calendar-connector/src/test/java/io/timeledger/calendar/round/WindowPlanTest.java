package io.timeledger.calendar.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.timeledger.calendar.provider.EventTime;
import io.timeledger.calendar.provider.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowPlanTest {
  private static final WindowPlan PLAN = new WindowPlan(30, 14);
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest
  @CsvSource({
    "2026-11-29T22:59:59Z, Europe/Berlin, 2026-10-30, 2026-12-14",
    "2026-11-29T23:00:00Z, Europe/Berlin, 2026-10-31, 2026-12-15",
    "2026-11-29T23:00:00Z, America/Los_Angeles, 2026-10-30, 2026-12-14",
    "2026-11-29T11:00:00Z, Pacific/Auckland, 2026-10-31, 2026-12-15"
  })
  void coversDaysAroundTheMembersToday(
      Instant now, ZoneId zone, LocalDate from, LocalDate toExclusive) {
    assertThat(PLAN.at(now, zone)).isEqualTo(new Window(from, toExclusive, zone));
  }

  @Test
  void beginsWithAWeekAroundToday() {
    Instant now = Instant.parse("2026-11-29T12:00:00Z");
    Window first = PLAN.next(null, now, BERLIN);

    assertThat(first)
        .isEqualTo(
            new Window(LocalDate.parse("2026-11-22"), LocalDate.parse("2026-12-07"), BERLIN));
    assertThat(PLAN.next(first, now, BERLIN)).isEqualTo(PLAN.at(now, BERLIN));
    assertThat(new WindowPlan(3, 0).first(now, BERLIN))
        .isEqualTo(
            new Window(LocalDate.parse("2026-11-26"), LocalDate.parse("2026-11-30"), BERLIN));
  }

  @Test
  void rollsAtTheMembersMidnight() {
    assertThat(WindowPlan.nextMidnight(Instant.parse("2026-11-29T12:00:00Z"), BERLIN))
        .isEqualTo("2026-11-29T23:00:00Z");
    assertThat(WindowPlan.nextMidnight(Instant.parse("2026-10-25T00:30:00Z"), BERLIN))
        .isEqualTo("2026-10-25T23:00:00Z");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-10-31T22:00:00Z, 2026-10-31T23:00:00Z, false",
    "2026-10-31T22:00:00Z, 2026-10-31T23:00:01Z, true",
    "2026-10-31T23:00:00Z, 2026-10-31T23:00:00Z, true",
    "2026-10-31T22:59:59Z, 2026-10-31T22:59:59Z, false",
    "2026-10-31T23:00:00Z, , true",
    "2026-10-31T22:59:59Z, , false",
    "2026-11-30T22:59:59Z, 2026-12-05T00:00:00Z, true",
    "2026-11-30T23:00:00Z, 2026-12-05T00:00:00Z, false",
    "2026-10-01T00:00:00Z, 2026-12-31T00:00:00Z, true"
  })
  void touchesWhatHasAPartInIt(Instant start, @Nullable Instant end, boolean touches) {
    Window november =
        new Window(LocalDate.parse("2026-11-01"), LocalDate.parse("2026-12-01"), BERLIN);

    assertThat(november.touches(new EventTime.Timed(start, end, BERLIN, false))).isEqualTo(touches);
  }

  @Test
  void hasNoNegativeDays() {
    assertThatThrownBy(() -> new WindowPlan(-1, 0)).hasMessageContaining("expected");
  }
}
