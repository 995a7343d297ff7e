package io.timeledger.streams.kafka;

import io.timeledger.schemas.kafka.Topic;
import io.timeledger.streams.PlatformProperties;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/// How a Streams application of this service runs: exactly once, and back soon after a crash.
///
/// @param commitInterval how long what it wrote stays unseen, at most
public record StreamsSettings(StreamsGroup group, Duration commitInterval) {
  private static final int RECORDS_OF_A_REQUEST_BYTES = 128 << 10;

  public Properties properties(PlatformProperties platform) {
    String instance = group.applicationId() + "-" + platform.instanceId();
    var settings = new Properties();
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
    // There is no global thread, but Kafka warns of the default at every start. Its constant is
    // deprecated already: one day this will be the default.
    settings.put("processing.exception.handler.global.enabled", true);
    latency(settings);
    recovery(settings, instance);
    return settings;
  }

  private void latency(Properties settings) {
    settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, commitInterval.toMillis());
    // A thread polls for as long as this before it looks at the commit clock, so a shorter commit
    // interval alone leaves the tail where it was.
    settings.put(StreamsConfig.POLL_MS_CONFIG, Math.max(10, commitInterval.toMillis() / 10));
    // Nobody sees a record before its transaction ends, and that flushes: until then records gather
    // in few requests, since each that has a partition new to the transaction costs the broker an
    // entry in its log of transactions.
    settings.put(
        StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG),
        2 * commitInterval.toMillis());
    // With the default of 16 KB a batch of entries is a request for every twenty records, and each
    // request with a partition that is new to the transaction is an entry in that log again.
    settings.put(
        StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), RECORDS_OF_A_REQUEST_BYTES);
    // Events of a large batch take a sixth of their size on the log; one alone stays as large.
    settings.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
    // A second request in flight to a partition that is new in the transaction is refused until the
    // broker has verified the first, and comes again.
    settings.put(
        StreamsConfig.producerPrefix(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION), 1);
    // While the markers of the last transaction are being written, the broker has the next one come
    // again (KAFKA-20000): not after the default of 100 ms. It grows while a broker is away.
    settings.put(StreamsConfig.producerPrefix(ProducerConfig.RETRY_BACKOFF_MS_CONFIG), 5);
    settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 500);
  }

  /// After a crash, others wait for the session and for the open transaction to time out.
  private static void recovery(Properties settings, String instance) {
    settings.put(
        StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), instance);
    settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 6000);
    settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 2000);
    settings.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), 5000);
  }
}
