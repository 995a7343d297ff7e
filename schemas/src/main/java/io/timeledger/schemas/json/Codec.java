package io.timeledger.schemas.json;

/// The one JSON form of a contract.
public interface Codec<T> {
  byte[] write(T value);

  /// @throws MalformedException when the bytes are not of this contract
  T read(byte[] bytes);
}
