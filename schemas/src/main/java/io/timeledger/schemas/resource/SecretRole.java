package io.timeledger.schemas.resource;

/// The use of a signing secret.
public enum SecretRole {
  /// Signs both `X-Workestra-Signature` and the standard header.
  PRIMARY,
  /// Signs the standard header alone, beside the primary one.
  SECONDARY
}
