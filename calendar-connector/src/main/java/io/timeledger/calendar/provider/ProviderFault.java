package io.timeledger.calendar.provider;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Why a provider could not be read, by what follows from it.
public sealed interface ProviderFault {

  /// For the connection's owner and for metrics.
  FaultReason reason();

  /// The cursor is dead: the next round is full.
  record CursorGone(FaultReason reason) implements ProviderFault {}

  /// The member must sign in, or give the address, again.
  record AuthLost(FaultReason reason) implements ProviderFault {}

  /// A scope or an administrator's consent is missing.
  record ConsentMissing(FaultReason reason) implements ProviderFault {}

  /// @param retryAfter how long the provider wants to be left alone; null when it does not say
  record Throttled(FaultReason reason, @Nullable Duration retryAfter) implements ProviderFault {}

  /// It may work next time.
  record Transient(FaultReason reason) implements ProviderFault {}

  /// It will not work until the member or the operator changes something.
  record Permanent(FaultReason reason) implements ProviderFault {}
}
