package io.timeledger.schemas.id;

/// A personal access token; not the secret.
public record TokenId(String value) implements Id {
  public TokenId {
    Id.requireValid(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
