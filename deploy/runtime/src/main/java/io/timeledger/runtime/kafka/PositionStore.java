package io.timeledger.runtime.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.BatchBindStep;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// The next offset to apply of each partition, as rows of a table. They are advanced by
/// compare-and-set in the transaction that applies the records, so each record takes effect exactly
/// once, whoever else has read it. Thread-safe.
public final class PositionStore {
  private final Table<?> table;
  private final @Nullable Field<String> topic;
  private final Field<Integer> partition;
  private final Field<Long> nextOffset;

  private PositionStore(
      Table<?> table,
      @Nullable Field<String> topic,
      Field<Integer> partition,
      Field<Long> nextOffset) {
    this.table = table;
    this.topic = topic;
    this.partition = partition;
    this.nextOffset = nextOffset;
  }

  /// @param topic with `partition` the key of the table, which has no other columns to fill
  public static PositionStore in(
      Table<?> table, Field<String> topic, Field<Integer> partition, Field<Long> nextOffset) {
    return new PositionStore(table, topic, partition, nextOffset);
  }

  /// In a table for a single topic, which it does not name.
  public static PositionStore ofOneTopicIn(
      Table<?> table, Field<Integer> partition, Field<Long> nextOffset) {
    return new PositionStore(table, null, partition, nextOffset);
  }

  /// @return 0 for a partition that was never read
  public long position(DSLContext sql, String ofTopic, int ofPartition) {
    return sql.select(nextOffset)
        .from(table)
        .where(isAt(ofTopic, ofPartition))
        .fetchOptional(nextOffset)
        .orElse(0L);
  }

  /// Runs the work in a transaction that begins by advancing positions. Commits asynchronously: a
  /// crash of PostgreSQL loses data and positions together, and the log still has the data.
  ///
  /// @return false if a position has changed: then nothing was done
  public boolean inTransaction(
      DSLContext database, List<OffsetRange> ranges, Consumer<DSLContext> work) {
    try {
      database.transaction(
          transaction -> {
            DSLContext tx = transaction.dsl();
            tx.execute("set local synchronous_commit = off");
            advance(tx, ranges);
            work.accept(tx);
          });
      return true;
    } catch (StalePositionException e) {
      return false;
    }
  }

  /// Moves positions from the start of each range to its end, always in the same order of locks.
  ///
  /// @param tx a transaction, to be rolled back after a failure
  /// @throws StalePositionException if a position is not the start of its range
  public void advance(DSLContext tx, List<OffsetRange> ranges) {
    List<OffsetRange> first = new ArrayList<>();
    List<OffsetRange> next = new ArrayList<>();
    ranges.stream()
        .sorted(OffsetRange.ORDER)
        .forEach(range -> (range.from() == 0 ? first : next).add(range));
    insert(tx, first);
    update(tx, next);
  }

  private void insert(DSLContext tx, List<OffsetRange> ranges) {
    List<Field<?>> columns = new ArrayList<>(key());
    columns.add(nextOffset);
    OffsetRange any = new OffsetRange("", 0, 0, 0);
    run(
        tx.batch(
            tx.insertInto(table)
                .columns(columns)
                .values(with(keyOf(any), any.to()))
                .onConflict(key())
                .doUpdate()
                .set(nextOffset, DSL.excluded(nextOffset))
                .where(nextOffset.eq(DSL.inline(0L)))),
        ranges,
        range -> with(keyOf(range), range.to()));
  }

  private void update(DSLContext tx, List<OffsetRange> ranges) {
    run(
        tx.batch(tx.update(table).set(nextOffset, 0L).where(isAt("", 0)).and(nextOffset.eq(0L))),
        ranges,
        range -> {
          List<Object> values = new ArrayList<>(List.of(range.to()));
          values.addAll(keyOf(range));
          return with(values, range.from());
        });
  }

  private Condition isAt(String ofTopic, int ofPartition) {
    Condition isPartition = partition.eq(ofPartition);
    return topic == null ? isPartition : topic.eq(ofTopic).and(isPartition);
  }

  private List<Field<?>> key() {
    return topic == null ? List.of(partition) : List.of(topic, partition);
  }

  private List<Object> keyOf(OffsetRange range) {
    return topic == null ? List.of(range.partition()) : List.of(range.topic(), range.partition());
  }

  private static List<Object> with(List<Object> values, Object last) {
    List<Object> all = new ArrayList<>(values);
    all.add(last);
    return all;
  }

  /// Executes the statement for each range, in one round trip.
  private static void run(
      BatchBindStep batch, List<OffsetRange> ranges, Function<OffsetRange, List<Object>> values) {
    if (ranges.isEmpty()) {
      return;
    }
    Object[][] bound =
        ranges.stream().map(range -> values.apply(range).toArray()).toArray(Object[][]::new);
    int[] moved = batch.bind(bound).execute();
    for (int i = 0; i < moved.length; i++) {
      if (moved[i] != 1) {
        throw new StalePositionException(ranges.get(i));
      }
    }
  }
}
