package io.timeledger.schemas.resource;

/// What a webhook carries beyond what every reader of time sees.
public enum Include {
  /// Bill rates and what follows from them.
  RATES,
  /// Cost rates and what follows from them.
  COSTS
}
