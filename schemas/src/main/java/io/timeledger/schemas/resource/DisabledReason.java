package io.timeledger.schemas.resource;

/// Why a webhook is off.
public enum DisabledReason {
  /// A person or their program switched it off.
  PAUSED,
  /// Its endpoint answered 410: it is gone for good.
  GONE,
  /// Its deliveries failed for too long.
  FAILING,
  /// Its endpoint asked for it by the reply header `webhook-delivery: disable`.
  ASKED
}
