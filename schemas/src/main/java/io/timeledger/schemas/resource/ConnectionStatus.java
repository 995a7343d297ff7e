package io.timeledger.schemas.resource;

/// The status of a connection.
public enum ConnectionStatus {
  /// Connected or reconnected, but not read yet.
  CONNECTING,
  ACTIVE,
  /// The provider no longer accepts the grant: the member must sign in again.
  NEEDS_REAUTH,
  /// A scope or the consent of the provider's administrator is missing.
  NEEDS_CONSENT,
  FAILED
}
