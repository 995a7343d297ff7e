package io.timeledger.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.timeledger.embedded.TestPlatform;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PositionStoreIT {
  private static final PositionStore STORE =
      PositionStore.in(
          table(name("many")),
          field(name("many", "topic"), SQLDataType.CLOB),
          field(name("many", "partition"), SQLDataType.INTEGER),
          field(name("many", "next_offset"), SQLDataType.BIGINT));
  private static final PositionStore OF_ONE_TOPIC =
      PositionStore.ofOneTopicIn(
          table(name("one")),
          field(name("one", "partition"), SQLDataType.INTEGER),
          field(name("one", "next_offset"), SQLDataType.BIGINT));

  private final AtomicInteger applied = new AtomicInteger();
  private Connection connection;
  private DSLContext sql;

  @BeforeEach
  void open() throws SQLException {
    connection = TestPlatform.shared().newDatabase().connect();
    sql = DSL.using(connection, SQLDialect.POSTGRES);
    sql.execute(
        """
        create table many (topic text, partition int, next_offset bigint not null,
          primary key (topic, partition));
        create table one (partition int primary key, next_offset bigint not null)
        """);
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void movesPositionsOnWithTheWork() {
    assertThat(STORE.position(sql, "a", 0)).isZero();

    assertThat(apply(range("a", 0, 0, 5), range("b", 0, 0, 3))).isTrue();
    assertThat(apply(range("b", 0, 3, 4), range("b", 1, 0, 9), range("a", 0, 5, 6))).isTrue();

    assertThat(STORE.position(sql, "a", 0)).isEqualTo(6);
    assertThat(STORE.position(sql, "b", 0)).isEqualTo(4);
    assertThat(STORE.position(sql, "b", 1)).isEqualTo(9);
    assertThat(applied).hasValue(2);
  }

  @Test
  void doesNothingWhenOneOfThePositionsIsAnother() {
    apply(range("a", 0, 0, 5), range("b", 0, 0, 3));

    assertThat(apply(range("b", 0, 3, 4), range("a", 0, 0, 6))).isFalse();
    assertThat(apply(range("b", 0, 3, 4), range("a", 0, 4, 6))).isFalse();
    assertThat(apply(range("b", 0, 3, 4), range("a", 7, 1, 2))).isFalse();

    assertThat(STORE.position(sql, "a", 0)).isEqualTo(5);
    assertThat(STORE.position(sql, "b", 0)).isEqualTo(3);
    assertThat(STORE.position(sql, "a", 7)).isZero();
    assertThat(applied).hasValue(1);
  }

  @Test
  void beginsAgainWhereAPositionWasSetToZero() {
    apply(range("a", 0, 0, 5));
    sql.execute("update many set next_offset = 0");

    assertThat(apply(range("a", 0, 0, 2))).isTrue();

    assertThat(STORE.position(sql, "a", 0)).isEqualTo(2);
  }

  @Test
  void needsNoNameOfASingleTopic() {
    assertThat(OF_ONE_TOPIC.inTransaction(sql, List.of(range("a", 1, 0, 5)), _ -> applied.set(1)))
        .isTrue();
    assertThat(OF_ONE_TOPIC.inTransaction(sql, List.of(range("a", 1, 5, 7)), _ -> applied.set(2)))
        .isTrue();
    assertThat(OF_ONE_TOPIC.inTransaction(sql, List.of(range("a", 1, 5, 8)), _ -> applied.set(3)))
        .isFalse();

    assertThat(OF_ONE_TOPIC.position(sql, "a", 1)).isEqualTo(7);
    assertThat(applied).hasValue(2);
  }

  private boolean apply(OffsetRange... ranges) {
    return STORE.inTransaction(sql, List.of(ranges), _ -> applied.incrementAndGet());
  }

  private static OffsetRange range(String topic, int partition, long from, long to) {
    return new OffsetRange(topic, partition, from, to);
  }
}
