package io.timeledger.calendar.provider;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Why a call of a provider failed, classified by how the connector reacts.
public sealed interface ProviderFault {

  /// For the connection's owner, logs and spans.
  FaultReason reason();

  /// Whether the same call may succeed later, with nothing changed by anybody.
  default boolean isPassing() {
    return switch (this) {
      case Transient _, Throttled _ -> true;
      case CursorGone _, AuthLost _, ConsentMissing _, Rejected _, Permanent _ -> false;
    };
  }

  /// The provider no longer accepts the cursor: the next round is full.
  record CursorGone(FaultReason reason) implements ProviderFault {}

  /// The member must sign in or enter the address again.
  record AuthLost(FaultReason reason) implements ProviderFault {}

  /// A scope or an administrator's consent is missing.
  record ConsentMissing(FaultReason reason) implements ProviderFault {}

  /// @param retryAfter pause that the provider asks for; null when it gives none
  record Throttled(FaultReason reason, @Nullable Duration retryAfter) implements ProviderFault {}

  /// A retry may succeed.
  record Transient(FaultReason reason) implements ProviderFault {}

  /// The connection cannot be made as the member wants it.
  record Rejected(FaultReason reason) implements ProviderFault {}

  /// Retries fail until the member or the operator changes something.
  record Permanent(FaultReason reason) implements ProviderFault {}
}
