package io.timeledger.webhooks.retention;

import java.time.Instant;

/// The tables that are cut by day.
public interface DayTables {

  /// Makes the days that come and drops those that are over.
  void keepDays(Instant now);
}
