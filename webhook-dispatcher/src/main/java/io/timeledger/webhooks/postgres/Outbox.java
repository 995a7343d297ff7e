package io.timeledger.webhooks.postgres;

import static io.timeledger.schemas.jooq.webhooks.Tables.OUTBOX;

import io.timeledger.runtime.ImmutableBytes;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.jooq.webhooks.tables.records.OutboxRecord;
import io.timeledger.schemas.json.Json;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import tools.jackson.core.type.TypeReference;

/// Records for others, written in the transaction that they tell of and removed once they were
/// sent: none is lost, some may be sent twice.
public final class Outbox {
  private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

  private final DSLContext sql;

  /// @param headers of the record
  public record OutboxMessage(
      OutboxChannel channel,
      WorkspaceId workspaceId,
      Map<String, String> headers,
      ImmutableBytes value) {}

  public Outbox(DSLContext sql) {
    this.sql = sql;
  }

  static void put(DSLContext tx, List<OutboxMessage> messages) {
    if (!messages.isEmpty()) {
      UnnestRows.of(messages)
          .with(OUTBOX.TOPIC, message -> message.channel().wireName())
          .with(OUTBOX.KEY, message -> message.workspaceId().value())
          .with(OUTBOX.HEADERS, message -> ColumnConverters.json(message.headers()))
          .with(OUTBOX.VALUE, message -> message.value().array())
          .insertInto(tx, OUTBOX);
    }
  }

  /// Passes the oldest records that no other instance is sending to `send`, and deletes them once
  /// it returns. If it throws, they stay.
  ///
  /// @return how many
  public int drain(int most, Consumer<List<OutboxMessage>> send) {
    return sql.transactionResult(
        tx -> {
          List<OutboxRecord> rows =
              tx.dsl()
                  .selectFrom(OUTBOX)
                  .orderBy(OUTBOX.ID)
                  .limit(most)
                  .forUpdate()
                  .skipLocked()
                  .fetch();
          if (rows.isEmpty()) {
            return 0;
          }
          send.accept(rows.stream().map(Outbox::message).toList());
          tx.dsl()
              .deleteFrom(OUTBOX)
              .where(
                  OUTBOX.ID.eq(
                      DSL.any(rows.stream().map(OutboxRecord::getId).toArray(Long[]::new))))
              .execute();
          return rows.size();
        });
  }

  private static OutboxMessage message(OutboxRecord row) {
    return new OutboxMessage(
        OutboxChannel.of(row.getTopic()),
        new WorkspaceId(row.getKey()),
        Json.MAPPER.readValue(row.getHeaders().data(), HEADERS),
        ImmutableBytes.of(row.getValue()));
  }
}
