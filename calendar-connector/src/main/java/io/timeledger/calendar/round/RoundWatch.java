package io.timeledger.calendar.round;

import java.time.Duration;

/// Observes work on lanes.
public interface RoundWatch {

  enum WorkOutcome {
    SUCCEEDED,
    /// Some items could not be read.
    PARTIAL,
    FAILED,
    /// The calendar could not be read or watched; the others of its connection can.
    SKIPPED,
    /// The provider no longer accepted the cursor.
    RESET,
    /// The owner changed the connection meanwhile. What is read of it now is due.
    SUPERSEDED,
    /// The service is stopping. The work stays due, and the next lease holder starts it from the
    /// beginning.
    CUT
  }

  void ended(DueWork due, WorkOutcome outcome, RoundFigures figures, Duration took);
}
