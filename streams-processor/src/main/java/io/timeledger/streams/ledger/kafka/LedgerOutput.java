package io.timeledger.streams.ledger.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.timeledger.runtime.Trace;
import io.timeledger.schemas.command.CommandEnvelope;
import io.timeledger.schemas.event.Event;
import io.timeledger.schemas.id.Id;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.json.CommandCodec;
import io.timeledger.schemas.json.RecordCodec;
import io.timeledger.schemas.json.ReplyCodec;
import io.timeledger.schemas.kafka.HeaderNames;
import io.timeledger.schemas.kafka.RecordKeys;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.reply.Problem;
import io.timeledger.schemas.reply.Reply;
import io.timeledger.schemas.restricted.ConnectionSecret;
import io.timeledger.schemas.restricted.MemberProfile;
import io.timeledger.schemas.restricted.RequestInfo;
import io.timeledger.schemas.restricted.RequestOrigin;
import io.timeledger.schemas.restricted.TokenRecord;
import io.timeledger.schemas.restricted.WebhookSecrets;
import io.timeledger.streams.ledger.PrivateChange;
import io.timeledger.streams.ledger.PrivateChange.DropConnectionSecret;
import io.timeledger.streams.ledger.PrivateChange.DropProfile;
import io.timeledger.streams.ledger.PrivateChange.DropSecret;
import io.timeledger.streams.ledger.PrivateChange.DropWebhookSecrets;
import io.timeledger.streams.ledger.PrivateChange.KeepConnectionSecret;
import io.timeledger.streams.ledger.PrivateChange.KeepProfile;
import io.timeledger.streams.ledger.PrivateChange.KeepSecret;
import io.timeledger.streams.ledger.PrivateChange.KeepWebhookSecrets;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/// The ledger's output topics, all written within the command's transaction.
final class LedgerOutput {
  private static final int LONGEST_REASON = 500;
  private static final RecordCodec<RequestOrigin> REQUESTS = new RecordCodec<>(RequestOrigin.class);
  private static final RecordCodec<TokenRecord> SECRETS = new RecordCodec<>(TokenRecord.class);
  private static final RecordCodec<WebhookSecrets> WEBHOOK_SECRETS =
      new RecordCodec<>(WebhookSecrets.class);
  private static final RecordCodec<ConnectionSecret> CONNECTION_SECRETS =
      new RecordCodec<>(ConnectionSecret.class);
  private static final RecordCodec<MemberProfile> PROFILES = new RecordCodec<>(MemberProfile.class);

  private final ProcessorContext<String, byte[]> context;

  LedgerOutput(ProcessorContext<String, byte[]> context) {
    this.context = context;
  }

  void emit(Record<String, byte[]> message, CommandEnvelope command, HandledCommand outcome) {
    for (int i = 0; i < outcome.events().size(); i++) {
      Event event = outcome.events().get(i);
      forward(
          LedgerTopology.EVENTS_SINK,
          RecordKeys.of(event.workspaceId()),
          outcome.eventBytes().get(i),
          message.timestamp(),
          with(CloudEvent.headers(event), message, Trace.HEADER));
    }
    if (!outcome.events().isEmpty() && !command.request().equals(RequestInfo.NONE)) {
      forward(
          LedgerTopology.REQUEST_INFO_SINK,
          RecordKeys.of(command.workspaceId()),
          REQUESTS.write(origin(command, outcome.events())),
          message.timestamp(),
          new RecordHeaders());
    }
    for (PrivateChange change : outcome.privates()) {
      emit(command.workspaceId(), change, message.timestamp());
    }
    reply(message, outcome);
  }

  void reply(Record<String, byte[]> message, HandledCommand outcome) {
    forward(
        LedgerTopology.REPLIES_SINK,
        message.key(),
        outcome.replyBytes(),
        message.timestamp(),
        with(
            with(
                with(new RecordHeaders(), message, HeaderNames.COMMAND_ID),
                message,
                HeaderNames.API_INSTANCE),
            message,
            Trace.HEADER));
  }

  void command(CommandEnvelope command, Instant at) {
    forward(
        LedgerTopology.COMMANDS_SINK,
        RecordKeys.of(command.workspaceId()),
        new CommandCodec().write(command),
        at.toEpochMilli(),
        new RecordHeaders().add(HeaderNames.COMMAND_ID, command.id().getBytes(UTF_8)));
  }

