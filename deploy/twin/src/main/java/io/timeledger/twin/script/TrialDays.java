package io.timeledger.twin.script;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Random;

/// Days around today for meetings, none of them near an end of the window that is read: there it
/// would depend on the hour of the test and on zones whether a block exists.
record TrialDays(Random random, LocalDate today) {
  /// Longest series.
  static final int SERIES_DAYS = 8;

  private static final int FIRST = -24;
  private static final int LAST = 10;

  static TrialDays of(Random random) {
    return new TrialDays(random, LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC));
  }

  /// Inside of the window; sometimes far outside.
  LocalDate any() {
    return switch (random.nextInt(10)) {
      case 0 -> today.plusDays(22 + random.nextInt(8));
      case 1 -> today.minusDays(52 - random.nextInt(8));
      default -> inside();
    };
  }

  LocalDate inside() {
    return within(0);
  }

  /// Of a series that begins here, all days are on one side of each end.
  LocalDate anyForSeries() {
    return random.nextInt(8) == 0 ? today.plusDays(22 + random.nextInt(8)) : within(SERIES_DAYS);
  }

  /// A quarter of an hour by day.
  LocalTime time() {
    return LocalTime.of(7, 0).plusMinutes(15L * random.nextInt(44));
  }

  private LocalDate within(int reserve) {
    return today.plusDays(FIRST + random.nextInt(LAST - FIRST - reserve + 1));
  }
}
