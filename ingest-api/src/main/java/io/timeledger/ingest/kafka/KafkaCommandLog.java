package io.timeledger.ingest.kafka;

import io.timeledger.ingest.command.CommandLog;
import io.timeledger.ingest.command.CommandResult;
import io.timeledger.runtime.kafka.request.RequestReply;
import io.timeledger.schemas.command.CommandEnvelope;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.schemas.kafka.TopicSerdes;
import io.timeledger.schemas.reply.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.beans.factory.annotation.Qualifier;

/// Publishes to `time.commands.v1` and waits for the replies.
final class KafkaCommandLog implements CommandLog {
  private final RequestReply requests;
  private final CommandMetrics times;
  private final InstantSource clock;

  KafkaCommandLog(
      @Qualifier(RequestReplyConfiguration.TO_LEDGER) RequestReply requests,
      CommandMetrics times,
      InstantSource clock) {
    this.requests = requests;
    this.times = times;
    this.clock = clock;
  }

  @Override
  public List<CommandResult<Reply>> decide(List<CommandEnvelope> commands, Duration patience) {
    Instant start = clock.instant();
    List<CommandResult<Reply>> outcomes =
        requests.ask(commands.stream().map(KafkaCommandLog::recordOf).toList(), patience).stream()
            .map(outcome -> RequestResults.of(outcome, TopicSerdes.REPLIES.codec()))
            .toList();
    Duration time = Duration.between(start, clock.instant());
    for (int i = 0; i < outcomes.size(); i++) {
      times.took(time, commands.get(i), outcomes.get(i));
    }
    return outcomes;
  }

  private static ProducerRecord<String, byte[]> recordOf(CommandEnvelope command) {
    return CommandRecords.of(
        Topic.COMMANDS,
        command.workspaceId(),
        command.id(),
        TopicSerdes.COMMANDS.codec().write(command));
  }
}
