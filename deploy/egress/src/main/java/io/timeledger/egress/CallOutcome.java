package io.timeledger.egress;

/// How a call ended.
public enum CallOutcome {
  /// A complete response, whatever its status.
  ANSWERED,
  TIMEOUT,
  DNS,
  REFUSED,
  RESET,
  TLS,
  /// The host has an address that is not public; nothing was sent.
  BLOCKED_ADDRESS,
  RESPONSE_INVALID
}
