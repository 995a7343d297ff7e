package io.timeledger.webhooks.postgres;

import io.timeledger.runtime.ImmutableBytes;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.json.Json;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import tools.jackson.databind.JsonNode;

/// Records for others, written in the transaction that they tell of and removed once they were
/// sent: none is lost, some may be sent twice.
public final class Outbox {
  private final DSLContext sql;

  /// @param headers of the record
  public record Letter(
      OutboxChannel channel,
      WorkspaceId workspaceId,
      Map<String, String> headers,
      ImmutableBytes value) {}

  public Outbox(DSLContext sql) {
    this.sql = sql;
  }

  static void put(DSLContext tx, List<Letter> letters) {
    if (letters.isEmpty()) {
      return;
    }
    tx.execute(
        """
        insert into webhooks.outbox (topic, key, headers, value)
        select topic, key, headers::jsonb, value from {0}
        """,
        UnnestRows.of(letters)
            .text("topic", it -> it.channel().wireName())
            .text("key", it -> it.workspaceId().value())
            .text("headers", it -> Json.MAPPER.writeValueAsString(it.headers()))
            .bytes("value", it -> it.value().array())
            .table());
  }

  /// Hands over the oldest records that nobody else is sending, and removes them once `send`
  /// returned; if it throws, they stay.
  ///
  /// @return how many
  public int drain(int most, Consumer<List<Letter>> send) {
    return sql.transactionResult(
        tx -> {
          List<Record> rows =
              tx.dsl()
                  .fetch(
                      """
                      select id, topic, key, headers::text as headers, value
                      from webhooks.outbox order by id limit {0} for update skip locked
                      """,
                      DSL.val(most));
          if (rows.isEmpty()) {
            return 0;
          }
          send.accept(rows.stream().map(Outbox::letter).toList());
          tx.dsl()
              .execute(
                  "delete from webhooks.outbox where id = any({0})",
                  DSL.val(rows.stream().map(it -> it.get("id", Long.class)).toArray(Long[]::new)));
          return rows.size();
        });
  }

  private static Letter letter(Record row) {
    Map<String, String> headers =
        Json.MAPPER.readTree(row.get("headers", String.class)).properties().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    (Map.Entry<String, JsonNode> it) -> it.getValue().asString()));
    return new Letter(
        OutboxChannel.of(row.get("topic", String.class)),
        new WorkspaceId(row.get("key", String.class)),
        headers,
        ImmutableBytes.of(row.get("value", byte[].class)));
  }
}
