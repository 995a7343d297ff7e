package io.timeledger.webhooks.postgres;

import io.timeledger.runtime.ImmutableBytes;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.json.RecordCodec;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.reply.Problem;
import io.timeledger.schemas.webhook.DispatchEnvelope;
import io.timeledger.schemas.webhook.DispatchReply;
import io.timeledger.webhooks.postgres.Outbox.Letter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/// Commands that were taken: each once, however often it comes, and with the first one's reply
/// for whoever asks again.
final class HandledDispatches {
  private static final RecordCodec<DispatchReply> REPLIES = new RecordCodec<>(DispatchReply.class);
  private static final TypeReference<List<Map<String, String>>> HEADERS = new TypeReference<>() {};

  private HandledDispatches() {}

  /// @param headers of the command's record
  /// @param at when it came
  /// @return whether it is new; otherwise it was answered, or is once the first one is
  static boolean take(
      DSLContext tx, DispatchEnvelope command, Map<String, String> headers, Instant at) {
    String waiters = Json.MAPPER.writeValueAsString(List.of(headers));
    int inserted =
        tx.execute(
            """
            insert into webhooks.handled_command (command_id, body_hash, waiters)
            values ({0}, {1}, {2}::jsonb) on conflict do nothing
            """,
            DSL.val(command.id()), DSL.val(command.bodyHash()), DSL.val(waiters));
    if (inserted > 0) {
      return true;
    }
    Record first =
        tx.fetchSingle(
            "select body_hash, reply from webhooks.handled_command where command_id = {0}",
            DSL.val(command.id()));
    byte @Nullable [] reply = first.get("reply", byte[].class);
    if (!first.get("body_hash", String.class).equals(command.bodyHash())) {
      put(tx, refusal(command, at), List.of(headers));
    } else if (reply != null) {
      put(tx, REPLIES.read(reply), List.of(headers));
    } else {
      tx.execute(
          """
          update webhooks.handled_command set waiters = waiters || {1}::jsonb
          where command_id = {0}
          """,
          DSL.val(command.id()), DSL.val(waiters));
    }
    return false;
  }

  /// Answers all who wait for these commands.
  static void answer(DSLContext tx, List<DispatchReply> replies) {
    for (DispatchReply reply : replies) {
      Record handled =
          tx.fetchOne(
              """
              update webhooks.handled_command set reply = {1}
              where command_id = {0} returning waiters::text as waiters
              """,
              DSL.val(reply.commandId()), DSL.val(REPLIES.write(reply)));
      if (handled != null) {
        put(tx, reply, Json.MAPPER.readValue(handled.get("waiters", String.class), HEADERS));
      }
    }
  }

  private static void put(DSLContext tx, DispatchReply reply, List<Map<String, String>> waiters) {
    List<Letter> letters = new ArrayList<>();
    ImmutableBytes value = ImmutableBytes.of(REPLIES.write(reply));
    waiters.forEach(
        headers ->
            letters.add(new Letter(OutboxChannel.REPLIES, reply.workspaceId(), headers, value)));
    Outbox.put(tx, letters);
  }

  private static DispatchReply refusal(DispatchEnvelope command, Instant at) {
    return new DispatchReply(
        command.id(),
        command.workspaceId(),
        at,
        null,
        null,
        Problem.of(ErrorCode.IDEMPOTENCY_KEY_REUSED, ErrorCode.IDEMPOTENCY_KEY_REUSED.meaning()));
  }
}
