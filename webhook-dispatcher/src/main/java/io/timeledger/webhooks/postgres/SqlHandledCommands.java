package io.timeledger.webhooks.postgres;

import static io.timeledger.schemas.jooq.webhooks.Tables.HANDLED_COMMAND;
import static io.timeledger.webhooks.postgres.ColumnConverters.json;
import static org.jooq.impl.DSL.val;

import io.timeledger.schemas.jooq.webhooks.tables.records.HandledCommandRecord;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.webhook.DispatchEnvelope;
import io.timeledger.schemas.webhook.DispatchReply;
import io.timeledger.webhooks.control.HandledDispatch;
import io.timeledger.webhooks.control.HandledDispatches;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import tools.jackson.core.type.TypeReference;

/// Handled commands in PostgreSQL.
final class SqlHandledCommands implements HandledDispatches {
  private static final TypeReference<List<Map<String, String>>> HEADERS = new TypeReference<>() {};

  private final DSLContext tx;

  SqlHandledCommands(DSLContext tx) {
    this.tx = tx;
  }

  @Override
  public Optional<HandledDispatch> take(DispatchEnvelope command, Map<String, String> headers) {
    int inserted =
        tx.insertInto(HANDLED_COMMAND)
            .set(HANDLED_COMMAND.COMMAND_ID, command.id())
            .set(HANDLED_COMMAND.BODY_HASH, command.bodyHash())
            .set(HANDLED_COMMAND.WAITERS, json(List.of(headers)))
            .onConflictDoNothing()
            .execute();
    return inserted > 0
        ? Optional.empty()
        : Optional.of(
            tx.selectFrom(HANDLED_COMMAND)
                .where(HANDLED_COMMAND.COMMAND_ID.eq(command.id()))
                .fetchSingle(SqlHandledCommands::handled));
  }

  @Override
  public void addWaiter(String commandId, Map<String, String> headers) {
    tx.update(HANDLED_COMMAND)
        .set(
            HANDLED_COMMAND.WAITERS,
            DSL.field(
                "{0} || {1}",
                JSONB.class,
                HANDLED_COMMAND.WAITERS,
                val(json(List.of(headers)), HANDLED_COMMAND.WAITERS)))
        .where(HANDLED_COMMAND.COMMAND_ID.eq(commandId))
        .execute();
  }

  @Override
  public List<Map<String, String>> complete(DispatchReply reply) {
    return tx.update(HANDLED_COMMAND)
        .set(HANDLED_COMMAND.REPLY, OutboxMessages.REPLIES.write(reply))
        .where(HANDLED_COMMAND.COMMAND_ID.eq(reply.commandId()))
        .returning(HANDLED_COMMAND.WAITERS)
        .fetchOptional(row -> Json.MAPPER.readValue(row.getWaiters().data(), HEADERS))
        .orElse(List.of());
  }

  @Override
  public void send(DispatchReply reply, List<Map<String, String>> waiters) {
    Outbox.put(
        tx, waiters.stream().map(headers -> OutboxMessages.message(reply, headers)).toList());
  }

  private static HandledDispatch handled(HandledCommandRecord row) {
    return new HandledDispatch(
        row.getBodyHash(), Optional.ofNullable(row.getReply()).map(OutboxMessages.REPLIES::read));
  }
}
