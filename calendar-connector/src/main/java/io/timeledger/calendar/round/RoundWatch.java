package io.timeledger.calendar.round;

import java.time.Duration;

/// Is told of all work on lanes.
public interface RoundWatch {

  /// How work ended.
  enum WorkOutcome {
    SUCCEEDED,
    /// Some items could not be read.
    PARTIAL,
    FAILED,
    /// The provider's cursor was gone.
    RESET,
    /// This service is being stopped; the next owner begins anew.
    CUT
  }

  void ended(DueWork due, WorkOutcome outcome, RoundFigures figures, Duration took);
}
