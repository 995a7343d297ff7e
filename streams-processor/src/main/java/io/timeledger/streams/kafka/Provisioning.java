package io.timeledger.streams.kafka;

import static io.timeledger.streams.kafka.KafkaFutures.await;

import io.timeledger.schemas.kafka.Topic;
import io.timeledger.streams.platform.PlatformProperties;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Creates missing topics, and fails if an existing one has another number of partitions: keys
/// would be separated from their state.
public final class Provisioning {
  private static final Logger log = LoggerFactory.getLogger(Provisioning.class);
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final PlatformProperties platform;

  public Provisioning(PlatformProperties platform) {
    this.platform = platform;
  }

  /// Creates missing topics, waits until brokers know them, and commits the initial offsets of
  /// ledger and views. Idempotent.
  public void createMissing() {
    try (Admin admin = admin()) {
      List<NewTopic> missing = missing(admin);
      admin.createTopics(missing).values().forEach(Provisioning::awaitCreated);
      long deadline = System.nanoTime() + TIMEOUT.toNanos();
      while (!missing(admin).isEmpty()) {
        if (System.nanoTime() - deadline > 0) {
          throw new IllegalStateException("topics are still missing: " + missing(admin));
        }
      }
      new BrokerAdvice(admin).give();
      new TopicSettings(admin).apply(platform.partitions(), platform.replicationFactor());
      for (StreamsGroup group : StreamsGroup.values()) {
        new SourceOffsets(admin, group, platform.partitions()).commitFirst();
      }
    }
  }

  /// @throws IllegalStateException naming every topic that is missing or has another number of
  ///     partitions, or every partition without a position of the ledger or the views
  public void check() {
    try (Admin admin = admin()) {
      checkTopics(admin);
      for (StreamsGroup group : StreamsGroup.values()) {
        new SourceOffsets(admin, group, platform.partitions()).check();
      }
    }
  }

  private void checkTopics(Admin admin) {
    List<String> wrong = new ArrayList<>();
    Set<String> present = await(admin.listTopics().names());
    List<String> known =
        Arrays.stream(Topic.values()).map(Topic::topicName).filter(present::contains).toList();
    Map<String, TopicDescription> described = await(admin.describeTopics(known).allTopicNames());
    for (Topic topic : Topic.values()) {
      TopicDescription found = described.get(topic.topicName());
      int expected = topic.partitions(platform.partitions());
      if (found == null) {
        wrong.add(topic.topicName() + ": missing");
      } else if (found.partitions().size() != expected) {
        wrong.add(
            "%s: %d partitions (expected: %d)"
                .formatted(topic.topicName(), found.partitions().size(), expected));
      }
    }
    if (!wrong.isEmpty()) {
      throw new IllegalStateException(
          "topics do not fit: "
              + String.join("; ", wrong)
              + ". Run `streams-processor provision`, or correct timeledger.partitions");
    }
  }

  private List<NewTopic> missing(Admin admin) {
    Set<String> present = await(admin.listTopics().names());
    return Topic.declarations(platform.partitions(), platform.replicationFactor()).stream()
        .filter(topic -> !present.contains(topic.name()))
        .toList();
  }

  private static void awaitCreated(String topic, KafkaFuture<Void> created) {
    try {
      await(created);
      log.info("event=topic_created topic={}", topic);
    } catch (IllegalStateException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
      log.debug("event=topic_exists topic={}", topic, e);
    }
  }

  private Admin admin() {
    return platform.kafkaClients().admin("timeledger-provisioning");
  }
}
