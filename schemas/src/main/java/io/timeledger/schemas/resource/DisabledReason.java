package io.timeledger.schemas.resource;

/// Why a webhook is disabled.
public enum DisabledReason {
  /// A user or their program disabled it.
  PAUSED,
  /// Its endpoint answered 410 Gone.
  GONE,
  /// Its deliveries failed for too long.
  FAILING,
  /// Its endpoint asked for it by the reply header `webhook-delivery: disable`.
  ASKED
}
