package io.timeledger.calendar.provider.ics;

import io.timeledger.calendar.provider.FaultReason;
import io.timeledger.calendar.provider.ProviderException;
import io.timeledger.calendar.provider.ProviderFault;

/// What a file's recurrences may cost. Counted in candidates that rules look at, not in time: the
/// same file ends the same way on every machine.
///
/// Not thread-safe.
final class RecurrenceBudget {
  /// Of one rule. A meeting every working day for forty years is a tenth of it.
  static final long RULE = 200_000;

  /// Of all rules of a file.
  static final long FILE = 3_000_000;

  /// Instances of one event in the window: more than one an hour for ninety days is no meeting.
  static final int SERIES = 5_000;

  /// Events of a file in the window.
  static final int EVENTS = 10_000;

  private long left = FILE;
  private int events = EVENTS;

  /// @throws IllegalEventException when one rule wants too much
  void spend(long candidates) {
    if (candidates > RULE) {
      throw new IllegalEventException("recurrence_too_dense");
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

  /// The whole file wants too much.
  static final class ExhaustedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ExhaustedException() {
      super("the calendar wants too much", null, false, false);
    }

    ProviderException asFault() {
      return new ProviderException(new ProviderFault.Permanent(FaultReason.TOO_MANY_EVENTS));
    }
  }
}
