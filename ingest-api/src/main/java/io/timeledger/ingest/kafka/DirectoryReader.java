package io.timeledger.ingest.kafka;

import io.timeledger.ingest.IngestProperties;
import io.timeledger.ingest.access.Directory;
import io.timeledger.runtime.kafka.TailReader;
import io.timeledger.schemas.id.TokenId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.json.MalformedException;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.schemas.kafka.TopicSerdes;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Loads tokens and members into memory from their compacted topics.
final class DirectoryReader extends TailReader {
  private static final Logger log = LoggerFactory.getLogger(DirectoryReader.class);
  private final Directory directory;

  DirectoryReader(IngestKafkaClients clients, IngestProperties properties, Directory directory) {
    super(
        IngestKafkaClients.SERVICE,
        "directory",
        () -> clients.consumer("directory"),
        List.of(Topic.TOKENS, Topic.MEMBERS),
        properties.partitions(),
        Start.BEGINNING);
    this.directory = directory;
  }

  @Override
  protected void read(Iterable<ConsumerRecord<String, byte[]>> records) {
    records.forEach(this::apply);
    directory.announce();
  }

  @Override
  protected void caughtUp(int count) {
    if (!directory.isCaughtUp()) {
      directory.markCaughtUp();
      log.info("event=directory_caught_up");
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
      log.error(
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
