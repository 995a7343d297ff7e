package io.timeledger.ingest.kafka;

import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads new records only: replies to requests of this process.
abstract class TailReader extends TopicReader {
  private static final Logger LOG = LoggerFactory.getLogger(TailReader.class);
  private final String name;
  private volatile boolean positioned;

  TailReader(String name, IngestKafkaClients clients, int partitions, List<String> topics) {
    super(name, clients, partitions, topics);
    this.name = name;
  }

  abstract void read(ConsumerRecord<String, byte[]> reply);

  /// Whether the reader will see the reply to a command sent now.
  boolean isPositioned() {
    return positioned;
  }

  @Override
  void position(Consumer<String, byte[]> consumer, Collection<TopicPartition> assigned) {
    positioned = false;
    consumer.seekToEnd(assigned);
    // Seeking is lazy: only querying the position fixes it.
    assigned.forEach(consumer::position);
    positioned = true;
    LOG.info("event=reply_reader_positioned reader={} partitions={}", name, assigned.size());
  }

  @Override
  void read(Consumer<String, byte[]> consumer, Iterable<ConsumerRecord<String, byte[]>> records) {
    records.forEach(this::read);
  }
}
