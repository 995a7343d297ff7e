package io.timeledger.calendar.kafka;

import io.timeledger.runtime.kafka.KafkaClientFactory;
import io.timeledger.runtime.kafka.LogEnds;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.clients.producer.Producer;

/// Creates Kafka clients with the settings of this service.
public final class ConnectorKafkaClients {
  private static final String GROUP = "timeledger-calendar";
  private static final String CLIENT_ID_PREFIX = "calendar-connector-";

  // Compaction and retention remove records of secrets, commands and marks, so a stored position
  // may no longer exist.
  private static final String RESET = "earliest";

  private final KafkaClientFactory clients;

  public ConnectorKafkaClients(KafkaClientFactory clients) {
    this.clients = clients;
  }

  /// Assigns equal partition numbers of all topics to one group member, so that it reads all
  /// records of a workspace.
  Consumer<String, byte[]> consumer() {
    return clients.member(
        CLIENT_ID_PREFIX + "intake",
        GROUP,
        RESET,
        Map.of(
            ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
            RangeAssignor.class.getName(),
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
            500));
  }

  LogEnds ends() {
    return clients.ends(CLIENT_ID_PREFIX + "ends");
  }

  /// @param purpose distinguishes it in logs of the broker
  Consumer<String, byte[]> reader(String purpose) {
    return clients.reader(CLIENT_ID_PREFIX + purpose, RESET, Map.of());
  }

  Producer<String, byte[]> producer() {
    return clients.producer(
        CLIENT_ID_PREFIX + "outbox", Duration.ofSeconds(5), Duration.ofSeconds(10));
  }
}
