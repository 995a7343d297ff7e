package io.timeledger.streams;

import io.timeledger.runtime.kafka.KafkaClientFactory;
import io.timeledger.runtime.kafka.KafkaConnection;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What the platform's services have in common.
///
/// @param partitions of every topic that meets others; fixed for good by the first start
/// @param provision whether topics are created at start; else `streams-processor provision` does
/// @param stateDir where Kafka Streams keeps its local state
/// @param instanceId stable name of this instance among those of the service
/// @param standbys how many other instances keep a copy of the state of each; 0 where there is none
@ConfigurationProperties("timeledger")
public record PlatformProperties(
    @DefaultValue KafkaConnection kafka,
    @DefaultValue("12") int partitions,
    @DefaultValue("3") short replicationFactor,
    @DefaultValue("false") boolean provision,
    @DefaultValue("state") Path stateDir,
    @DefaultValue("0") String instanceId,
    @DefaultValue("1") int standbys) {
  /// For what runs once, or beside the services: without metrics.
  public KafkaClientFactory kafkaClients() {
    return new KafkaClientFactory(kafka, instanceId);
  }
}
