package io.timeledger.streams.projector.postgres;

import static io.timeledger.schemas.jooq.projector.Tables.TOPIC_POSITION;

import io.timeledger.runtime.kafka.PositionStore;

/// Positions of the topics outside of the projections.
final class TopicPositions {
  static final PositionStore STORE =
      PositionStore.in(
          TOPIC_POSITION,
          TOPIC_POSITION.TOPIC,
          TOPIC_POSITION.PARTITION,
          TOPIC_POSITION.NEXT_OFFSET);

  private TopicPositions() {}
}
