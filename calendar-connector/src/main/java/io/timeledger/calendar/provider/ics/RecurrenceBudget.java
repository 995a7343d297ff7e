package io.timeledger.calendar.provider.ics;

import io.timeledger.calendar.provider.FaultReason;
import io.timeledger.calendar.provider.ProviderException;
import io.timeledger.calendar.provider.ProviderFault;
import io.timeledger.calendar.provider.UnreadableItemException;

/// Limits the cost of expanding a file's recurrences. Counts candidates, not time, so that the same
/// file gives the same result on every machine.
///
/// Not thread-safe.
final class RecurrenceBudget {
  /// Candidates of one rule. A meeting on every working day for 40 years needs a tenth of it.
  static final long RULE = 200_000;

  /// Candidates of all rules of a file.
  static final long FILE = 3_000_000;

  /// Instances of one series in the window; hourly for 90 days is about 2,200.
  static final int SERIES = 5_000;

  /// Events of a file in the window.
  static final int EVENTS = 10_000;

  private long left = FILE;
  private int events = EVENTS;

  /// @throws UnreadableItemException if one rule exceeds its limit
  void spend(long candidates) {
    if (candidates > RULE) {
      throw new UnreadableItemException("recurrence_too_dense");
    }
    left -= candidates;
    if (left < 0) {
      throw new ExhaustedException();
    }
  }

  void spendEvent() {
    if (--events < 0) {
      throw new ExhaustedException();
    }
  }

  /// The file exceeds its limit.
  static final class ExhaustedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ExhaustedException() {
      super("the calendar exceeds the recurrence budget", null, false, false);
    }

    ProviderException asFault() {
      return new ProviderException(new ProviderFault.Permanent(FaultReason.TOO_MANY_EVENTS));
    }
  }
}
