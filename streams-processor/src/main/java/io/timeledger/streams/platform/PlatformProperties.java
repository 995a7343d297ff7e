package io.timeledger.streams.platform;

import io.timeledger.runtime.kafka.KafkaClientFactory;
import io.timeledger.runtime.kafka.KafkaConnection;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings shared by the platform's services.
///
/// @param partitions of all co-partitioned topics; fixed for good by the first start
/// @param provision whether topics are created at start; else by `streams-processor provision`
/// @param stateDir local state of Kafka Streams
/// @param instanceId stable name of this instance, unique within the service
/// @param standbys number of standby replicas of each state store; 0 without other instances
@ConfigurationProperties("timeledger")
public record PlatformProperties(
    @DefaultValue KafkaConnection kafka,
    @DefaultValue("12") int partitions,
    @DefaultValue("3") short replicationFactor,
    @DefaultValue("false") boolean provision,
    @DefaultValue("state") Path stateDir,
    @DefaultValue("0") String instanceId,
    @DefaultValue("1") int standbys) {
  /// For one-off commands and helpers: without metrics.
  public KafkaClientFactory kafkaClients() {
    return new KafkaClientFactory(kafka, instanceId);
  }
}
