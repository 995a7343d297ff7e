package io.timeledger.runtime.kafka;

import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.ConsumerFactory;

/// Gives spring-kafka's containers consumers of [KafkaClientFactory], whose settings are its own.
///
/// @param consumers a new one for each start of a container
public record ServiceConsumerFactory(Supplier<Consumer<String, byte[]>> consumers)
    implements ConsumerFactory<String, byte[]> {

  @Override
  public Consumer<String, byte[]> createConsumer(
      @Nullable String groupId,
      @Nullable String clientIdPrefix,
      @Nullable String clientIdSuffix,
      @Nullable Properties properties) {
    return consumers.get();
  }

  @Override
  public boolean isAutoCommit() {
    return false;
  }

  @Override
  public Map<String, Object> getConfigurationProperties() {
    return Map.of(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, isAutoCommit());
  }
}
