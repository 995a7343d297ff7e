package io.timeledger.webhooks.postgres;

import static io.timeledger.schemas.jooq.webhooks.Tables.READ_POSITION;

import io.timeledger.runtime.kafka.OffsetRange;
import io.timeledger.runtime.kafka.PositionStore;
import io.timeledger.webhooks.control.CommandReplies;
import io.timeledger.webhooks.control.DispatchCommandHandler;
import io.timeledger.webhooks.fanout.Intake;
import io.timeledger.webhooks.fanout.IntakeBatch;
import io.timeledger.webhooks.subscription.EndpointChanges;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;

/// Applies what was read from the log: a batch is one transaction.
public final class IntakeTables {
  private static final PositionStore POSITIONS =
      PositionStore.in(
          READ_POSITION, READ_POSITION.TOPIC, READ_POSITION.PARTITION, READ_POSITION.NEXT_OFFSET);

  private final DSLContext sql;
  private final Duration oldest;
  private final int defaultReplayRate;

  /// @param oldest age of events that are still delivered
  /// @param defaultReplayRate deliveries per second of a replay that names none
  public IntakeTables(DSLContext sql, Duration oldest, int defaultReplayRate) {
    this.sql = sql;
    this.oldest = oldest;
    this.defaultReplayRate = defaultReplayRate;
  }

  /// The next offset to read; 0 for a partition that was never read.
  public long position(String topic, int partition) {
    return POSITIONS.position(sql, topic, partition);
  }

  /// @param ranges of the partitions in the batch
  /// @return false when the stored positions are others: nothing was applied then
  public boolean apply(List<OffsetRange> ranges, IntakeBatch batch, Instant now) {
    return POSITIONS.inTransaction(sql, ranges, tx -> intake(tx, now).apply(batch));
  }

  /// Delivers events that were unknown when they came and are known now.
  ///
  /// @return how many
  public int takeUp(Instant now) {
    return sql.transactionResult(tx -> intake(tx.dsl(), now).takeUp());
  }

  private Intake intake(DSLContext tx, Instant now) {
    EndpointChanges endpoints = new EndpointChanges(new SqlEndpointStore(tx));
    DispatchCommandHandler commands =
        new DispatchCommandHandler(
            new SqlControlStore(tx),
            new CommandReplies(new SqlHandledCommands(tx)),
            endpoints,
            now,
            defaultReplayRate);
    return new Intake(new SqlIntakeStore(tx), endpoints, commands::handle, now.minus(oldest));
  }
}