  /// Dead-letters a command that cannot be decided, and replies to its sender as far as the headers
  /// allow.
  void deadLetter(Record<String, byte[]> message, RecordMetadata position, Exception reason) {
    RecordHeaders headers = new RecordHeaders(message.headers());
    headers.add(HeaderNames.DLQ_REASON, reason(reason).getBytes(UTF_8));
    headers.add(
        HeaderNames.DLQ_ORIGIN,
        "%s-%d@%d"
            .formatted(position.topic(), position.partition(), position.offset())
            .getBytes(UTF_8));
    forward(LedgerTopology.DLQ_SINK, message.key(), message.value(), message.timestamp(), headers);
    String commandId = header(message, HeaderNames.COMMAND_ID);
    if (commandId != null && isWorkspace(message.key())) {
      Reply reply =
          new Reply(
              commandId,
              new WorkspaceId(message.key()),
              new UserId("unknown"),
              "",
              Instant.ofEpochMilli(message.timestamp()),
              0,
              List.of(),
              Problem.of(ErrorCode.INTERNAL_ERROR, "the command cannot be processed"));
      reply(
          message,
          new HandledCommand(
              reply, new ReplyCodec().write(reply), List.of(), List.of(), List.of()));
    }
  }

  private void emit(WorkspaceId workspace, PrivateChange change, long timestamp) {
    switch (change) {
      case KeepSecret(TokenRecord secret) ->
          forward(
              LedgerTopology.TOKENS_SINK,
              RecordKeys.of(workspace, secret.id()),
              SECRETS.write(secret),
              timestamp,
              new RecordHeaders());
      case DropSecret(var id) ->
          forward(
              LedgerTopology.TOKENS_SINK,
              RecordKeys.of(workspace, id),
              null,
              timestamp,
              new RecordHeaders());
      case KeepWebhookSecrets(WebhookSecrets secrets) ->
          forward(
              LedgerTopology.SECRETS_SINK,
              RecordKeys.of(workspace, secrets.id()),
              WEBHOOK_SECRETS.write(secrets),
              timestamp,
              new RecordHeaders());
      case DropWebhookSecrets(var id) ->
          forward(
              LedgerTopology.SECRETS_SINK,
              RecordKeys.of(workspace, id),
              null,
              timestamp,
              new RecordHeaders());
      case KeepConnectionSecret(ConnectionSecret secret) ->
          forward(
              LedgerTopology.SECRETS_SINK,
              RecordKeys.of(workspace, secret.id()),
              CONNECTION_SECRETS.write(secret),
              timestamp,
              new RecordHeaders());
      case DropConnectionSecret(var id) ->
          forward(
              LedgerTopology.SECRETS_SINK,
              RecordKeys.of(workspace, id),
              null,
              timestamp,
              new RecordHeaders());
      case KeepProfile(MemberProfile profile) ->
          forward(
              LedgerTopology.MEMBERS_SINK,
              RecordKeys.of(workspace, profile.userId()),
              PROFILES.write(profile),
              timestamp,
              new RecordHeaders());
      case DropProfile(var userId) ->
          forward(
              LedgerTopology.MEMBERS_SINK,
              RecordKeys.of(workspace, userId),
              null,
              timestamp,
              new RecordHeaders());
    }
  }

  private static RequestOrigin origin(CommandEnvelope command, List<Event> events) {
    return new RequestOrigin(
        command.workspaceId(),
        events.getFirst().sequence(),
        events.getLast().sequence(),
        command.request().ipAddress(),
        command.request().userAgent());
  }

  @SuppressWarnings("NullAway") // Kafka's records are not marked, and null is a tombstone
  private void forward(
      String sink,
      String key,
      byte @Nullable [] value,
      long timestamp,
      org.apache.kafka.common.header.Headers headers) {
    context.forward(new Record<>(key, value, timestamp, headers), sink);
  }

  private static org.apache.kafka.common.header.Headers with(
      org.apache.kafka.common.header.Headers headers, Record<?, ?> message, String name) {
    Header header = message.headers().lastHeader(name);
    return header == null ? headers : headers.add(header);
  }

  private static @Nullable String header(Record<?, ?> message, String name) {
    Header header = message.headers().lastHeader(name);
    byte @Nullable [] value = header == null ? null : header.value();
    return value == null ? null : new String(value, UTF_8);
  }

  private static boolean isWorkspace(@Nullable String key) {
    return key != null && Id.isValid(key);
  }

  private static String reason(Exception e) {
    String text = e.getClass().getSimpleName() + ": " + e.getMessage();
    return text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON);
  }
}
