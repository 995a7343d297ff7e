package io.timeledger.schemas.resource;

/// Extra data that a webhook carries beyond what every reader of time sees.
public enum Include {
  /// Bill rates and amounts derived from them.
  RATES,
  /// Cost rates and amounts derived from them.
  COSTS
}
