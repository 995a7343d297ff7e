package io.timeledger.embedded;

import java.util.Map;
import java.util.Set;
import kafka.server.BrokerServer;
import org.apache.kafka.common.internals.Topic;
import org.apache.kafka.common.message.CreateTopicsRequestData;
import org.apache.kafka.common.message.CreateTopicsRequestData.CreatableTopic;
import org.apache.kafka.common.message.CreateTopicsRequestData.CreatableTopicConfig;
import org.apache.kafka.common.message.CreateTopicsRequestData.CreatableTopicConfigCollection;

/// Kafka's internal topics. The broker would create them when the first client needs them, and log
/// a warning for each request meanwhile.
final class InternalTopics {
  private static final String SEGMENT_BYTES = Integer.toString(100 << 20);

  /// With the broker's own settings.
  private static final Map<String, Map<String, String>> SETTINGS =
      Map.of(
          Topic.GROUP_METADATA_TOPIC_NAME,
          Map.of(
              "cleanup.policy", "compact",
              "compression.type", "producer",
              "segment.bytes", SEGMENT_BYTES),
          Topic.TRANSACTION_STATE_TOPIC_NAME,
          Map.of(
              "cleanup.policy", "compact",
              "compression.type", "uncompressed",
              "min.insync.replicas", "1",
              "unclean.leader.election.enable", "false",
              "segment.bytes", SEGMENT_BYTES));

  private InternalTopics() {}

  static Set<String> names() {
    return SETTINGS.keySet();
  }

  static CreateTopicsRequestData request() {
    CreateTopicsRequestData request = new CreateTopicsRequestData();
    SETTINGS.forEach((name, settings) -> request.topics().add(topic(name, settings)));
    return request;
  }

  /// Whether the broker has metadata of all of them.
  static boolean areKnown(BrokerServer broker) {
    return names().stream().allMatch(name -> broker.metadataCache().contains(name));
  }

  private static CreatableTopic topic(String name, Map<String, String> settings) {
    CreatableTopicConfigCollection configs = new CreatableTopicConfigCollection();
    settings.forEach(
        (key, value) -> configs.add(new CreatableTopicConfig().setName(key).setValue(value)));
    return new CreatableTopic()
        .setName(name)
        .setNumPartitions(BrokerSettings.INTERNAL_PARTITIONS)
        .setReplicationFactor((short) 1)
        .setConfigs(configs);
  }
}
