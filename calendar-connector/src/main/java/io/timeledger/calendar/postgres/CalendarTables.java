package io.timeledger.calendar.postgres;

import static io.timeledger.schemas.jooq.calendar.Tables.FILLED;
import static io.timeledger.schemas.jooq.calendar.Tables.MARK;
import static io.timeledger.schemas.jooq.calendar.Tables.POISON;
import static io.timeledger.schemas.jooq.calendar.Tables.READ_POSITION;
import static org.jooq.impl.DSL.excluded;

import io.timeledger.calendar.intake.CalendarCommandHandler;
import io.timeledger.calendar.intake.CalendarIntake;
import io.timeledger.calendar.intake.TakenRecord;
import io.timeledger.calendar.postgres.RestoredRecord.RestoredGrant;
import io.timeledger.calendar.postgres.RestoredRecord.RestoredMark;
import io.timeledger.runtime.ImmutableBytes;
import io.timeledger.runtime.kafka.OffsetRange;
import io.timeledger.runtime.kafka.PositionStore;
import io.timeledger.schemas.calendar.BlockMark;
import io.timeledger.schemas.restricted.ConnectionGrant;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Applies batches of records from the log, each in one transaction.
public final class CalendarTables {
  private static final PositionStore POSITIONS =
      PositionStore.in(
          READ_POSITION, READ_POSITION.TOPIC, READ_POSITION.PARTITION, READ_POSITION.NEXT_OFFSET);

  private final DSLContext sql;
  private final boolean publish;

  /// A record that could not be parsed.
  ///
  /// @param error kind of the error, without content of the record
  public record UnreadRecord(
      String topic,
      int partition,
      long offset,
      @Nullable String key,
      @Nullable ImmutableBytes value,
      String error) {}

  /// @param publish whether blocks are published to the public topic
  public CalendarTables(DSLContext sql, boolean publish) {
    this.sql = sql;
    this.publish = publish;
  }

  /// The next offset to read; 0 for a partition that was never read.
  public long position(String topic, int partition) {
    return POSITIONS.position(sql, topic, partition);
  }

  /// @param ranges of the partitions of the records
  /// @return false, with nothing applied, if the stored positions do not match
  public boolean apply(
      List<OffsetRange> ranges, List<TakenRecord> records, List<UnreadRecord> unread) {
    return POSITIONS.inTransaction(
        sql,
        ranges,
        tx -> {
          new CalendarIntake(
                  new SqlLedgerFacts(tx, publish),
                  new CalendarCommandHandler(
                      new SqlMemberRequests(tx, publish), new SqlCommandAnswers(tx)))
              .apply(records);
          unread.forEach(record -> keepAside(tx, record));
        });
  }

  /// Whether the schema was already restored from the topic.
  public boolean isFilled(String topic) {
    return isFilled(sql, topic);
  }

  /// Applies records to a schema that is being restored. Does nothing once it is complete.
  ///
  /// @return false, with nothing applied, if the stored positions do not match
  public boolean fill(List<OffsetRange> ranges, String topic, List<RestoredRecord> records) {
    return POSITIONS.inTransaction(
        sql,
        ranges,
        tx -> {
          if (!isFilled(tx, topic)) {
            records.forEach(each -> fill(tx, each));
          }
        });
  }

  public void filled(String topic) {
    sql.insertInto(FILLED).set(FILLED.TOPIC, topic).onConflictDoNothing().execute();
  }

  /// Returns if the database responds.
  public void touch() {
    sql.selectOne().fetch();
  }

  private static boolean isFilled(DSLContext sql, String topic) {
    return sql.fetchExists(FILLED, FILLED.TOPIC.eq(topic));
  }

  private static void fill(DSLContext tx, RestoredRecord restored) {
    switch (restored) {
      case RestoredMark mark -> fill(tx, mark);
      case RestoredGrant grant -> fill(tx, grant);
    }
  }

  private static void fill(DSLContext tx, RestoredMark change) {
    BlockMark mark = change.mark();
    if (mark == null) {
      tx.deleteFrom(MARK)
          .where(MARK.WORKSPACE_ID.eq(change.member().workspaceId().value()))
          .and(MARK.USER_ID.eq(change.member().userId().value()))
          .and(MARK.BLOCK_ID.eq(change.block().value()))
          .execute();
    } else {
      tx.insertInto(MARK)
          .set(MARK.WORKSPACE_ID, mark.workspaceId().value())
          .set(MARK.USER_ID, mark.userId().value())
          .set(MARK.BLOCK_ID, mark.blockId().value())
          .set(MARK.DISMISSED_AT, mark.dismissedAt())
          .onConflict(MARK.WORKSPACE_ID, MARK.USER_ID, MARK.BLOCK_ID)
          .doUpdate()
          .set(MARK.DISMISSED_AT, excluded(MARK.DISMISSED_AT))
          .execute();
    }
  }

  private static void fill(DSLContext tx, RestoredGrant change) {
    ConnectionGrant grant = change.grant();
    if (grant == null) {
      GrantRows.delete(tx, change.connection());
    } else {
      GrantRows.put(tx, grant);
    }
  }

  private static void keepAside(DSLContext tx, UnreadRecord unread) {
    ImmutableBytes value = unread.value();
    tx.insertInto(POISON)
        .set(POISON.TOPIC, unread.topic())
        .set(POISON.PARTITION, unread.partition())
        .set(POISON.OFFSET, unread.offset())
        .set(POISON.KEY, unread.key())
        .set(POISON.VALUE, value == null ? null : value.array())
        .set(POISON.ERROR, unread.error())
        .onConflictDoNothing()
        .execute();
  }
}
