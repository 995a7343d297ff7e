package io.timeledger.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;

/// A process with a broker and a client that is in the middle of a transaction.
final class KilledBroker {
  private KilledBroker() {}

  public static void main(String[] args) throws IOException {
    EmbeddedKafka kafka = EmbeddedKafka.start(EmbeddedKafka.Config.in(Path.of(args[0])));
    Topic topic = Topic.create(kafka.bootstrapServers(), "facts");
    topic.sendInTransaction("before", true);
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            kafka.bootstrapServers(),
            "transactional.id",
            "killed",
            "transaction.timeout.ms",
            1000);
    KafkaProducer<String, String> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    producer.initTransactions();
    producer.beginTransaction();
    Future<RecordMetadata> _ = producer.send(new ProducerRecord<>(topic.name(), "never decided"));
    producer.flush();
    System.out.println("in the middle");
    System.in.read();
  }
}
