package io.timeledger.schemas.json;

import tools.jackson.core.JacksonException;

/// The JSON form of a record without an envelope.
public record RecordCodec<T>(Class<T> type) implements Codec<T> {

  @Override
  public byte[] write(T value) {
    return Json.MAPPER.writeValueAsBytes(value);
  }

  @Override
  public T read(byte[] bytes) {
    try {
      return Json.MAPPER.readValue(bytes, type);
    } catch (JacksonException e) {
      throw new MalformedException(type, e);
    }
  }
}
