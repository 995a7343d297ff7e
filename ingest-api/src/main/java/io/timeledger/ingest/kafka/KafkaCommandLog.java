package io.timeledger.ingest.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.timeledger.ingest.command.CommandLog;
import io.timeledger.ingest.command.CommandResult;
import io.timeledger.ingest.kafka.PendingReplies.Waiter;
import io.timeledger.runtime.Trace;
import io.timeledger.schemas.command.CommandEnvelope;
import io.timeledger.schemas.kafka.HeaderNames;
import io.timeledger.schemas.kafka.RecordKeys;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.schemas.kafka.TopicSerdes;
import io.timeledger.schemas.reply.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// Publishes to `time.commands.v1` and waits for the reply. Registers the waiter before sending the
/// command, so no reply can be missed.
@Component
final class KafkaCommandLog implements CommandLog, DisposableBean {
  private final Producer<String, byte[]> producer;
  private final PendingReplies pendingReplies;
  private final ReplyReader replies;
  private final ApiInstance instance;
  private final CommandMetrics times;
  private final InstantSource clock;

  KafkaCommandLog(
      IngestKafkaClients clients,
      PendingReplies pendingReplies,
      ReplyReader replies,
      ApiInstance instance,
      CommandMetrics times,
      InstantSource clock) {
    this.producer = clients.producer("commands");
    this.pendingReplies = pendingReplies;
    this.replies = replies;
    this.instance = instance;
    this.times = times;
    this.clock = clock;
  }

  @Override
  public List<CommandResult<Reply>> decide(List<CommandEnvelope> commands, Duration patience) {
    Instant start = clock.instant();
    List<CommandResult<Reply>> outcomes = sendAndAwait(commands, patience);
    Duration time = Duration.between(start, clock.instant());
    for (int i = 0; i < outcomes.size(); i++) {
      times.took(time, commands.get(i), outcomes.get(i));
    }
    return outcomes;
  }

  private List<CommandResult<Reply>> sendAndAwait(
      List<CommandEnvelope> commands, Duration patience) {
    if (!replies.isCaughtUp()) {
      return commands.stream()
          .<CommandResult<Reply>>map(_ -> new CommandResult.Unavailable<>())
          .toList();
    }
    long deadline = System.nanoTime() + patience.toNanos();
    List<Sending> sendings = commands.stream().map(this::send).toList();
    List<CommandResult<Reply>> outcomes = new ArrayList<>(sendings.size());
    try {
      sendings.forEach(sending -> outcomes.add(outcome(sending, deadline)));
    } finally {
      sendings.forEach(this::forget);
    }
    return outcomes;
  }

  /// A command that was sent, or the reason why not.
  private sealed interface Sending {
    record Sent(Waiter waiter, PendingRequest<Reply> question) implements Sending {}

    record NotSent(CommandResult<Reply> outcome) implements Sending {}
  }

  private Sending send(CommandEnvelope command) {
    byte[] value = TopicSerdes.COMMANDS.codec().write(command);
    if (value.length > Topic.MAX_RECORD_BYTES) {
      return new Sending.NotSent(new CommandResult.TooLarge<>());
    }
    Waiter waiter = pendingReplies.register(command);
    return new Sending.Sent(
        waiter, PendingRequest.ask(producer, recordOf(command, value), waiter.reply()));
  }

  private static CommandResult<Reply> outcome(Sending sending, long deadline) {
    return switch (sending) {
      case Sending.Sent(_, PendingRequest<Reply> question) -> question.outcome(deadline);
      case Sending.NotSent(CommandResult<Reply> outcome) -> outcome;
    };
  }

  private void forget(Sending sending) {
    if (sending instanceof Sending.Sent(Waiter waiter, _)) {
      pendingReplies.forget(waiter);
    }
  }

  private ProducerRecord<String, byte[]> recordOf(CommandEnvelope command, byte[] value) {
    ProducerRecord<String, byte[]> kafkaRecord =
        new ProducerRecord<>(
            Topic.COMMANDS.topicName(), RecordKeys.of(command.workspaceId()), value);
    kafkaRecord.headers().add(HeaderNames.COMMAND_ID, command.id().getBytes(UTF_8));
    kafkaRecord.headers().add(Trace.HEADER, Trace.current().traceparent().getBytes(UTF_8));
    kafkaRecord.headers().add(HeaderNames.API_INSTANCE, instance.name());
    return kafkaRecord;
  }

  @Override
  public void destroy() {
    producer.close(Duration.ofSeconds(2));
  }
}
