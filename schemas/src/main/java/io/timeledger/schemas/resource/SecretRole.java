package io.timeledger.schemas.resource;

/// What a signing secret is used for.
public enum SecretRole {
  /// Signs both `X-Workestra-Signature` and the standard header.
  PRIMARY,
  /// Signs the standard header alone, beside the primary one.
  SECONDARY
}
