package io.timeledger.calendar.postgres;

import static io.timeledger.schemas.jooq.calendar.Tables.OUTBOX;

import io.timeledger.runtime.ImmutableBytes;
import io.timeledger.schemas.jooq.calendar.tables.records.OutboxRecord;
import io.timeledger.schemas.json.Json;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Row4;
import org.jooq.impl.DSL;
import tools.jackson.core.type.TypeReference;

/// Transactional outbox: records are written with the change they describe and deleted once sent,
/// so each is sent at least once. Records of a member are in order because writers hold the
/// member's lock; on compacted topics the last record counts.
public final class CalendarOutbox {
  private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

  // Only one instance sends at a time. Otherwise a later record could overtake an earlier one.
  private static final String LOCK = "select pg_try_advisory_xact_lock(7593421500674)";

  private final DSLContext sql;

  public CalendarOutbox(DSLContext sql) {
    this.sql = sql;
  }

  static void put(DSLContext tx, List<OutgoingRecord> records) {
    if (!records.isEmpty()) {
      tx.insertInto(OUTBOX, OUTBOX.TOPIC, OUTBOX.KEY, OUTBOX.HEADERS, OUTBOX.VALUE)
          .valuesOfRows(records.stream().map(CalendarOutbox::row).toList())
          .execute();
    }
  }

  /// Passes the oldest records to `send` and deletes them once it returns. If it throws, they stay.
  ///
  /// @return number of records sent; 0 also while another instance is sending
  public int drain(int most, Consumer<List<OutgoingRecord>> send) {
    return sql.transactionResult(
        tx -> {
          if (!tx.dsl().fetchSingle(LOCK).get(0, Boolean.class)) {
            return 0;
          }
          List<OutboxRecord> rows =
              tx.dsl().selectFrom(OUTBOX).orderBy(OUTBOX.ID).limit(most).fetch();
          if (rows.isEmpty()) {
            return 0;
          }
          send.accept(rows.stream().map(CalendarOutbox::outgoing).toList());
          tx.dsl()
              .deleteFrom(OUTBOX)
              .where(
                  OUTBOX.ID.eq(
                      DSL.any(rows.stream().map(OutboxRecord::getId).toArray(Long[]::new))))
              .execute();
          return rows.size();
        });
  }

  private static Row4<String, String, JSONB, byte[]> row(OutgoingRecord outgoing) {
    ImmutableBytes value = outgoing.value();
    return DSL.row(
        DSL.val(outgoing.channel().wireName(), OUTBOX.TOPIC),
        DSL.val(outgoing.key(), OUTBOX.KEY),
        DSL.val(CalendarColumns.json(outgoing.headers()), OUTBOX.HEADERS),
        DSL.val(value == null ? null : value.array(), OUTBOX.VALUE));
  }

  private static OutgoingRecord outgoing(OutboxRecord row) {
    return new OutgoingRecord(
        CalendarChannel.of(row.getTopic()),
        row.getKey(),
        Json.MAPPER.readValue(row.getHeaders().data(), HEADERS),
        row.getValue() == null ? null : ImmutableBytes.of(row.getValue()));
  }
}
