package io.timeledger.schemas.resource;

/// Whether a connection can be read.
public enum ConnectionStatus {
  /// Not read yet.
  CONNECTING,
  ACTIVE,
  /// The provider no longer accepts the grant: the member must sign in again.
  NEEDS_REAUTH,
  /// A scope, or the provider's administrator's consent, is missing.
  NEEDS_CONSENT,
  FAILED
}
