package io.timeledger.ingest;

import io.timeledger.runtime.kafka.KafkaConnection;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param partitions of the shared topics; the service refuses a broker with another number
/// @param operatorToken authorizes `POST /workspaces`, which does not exist without it
/// @param corsOrigins origins of browsers that may call, exactly as they send them
/// @param trustedProxies addresses or networks (CIDR) whose forwarding headers are trusted
/// @param tokenUsageEvery how often token usage is published
/// @param secrets keys that encrypt webhook secrets; without any, webhooks cannot be created
/// @param webhooks targets allowed in addition to public hosts
/// @param publicUrl address that members and their browsers reach this API at; needed for sign-ins
///     at calendar providers
/// @param calendar of members' calendars
/// @param console what the web console offers
/// @param clockOffset clock skew to inject (tests only)
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
    @Nullable String publicUrl,
    @DefaultValue Calendar calendar,
    @DefaultValue Console console,
    @DefaultValue("0s") Duration clockOffset) {

  /// @param activeKey the id of the key that encrypts; null means the first
  public record Secrets(@DefaultValue List<Key> keys, @Nullable String activeKey) {

    /// @param key base64 of 32 random bytes
    public record Key(String id, String key) {
      @Override
      public String toString() {
        return "Key[" + id + "]";
      }
    }
  }

  /// @param allowedHosts exact host names
  /// @param allowedNetworks addresses or networks (CIDR)
  public record Webhooks(
      @DefaultValue List<String> allowedHosts, @DefaultValue List<String> allowedNetworks) {}

  /// @param allowedNetworks addresses or networks (CIDR) of ICS files, allowed besides public
  ///     hosts. The connector must allow the same
  /// @param returnUrls addresses that sign-ins may return to, compared exactly
  public record Calendar(
      @DefaultValue List<String> allowedNetworks,
      @DefaultValue Client google,
      @DefaultValue Client microsoft,
      @DefaultValue List<String> returnUrls) {}

  /// @param sample whether owners are offered to fill an empty workspace with sample data
  public record Console(@DefaultValue("false") boolean sample) {}

  /// An OAuth client at a provider. The connector has its secret.
  ///
  /// @param clientId null if the provider is not configured
  /// @param authorizeUrl null for the provider's own
  public record Client(@Nullable String clientId, @Nullable String authorizeUrl) {}
}
