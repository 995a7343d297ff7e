package io.timeledger.streams.projector.postgres;

import static io.timeledger.schemas.jooq.projector.Tables.TOPIC_POSITION;

import org.jooq.DSLContext;

/// Where to go on in the topics that are kept beside the projections. Whoever cannot move a
/// position on from where it began is stale.
final class TopicPositions {
  private TopicPositions() {}

  static long position(DSLContext sql, String topic, int partition) {
    return sql.select(TOPIC_POSITION.NEXT_OFFSET)
        .from(TOPIC_POSITION)
        .where(TOPIC_POSITION.TOPIC.eq(topic), TOPIC_POSITION.PARTITION.eq(partition))
        .fetchOptional(TOPIC_POSITION.NEXT_OFFSET)
        .orElse(0L);
  }

  /// @return false when the position is not the expected one
  static boolean moveOn(DSLContext sql, String topic, int partition, long expected, long next) {
    int moved =
        expected == 0
            ? sql.insertInto(TOPIC_POSITION)
                .values(topic, partition, next)
                .onConflictDoNothing()
                .execute()
            : sql.update(TOPIC_POSITION)
                .set(TOPIC_POSITION.NEXT_OFFSET, next)
                .where(
                    TOPIC_POSITION.TOPIC.eq(topic),
                    TOPIC_POSITION.PARTITION.eq(partition),
                    TOPIC_POSITION.NEXT_OFFSET.eq(expected))
                .execute();
    return moved == 1;
  }
}
