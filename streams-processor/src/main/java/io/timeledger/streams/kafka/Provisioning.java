package io.timeledger.streams.kafka;

import io.timeledger.schemas.kafka.Topic;
import io.timeledger.streams.PlatformProperties;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Creates the topics that are missing and refuses to go on with one that has another number of
/// partitions: keys would part from their state.
public final class Provisioning {
  private static final Logger log = LoggerFactory.getLogger(Provisioning.class);
  private static final long TIMEOUT_SECONDS = 30;

  private final PlatformProperties platform;

  public Provisioning(PlatformProperties platform) {
    this.platform = platform;
  }

  /// Creates what is missing; repeating it changes nothing.
  public void createMissing() {
    try (Admin admin = admin()) {
      Set<String> present = await(admin.listTopics().names());
      List<NewTopic> missing =
          Topic.declarations(platform.partitions(), platform.replicationFactor()).stream()
              .filter(topic -> !present.contains(topic.name()))
              .toList();
      for (NewTopic topic : missing) {
        create(admin, topic);
      }
    }
  }

  /// @throws IllegalStateException naming every topic that is missing or has another number of
  ///     partitions
  public void check() {
    List<String> wrong = new ArrayList<>();
    try (Admin admin = admin()) {
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
    }
    if (!wrong.isEmpty()) {
      throw new IllegalStateException(
          "topics do not fit: "
              + String.join("; ", wrong)
              + ". Run `streams-processor provision`, or correct timeledger.partitions");
    }
  }

  private static void create(Admin admin, NewTopic topic) {
    try {
      await(admin.createTopics(List.of(topic)).all());
      log.info("event=topic_created topic={} partitions={}", topic.name(), topic.numPartitions());
    } catch (IllegalStateException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
      log.debug("event=topic_exists topic={}", topic.name(), e);
    }
  }

  private Admin admin() {
    return Admin.create(
        Map.of(
            "bootstrap.servers",
            platform.kafka().bootstrapServers(),
            "client.id",
            "timeledger-provisioning-" + platform.instanceId()));
  }

  private static <T> T await(KafkaFuture<T> future) {
    try {
      return future.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (TimeoutException e) {
      throw new IllegalStateException("Kafka did not answer within 30 s", e);
    }
  }
}
