package io.timeledger.calendar.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.timeledger.embedded.TestDatabase;
import io.timeledger.embedded.TestPlatform;
import io.timeledger.schemas.id.Ulid;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RoundPartitionsIT {
  private final Instant now = Instant.now();
  private final LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
  private final HikariDataSource pool = new HikariDataSource();
  private DSLContext sql;

  @BeforeEach
  void migrate() {
    TestDatabase database = TestPlatform.shared().newDatabase();
    pool.setJdbcUrl(database.jdbcUrl());
    pool.setUsername(database.username());
    pool.setPassword(database.password());
    pool.setMaximumPoolSize(2);
    sql = DSL.using(pool, SQLDialect.POSTGRES);
    CalendarSchema.in(pool).migrate();
  }

  @AfterEach
  void close() {
    pool.close();
  }

  @Test
  void putsARoundIntoThePartitionOfItsDay() {
    put(now);
    put(now.plus(1, ChronoUnit.DAYS));
    put(now.minus(3, ChronoUnit.DAYS));

    assertThat(partitions()).containsExactlyInAnyOrder(name(0), name(1), "round_default");
  }

  @Test
  void dropsRoundsAfterThirtyDays() {
    put(now);
    put(now.minus(3, ChronoUnit.DAYS));
    RoundPartitions partitions = new RoundPartitions(sql);

    partitions.keep(today.plusDays(30));
    assertThat(partitions()).as("the three days are 33 days ago").containsExactly(name(0));

    partitions.keep(today.plusDays(31));
    assertThat(partitions()).isEmpty();
  }

  @Test
  void changesNothingWhenRepeated() {
    put(now);

    CalendarSchema.in(pool).dropOld();
    CalendarSchema.in(pool).dropOld();

    assertThat(partitions()).containsExactly(name(0));
  }

  /// The partitions of all rounds.
  private List<String> partitions() {
    return sql.fetch("select tableoid::regclass::text from calendar.round").stream()
        .map(row -> row.get(0, String.class).replace("calendar.", ""))
        .toList();
  }

  private void put(Instant at) {
    sql.execute(
        "insert into calendar.round (id, connection_id, workspace_id, user_id, reason)"
            + " values ({0}, 'conn_1', 'ws_1', 'usr_1', 'poll')",
        DSL.val("rnd_" + Ulid.seeded(at, "a")));
  }

  private String name(int days) {
    return "round_p" + today.plusDays(days).toString().replace("-", "");
  }
}
