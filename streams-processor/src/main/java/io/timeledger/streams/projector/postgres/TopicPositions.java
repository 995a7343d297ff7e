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
      DSLContext database, List<OffsetRange> stretches, Consumer<DSLContext> work) {
    try {
      database.transaction(
          transaction -> {
            DSLContext sql = transaction.dsl();
            sql.execute("set local synchronous_commit = off");
            stretches.forEach(stretch -> moveOn(sql, stretch));
            work.accept(sql);
          });
      return true;
    } catch (StalePositionException e) {
      return false;
    }
  }

  private static void moveOn(DSLContext sql, OffsetRange stretch) {
    int moved =
        stretch.from() == 0
            ? sql.insertInto(TOPIC_POSITION)
                .values(stretch.topic(), stretch.partition(), stretch.to())
                .onConflictDoNothing()
                .execute()
            : sql.update(TOPIC_POSITION)
                .set(TOPIC_POSITION.NEXT_OFFSET, stretch.to())
                .where(
                    TOPIC_POSITION.TOPIC.eq(stretch.topic()),
                    TOPIC_POSITION.PARTITION.eq(stretch.partition()),
                    TOPIC_POSITION.NEXT_OFFSET.eq(stretch.from()))
                .execute();
    if (moved != 1) {
      throw new StalePositionException();
    }
  }
}
