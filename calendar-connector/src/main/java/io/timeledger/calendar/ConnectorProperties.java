package io.timeledger.calendar;

import io.timeledger.runtime.kafka.KafkaConnection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings that the platform's services share.
///
/// @param partitions of the shared topics; the service rejects topics with another number
/// @param instanceId stable name of this instance among those of the service
/// @param publicUrl address of the API, which providers report changes of calendars to; null for
///     none
/// @param secrets keys that secrets are sealed with; without keys no calendar can be read
@ConfigurationProperties("timeledger")
public record ConnectorProperties(
    @DefaultValue KafkaConnection kafka,
    @DefaultValue("12") int partitions,
    @DefaultValue("0") String instanceId,
    @Nullable String publicUrl,
    @DefaultValue Secrets secrets) {

  /// @param keys all keys that existing secrets may be sealed with
  /// @param activeKey id of the key that seals new secrets; null for the first one
  public record Secrets(@DefaultValue List<Key> keys, @Nullable String activeKey) {

    /// @param key base64 of 32 random bytes
    public record Key(String id, String key) {
      @Override
      public String toString() {
        return "Key[" + id + "]";
      }
    }
  }
}
