package io.timeledger.streams.kafka;

import static io.timeledger.streams.kafka.KafkaFutures.await;
import static org.apache.kafka.clients.admin.ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.SEGMENT_MS_CONFIG;

import io.timeledger.schemas.kafka.Topic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Updates topics of earlier releases to today's durability and retention. Never overrides a
/// setting that an operator made; logs a warning where it differs.
final class TopicSettings {
  private static final Logger log = LoggerFactory.getLogger(TopicSettings.class);
  private static final List<String> NAMES =
      List.of(MIN_IN_SYNC_REPLICAS_CONFIG, SEGMENT_MS_CONFIG, MAX_COMPACTION_LAG_MS_CONFIG);

  private final Admin admin;

  TopicSettings(Admin admin) {
    this.admin = admin;
  }

  void apply(int partitions, short replicationFactor) {
    Map<ConfigResource, Map<String, String>> expected = new HashMap<>();
    for (NewTopic topic : Topic.declarations(partitions, replicationFactor)) {
      expected.put(resource(topic.name()), topic.configs());
    }
    for (String changelog : changelogs()) {
      expected.put(resource(changelog), Topic.durability(replicationFactor));
    }
    Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
    await(admin.describeConfigs(expected.keySet()).all())
        .forEach(
            (topic, found) -> {
              List<AlterConfigOp> differing =
                  differing(topic, found, Objects.requireNonNull(expected.get(topic)));
              if (!differing.isEmpty()) {
                changes.put(topic, differing);
              }
            });
    if (!changes.isEmpty()) {
      await(admin.incrementalAlterConfigs(changes).all());
      log.info("event=topic_settings_changed changes={}", changes);
    }
  }

  private static List<AlterConfigOp> differing(
      ConfigResource topic, Config found, Map<String, String> expected) {
    List<AlterConfigOp> changes = new ArrayList<>();
    for (String name : NAMES) {
      String value = expected.get(name);
      ConfigEntry entry = found.get(name);
      if (value == null || value.equals(entry.value())) {
        continue;
      }
      if (entry.source() == DYNAMIC_TOPIC_CONFIG) {
        log.warn(
            "event=topic_setting_differs topic={} setting={} value={} expected={}",
            topic.name(),
            name,
            entry.value(),
            value);
      } else {
        changes.add(new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET));
      }
    }
    return changes;
  }

  private List<String> changelogs() {
    Set<String> present = await(admin.listTopics().names());
    return present.stream()
        .filter(name -> Arrays.stream(StreamsGroup.values()).anyMatch(g -> g.isChangelog(name)))
        .toList();
  }

  private static ConfigResource resource(String topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic);
  }
}
