package io.timeledger.ingest.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.timeledger.ingest.command.CommandLog;
import io.timeledger.ingest.command.Outcome;
import io.timeledger.ingest.kafka.Waiters.Waiter;
import io.timeledger.operations.Trace;
import io.timeledger.schemas.command.CommandEnvelope;
import io.timeledger.schemas.kafka.Contracts;
import io.timeledger.schemas.kafka.Headers;
import io.timeledger.schemas.kafka.Keys;
import io.timeledger.schemas.kafka.Topic;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// Publishes to `time.commands.v1` and waits for the reply. The waiter is there before the command
/// is sent, so no reply can be missed.
@Component
final class KafkaCommandLog implements CommandLog, DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaCommandLog.class);

  /// The producer gives up by itself within this time after the patience for the reply ended.
  private static final Duration SEND_GRACE = Duration.ofSeconds(1);

  private final KafkaProducer<String, byte[]> producer;
  private final Waiters waiters;
  private final ReplyReader replies;
  private final ApiInstance instance;
  private final CommandTimes times;
  private final InstantSource clock;

  KafkaCommandLog(
      KafkaClients clients,
      Waiters waiters,
      ReplyReader replies,
      ApiInstance instance,
      CommandTimes times,
      InstantSource clock) {
    this.producer = clients.producer("commands");
    this.waiters = waiters;
    this.replies = replies;
    this.instance = instance;
    this.times = times;
    this.clock = clock;
  }

  @Override
  public List<Outcome> decide(List<CommandEnvelope> commands, Duration patience) {
    Instant start = clock.instant();
    List<Outcome> outcomes = sendAndAwait(commands, patience);
    Duration time = Duration.between(start, clock.instant());
    for (int i = 0; i < outcomes.size(); i++) {
      times.took(time, commands.get(i), outcomes.get(i));
    }
    return outcomes;
  }

  private List<Outcome> sendAndAwait(List<CommandEnvelope> commands, Duration patience) {
    if (!replies.isPositioned()) {
      return commands.stream().<Outcome>map(_ -> new Outcome.Unavailable()).toList();
    }
    long deadline = System.nanoTime() + patience.toNanos();
    List<Sending> sendings = commands.stream().map(this::send).toList();
    List<Outcome> outcomes = new ArrayList<>(sendings.size());
    try {
      sendings.forEach(sending -> outcomes.add(outcome(sending, deadline)));
    } finally {
      sendings.forEach(this::forget);
    }
    return outcomes;
  }

  /// A command on its way, or why it is not.
  private sealed interface Sending {
    record Sent(Waiter waiter, Future<RecordMetadata> ack) implements Sending {}

    record NotSent(Outcome outcome) implements Sending {}
  }

  private Sending send(CommandEnvelope command) {
    byte[] value = Contracts.COMMANDS.codec().write(command);
    if (value.length > Topic.MAX_RECORD_BYTES) {
      return new Sending.NotSent(new Outcome.TooLarge());
    }
    Waiter waiter = waiters.register(command);
    try {
      return new Sending.Sent(
          waiter, producer.send(recordOf(command, value), (_, e) -> failed(waiter, e)));
    } catch (KafkaException e) {
      waiters.forget(waiter);
      return new Sending.NotSent(failure(e));
    }
  }

  private static Outcome outcome(Sending sending, long deadline) {
    return switch (sending) {
      case Sending.Sent(Waiter waiter, Future<RecordMetadata> ack) -> await(waiter, ack, deadline);
      case Sending.NotSent(Outcome outcome) -> outcome;
    };
  }

  private void forget(Sending sending) {
    if (sending instanceof Sending.Sent(Waiter waiter, _)) {
      waiters.forget(waiter);
    }
  }

  private static void failed(Waiter waiter, Exception e) {
    if (e != null) {
      waiter.reply().completeExceptionally(e);
    }
  }

  private static Outcome await(Waiter waiter, Future<RecordMetadata> sent, long deadline) {
    try {
      return new Outcome.Decided(
          waiter.reply().get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      return settled(sent);
    } catch (ExecutionException e) {
      return failure(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome.Pending();
    }
  }

  /// Whether a command without a reply is on the log at all.
  private static Outcome settled(Future<RecordMetadata> sent) {
    try {
      sent.get(SEND_GRACE.toMillis(), TimeUnit.MILLISECONDS);
      return new Outcome.Pending();
    } catch (ExecutionException e) {
      return failure(e.getCause());
    } catch (TimeoutException e) {
      return new Outcome.Unavailable();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome.Pending();
    }
  }

  private static Outcome failure(@Nullable Throwable cause) {
    if (cause instanceof RecordTooLargeException) {
      return new Outcome.TooLarge();
    }
    LOG.warn("event=command_not_sent reason=\"{}\"", String.valueOf(cause));
    return new Outcome.Unavailable();
  }

  private ProducerRecord<String, byte[]> recordOf(CommandEnvelope command, byte[] value) {
    ProducerRecord<String, byte[]> kafkaRecord =
        new ProducerRecord<>(Topic.COMMANDS.topicName(), Keys.of(command.workspaceId()), value);
    kafkaRecord.headers().add(Headers.COMMAND_ID, command.id().getBytes(UTF_8));
    kafkaRecord.headers().add(Trace.HEADER, Trace.current().next().traceparent().getBytes(UTF_8));
    kafkaRecord.headers().add(Headers.API_INSTANCE, instance.name());
    return kafkaRecord;
  }

  @Override
  public void destroy() {
    producer.close(Duration.ofSeconds(2));
  }
}
