package io.timeledger.webhooks.kafka;

import io.timeledger.runtime.kafka.KafkaClientFactory;
import io.timeledger.runtime.kafka.LogEnds;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.clients.producer.Producer;

/// Clients with the settings that this service needs.
public final class DispatcherKafkaClients {
  private static final String GROUP = "timeledger-webhooks";
  private static final String CLIENT_ID_PREFIX = "webhook-dispatcher-";
  private final KafkaClientFactory clients;

  public DispatcherKafkaClients(KafkaClientFactory clients) {
    this.clients = clients;
  }

  /// Equal partition numbers of all topics go to one member, so that one member reads all records
  /// of a workspace.
  Consumer<String, byte[]> consumer() {
    return clients.member(
        CLIENT_ID_PREFIX + "intake",
        GROUP,
        // Retention deletes commands and secrets, so a stored position may be gone.
        "earliest",
        Map.of(
            ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
            RangeAssignor.class.getName(),
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
            500));
  }

  LogEnds ends() {
    return clients.ends(CLIENT_ID_PREFIX + "ends");
  }

  Producer<String, byte[]> producer() {
    return clients.producer(
        CLIENT_ID_PREFIX + "outbox", Duration.ofSeconds(5), Duration.ofSeconds(10));
  }
}
