package io.timeledger.ingest;

import io.timeledger.runtime.kafka.KafkaConnection;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param partitions of the shared topics; another number on the broker is refused
/// @param operatorToken opens `POST /workspaces`, which is absent without it
/// @param corsOrigins origins of browsers that may call, exactly as they send them
/// @param trustedProxies addresses or networks (CIDR) whose forwarding headers count
/// @param tokenUsageEvery how often it is told which tokens were used
/// @param secrets keys that secrets of webhooks are sealed with; without any, no webhook is made
/// @param webhooks where webhooks may lead beyond public hosts
/// @param clockOffset how wrong the clock of this instance is: to try what a wrong clock does
@ConfigurationProperties("timeledger")
public record IngestProperties(
    @DefaultValue KafkaConnection kafka,
    @DefaultValue("12") int partitions,
    @Nullable String operatorToken,
    @DefaultValue List<String> corsOrigins,
    @DefaultValue List<String> trustedProxies,
    @DefaultValue("60s") Duration tokenUsageEvery,
    @DefaultValue Secrets secrets,
    @DefaultValue Webhooks webhooks,
    @DefaultValue("0s") Duration clockOffset) {

  /// @param activeKey the id of the key to seal with; null means the first
  public record Secrets(@DefaultValue List<Key> keys, @Nullable String activeKey) {

    /// @param key base64 of 32 random bytes
    public record Key(String id, String key) {
      @Override
      public String toString() {
        return "Key[" + id + "]";
      }
    }
  }

  /// @param allowedHosts names, exactly
  /// @param allowedNetworks addresses or networks (CIDR)
  public record Webhooks(
      @DefaultValue List<String> allowedHosts, @DefaultValue List<String> allowedNetworks) {}
}
