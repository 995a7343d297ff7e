package io.timeledger.streams.kafka;

import io.timeledger.schemas.kafka.Topic;
import io.timeledger.streams.platform.PlatformProperties;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/// Settings of the Streams applications: exactly once, with fast recovery after a crash.
///
/// @param commitInterval the longest time until output becomes visible
public record StreamsSettings(StreamsGroup group, Duration commitInterval) {
  private static final int RECORDS_OF_A_REQUEST_BYTES = 128 << 10;

  public Properties properties(PlatformProperties platform) {
    String instance = group.applicationId() + "-" + platform.instanceId();
    Properties settings = new Properties();
    settings.putAll(platform.kafka().settings());
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, group.applicationId());
    settings.put(StreamsConfig.CLIENT_ID_CONFIG, instance);
    settings.put(StreamsConfig.STATE_DIR_CONFIG, platform.stateDir().toString());
    settings.put(
        StreamsConfig.REPLICATION_FACTOR_CONFIG, Short.toString(platform.replicationFactor()));
    Topic.durability(platform.replicationFactor())
        .forEach((name, value) -> settings.put(StreamsConfig.topicPrefix(name), value));
    settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
    settings.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, platform.standbys());
    // There is no global thread, but Kafka warns about the default at every start. The constant is
    // deprecated already: one day this will be the default.
    settings.put("processing.exception.handler.global.enabled", true);
    latency(settings);
    recovery(settings, instance);
    return settings;
  }

  private void latency(Properties settings) {
    settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, commitInterval.toMillis());
    // A thread polls this long before it checks the commit clock, so a shorter commit interval
    // alone does not improve tail latency.
    settings.put(StreamsConfig.POLL_MS_CONFIG, Math.max(10, commitInterval.toMillis() / 10));
    // Records are invisible until their transaction ends, which flushes. Until then they are
    // gathered into few requests, because each request with a partition new to the transaction
    // costs the broker an entry in its transaction log.
    settings.put(
        StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG),
        2 * commitInterval.toMillis());
    // The default of 16 KB makes one request per twenty records of a batch of entries, and each
    // request with a partition new to the transaction is another entry in that log.
    settings.put(
        StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), RECORDS_OF_A_REQUEST_BYTES);
    // Events of a large batch compress to a sixth; a single event stays as large.
    settings.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
    // The broker refuses a second in-flight request to a partition that is new in the transaction
    // until it has verified the first; the client then retries.
    settings.put(
        StreamsConfig.producerPrefix(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION), 1);
    // While the markers of the last transaction are being written, the broker makes the next one
    // retry (KAFKA-20000): not after the default of 100 ms. The backoff grows while a broker is
    // down.
    settings.put(StreamsConfig.producerPrefix(ProducerConfig.RETRY_BACKOFF_MS_CONFIG), 5);
    settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 500);
  }

  /// After a crash, other instances wait for the session and the open transaction to time out.
  private static void recovery(Properties settings, String instance) {
    settings.put(
        StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), instance);
    settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 6000);
    settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 2000);
    settings.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), 5000);
  }
}
