package io.timeledger.ingest.kafka;

import io.timeledger.ingest.IngestProperties;
import io.timeledger.ingest.access.Directory;
import io.timeledger.schemas.id.TokenId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.json.MalformedException;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.schemas.kafka.TopicSerdes;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Loads tokens and members into memory from their compacted topics.
@Component
final class DirectoryReader extends TopicReader {
  private static final Logger LOG = LoggerFactory.getLogger(DirectoryReader.class);
  private final Directory directory;
  private Map<TopicPartition, Long> ends = Map.of();

  DirectoryReader(IngestKafkaClients clients, IngestProperties properties, Directory directory) {
    super(
        "directory",
        clients,
        properties.partitions(),
        List.of(Topic.TOKENS.topicName(), Topic.MEMBERS.topicName()));
    this.directory = directory;
  }

  @Override
  void position(Consumer<String, byte[]> consumer, Collection<TopicPartition> assigned) {
    consumer.seekToBeginning(assigned);
    ends = consumer.endOffsets(assigned);
    catchUp(consumer);
  }

  @Override
  void read(Consumer<String, byte[]> consumer, Iterable<ConsumerRecord<String, byte[]>> records) {
    boolean any = false;
    for (ConsumerRecord<String, byte[]> change : records) {
      apply(change);
      any = true;
    }
    catchUp(consumer);
    if (any) {
      directory.announce();
    }
  }

  private void catchUp(Consumer<String, byte[]> consumer) {
    if (!directory.isCaughtUp()
        && ends.entrySet().stream()
            .allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
      directory.markCaughtUp();
      LOG.info("event=directory_caught_up");
    }
  }

  private void apply(ConsumerRecord<String, byte[]> change) {
    String[] key = change.key().split("/", -1);
    try {
      if (change.topic().equals(Topic.TOKENS.topicName())) {
        applyToken(new TokenId(key[1]), change.value());
      } else {
        applyMember(new WorkspaceId(key[0]), new UserId(key[1]), change.value());
      }
    } catch (MalformedException | IllegalArgumentException | IndexOutOfBoundsException e) {
      LOG.error(
          "event=directory_record_malformed topic={} partition={} offset={}",
          change.topic(),
          change.partition(),
          change.offset());
    }
  }

  private void applyToken(TokenId id, byte[] value) {
    if (value == null) {
      directory.remove(id);
    } else {
      directory.put(TopicSerdes.TOKENS.codec().read(value));
    }
  }

  private void applyMember(WorkspaceId workspace, UserId user, byte[] value) {
    if (value == null) {
      directory.remove(workspace, user);
    } else {
      directory.put(TopicSerdes.MEMBERS.codec().read(value));
    }
  }
}
