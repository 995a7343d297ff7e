package io.timeledger.schemas.kafka;

import io.timeledger.schemas.json.Codec;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/// Kafka serde of a contract's JSON; null is a tombstone. There are no type headers: a topic holds
/// one contract.
public record CodecSerde<T>(Codec<T> codec) implements Serde<T> {

  @Override
  public Serializer<T> serializer() {
    return (topic, value) -> write(value);
  }

  @Override
  public Deserializer<T> deserializer() {
    return (topic, bytes) -> read(bytes);
  }

  @SuppressWarnings("NullAway") // Kafka's interfaces are not marked, and null is a tombstone
  private byte[] write(@Nullable T value) {
    return value == null ? null : codec.write(value);
  }

  @SuppressWarnings("NullAway") // as above
  private T read(byte @Nullable [] bytes) {
    return bytes == null ? null : codec.read(bytes);
  }
}
