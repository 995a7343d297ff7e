package io.timeledger.schemas.json;

/// The one JSON form of a contract.
public interface Codec<T> {
  byte[] write(T value);

  /// @throws MalformedException when the bytes do not match the contract
  T read(byte[] bytes);
}
