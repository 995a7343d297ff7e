package io.timeledger.streams.ledger.kafka;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.Counter;
import io.timeledger.runtime.SpanScope;
import io.timeledger.runtime.Tracing;
import io.timeledger.schemas.command.CommandEnvelope;
import io.timeledger.schemas.command.Preview;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.json.CommandCodec;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.reply.Problem;
import io.timeledger.schemas.reply.Reply;
import io.timeledger.streams.kafka.RecordTraces;
import io.timeledger.streams.ledger.CommandMetadata;
import io.timeledger.streams.ledger.EventApplier;
import io.timeledger.streams.ledger.state.LedgerState;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Decides the commands of one partition in order. Everything that can throw happens before the
/// first write, so a command takes effect whole or not at all; state, events and reply are
/// committed in one transaction, and readers of committed data see all or nothing of them.
final class LedgerProcessor implements Processor<String, byte[], String, byte[]> {
  private static final Logger log = LoggerFactory.getLogger(LedgerProcessor.class);

  private final CommandCodec codec = new CommandCodec();
  private final CommandHandler handler = new CommandHandler();
  private final Tracing tracing;
  private final Counter poison;
  private @Nullable Parts parts;

  /// @param poison counts commands that cannot be decided
  LedgerProcessor(Tracing tracing, Counter poison) {
    this.tracing = tracing;
    this.poison = poison;
  }

  /// Parts that exist only once the task runs.
  private record Parts(
      ProcessorContext<String, byte[]> context,
      LedgerStores stores,
      HandledCommands handled,
      LedgerOutput output,
      RunawayTimerScheduler clock) {}

  @Override
  public void init(ProcessorContext<String, byte[]> context) {
    LedgerStores stores = new LedgerStores(context);
    LedgerOutput output = new LedgerOutput(context);
    parts =
        new Parts(
            context,
            stores,
            new HandledCommands(context.getStateStore(LedgerStores.HANDLED)),
            output,
            RunawayTimerScheduler.schedule(context, stores, output));
  }

  @Override
  public void process(Record<String, byte[]> message) {
    try (SpanScope span = tracing.consuming("decide", RecordTraces.of(message.headers()))) {
      decide(tracing.isExported() ? RecordTraces.within(span.trace(), message) : message, span);
    }
  }

  private void decide(Record<String, byte[]> message, SpanScope span) {
    Parts ready = requireNonNull(parts, "init comes first");
    RecordMetadata position = ready.context().recordMetadata().orElseThrow();
    CommandMetadata metadata =
        new CommandMetadata(
            Instant.ofEpochMilli(message.timestamp()), position.partition(), position.offset());
    CommandEnvelope command;
    LedgerState state;
    HandledCommand outcome;
    try {
      command = read(message);
      state = ready.stores().stateOf(command.workspaceId());
      Optional<Reply> earlier =
          command.command() instanceof Preview
              ? Optional.empty()
              : ready.handled().find(command, metadata.at());
      if (earlier.isPresent()) {
        ready.output().reply(message, repeated(command, earlier.get(), metadata));
        return;
      }
      outcome = handler.outcome(command, state, metadata);
    } catch (KafkaException trouble) {
      // A fault of the stores, not of the command: the task fails and retries.
      throw trouble;
    } catch (RuntimeException failure) {
      poison.increment();
      log.error(
          "event=poison_command partition={} offset={}",
          metadata.partition(),
          metadata.offset(),
          failure);
      ready.output().deadLetter(message, position, failure);
      return;
    }
    span.named("decide " + CommandCodec.typeOf(command.command().getClass()));
    outcome.events().forEach(event -> EventApplier.apply(event, state));
    outcome.privates().forEach(change -> EventApplier.apply(change, state));
    outcome.events().forEach(ready.clock()::watch);
    if (!(command.command() instanceof Preview)) {
      ready.handled().keep(command, outcome.replyBytes(), metadata.at());
    }
    ready.output().emit(message, command, outcome);
    log.debug(
        "event=command_decided command_id={} accepted={} events={}",
        command.id(),
        outcome.reply().problem() == null,
        outcome.events().size());
  }

  private CommandEnvelope read(Record<String, byte[]> message) {
    CommandEnvelope command = codec.read(message.value());
    WorkspaceId keyed = new WorkspaceId(message.key());
    if (!command.workspaceId().equals(keyed)) {
      throw new IllegalArgumentException(
          "workspace_id: %s (expected: the key, %s)".formatted(command.workspaceId(), keyed));
    }
    return command;
  }

  private HandledCommand repeated(
      CommandEnvelope command, Reply earlier, CommandMetadata metadata) {
    return earlier.bodyHash().equals(command.bodyHash())
        ? HandledCommand.again(earlier)
        : handler.refused(
            command,
            metadata,
            Problem.of(
                ErrorCode.IDEMPOTENCY_KEY_REUSED, "the key was used for another request before"));
  }
}
