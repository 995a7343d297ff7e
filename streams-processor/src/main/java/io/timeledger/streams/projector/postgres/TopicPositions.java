package io.timeledger.streams.projector.postgres;

import static io.timeledger.schemas.jooq.projector.Tables.TOPIC_POSITION;

import io.timeledger.streams.projector.OffsetRange;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.DSLContext;

/// Positions of the topics outside of the projections. A writer that cannot advance a position from
/// its own start is stale.
final class TopicPositions {
  private TopicPositions() {}

  static long position(DSLContext sql, String topic, int partition) {
    return sql.select(TOPIC_POSITION.NEXT_OFFSET)
        .from(TOPIC_POSITION)
        .where(TOPIC_POSITION.TOPIC.eq(topic), TOPIC_POSITION.PARTITION.eq(partition))
        .fetchOptional(TOPIC_POSITION.NEXT_OFFSET)
        .orElse(0L);
  }

  /// Runs the work in a transaction that begins by advancing positions. Commits asynchronously: a
  /// crash of PostgreSQL loses data and positions together, and the log still has the data.
  ///
  /// @return false if a position has changed: then nothing was done
  static boolean inTransaction(
      DSLContext database, List<OffsetRange> ranges, Consumer<DSLContext> work) {
    try {
      database.transaction(
          transaction -> {
            DSLContext sql = transaction.dsl();
            sql.execute("set local synchronous_commit = off");
            ranges.forEach(range -> moveOn(sql, range));
            work.accept(sql);
          });
      return true;
    } catch (StalePositionException e) {
      return false;
    }
  }

  private static void moveOn(DSLContext sql, OffsetRange range) {
    int moved =
        range.from() == 0
            ? sql.insertInto(TOPIC_POSITION)
                .values(range.topic(), range.partition(), range.to())
                .onConflictDoNothing()
                .execute()
            : sql.update(TOPIC_POSITION)
                .set(TOPIC_POSITION.NEXT_OFFSET, range.to())
                .where(
                    TOPIC_POSITION.TOPIC.eq(range.topic()),
                    TOPIC_POSITION.PARTITION.eq(range.partition()),
                    TOPIC_POSITION.NEXT_OFFSET.eq(range.from()))
                .execute();
    if (moved != 1) {
      throw new StalePositionException();
    }
  }
}
