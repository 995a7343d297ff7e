package io.timeledger.calendar.lane;

import io.timeledger.calendar.provider.CallTurns;
import io.timeledger.calendar.provider.ProviderException;

/// Waits for a turn before each call.
final class CallPacing implements CallInterceptor {
  private final CallTurns turns;

  CallPacing(CallTurns turns) {
    this.turns = turns;
  }

  @Override
  public <T> T around(ProviderCall<T> call) throws ProviderException {
    turns.await(call.access());
    return call.make();
  }
}
