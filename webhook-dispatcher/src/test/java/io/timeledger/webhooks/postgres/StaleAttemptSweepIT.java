package io.timeledger.webhooks.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.timeledger.embedded.TestDatabase;
import io.timeledger.embedded.TestPlatform;
import io.timeledger.schemas.id.DeliveryId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.Webhook;
import io.timeledger.schemas.webhook.DeliveryTrigger;
import io.timeledger.webhooks.attempt.AttemptResult;
import io.timeledger.webhooks.attempt.Lease;
import io.timeledger.webhooks.fanout.NewDelivery;
import io.timeledger.webhooks.queue.QueueSettings;
import io.timeledger.webhooks.queue.Slots;
import io.timeledger.webhooks.subscription.EndpointChanges;
import io.timeledger.webhooks.subscription.FailureWatch;
import io.timeledger.webhooks.testkit.TestLog;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a dispatcher that was killed left behind.
class StaleAttemptSweepIT {
  private static final WorkspaceId WORKSPACE = TestLog.newWorkspace();

  private final HikariDataSource pool = new HikariDataSource();
  private DSLContext sql;

  @BeforeEach
  void queueADelivery() {
    TestDatabase database = TestPlatform.shared().newDatabase();
    pool.setJdbcUrl(database.jdbcUrl());
    pool.setUsername(database.username());
    pool.setPassword(database.password());
    pool.setMaximumPoolSize(2);
    new Schema(pool, 30, 90).migrate();
    sql = DSL.using(pool, SQLDialect.POSTGRES);
    Webhook webhook = TestLog.webhook(WORKSPACE, "http://127.0.0.1:9/");
    sql.transaction(
        tx -> {
          new EndpointChanges(new SqlEndpointStore(tx.dsl())).change(List.of(webhook));
          DeliveryInserts.deliveries(tx.dsl(), List.of(delivery(webhook)));
          tx.dsl().execute("update webhooks.lane set hold_until = null, hold_reason = null");
          Lanes.refresh(tx.dsl(), List.of(webhook.id().value()));
        });
  }

  @AfterEach
  void close() {
    pool.close();
  }

  @Test
  void takesUpAtOnceWhatAnEarlierRunOfTheInstanceLeft() {
    Lease cut = claimed(queue("d1"));
    SqlQueue next = queue("d1");
    assertThat(next.expired()).as("while it may live").isEmpty();

    next.endEarlierRuns();

    List<AttemptResult> expired = next.expired();
    assertThat(expired).extracting(attempt -> attempt.lease().token()).containsExactly(cut.token());
    next.finish(expired);
    Lease again = claimed(next);
    assertThat(again.deliveryId()).isEqualTo(cut.deliveryId());
    assertThat(again.attemptNo()).isEqualTo(2);
    assertThat(again.scheduledFor()).as("as due as it was").isEqualTo(cut.scheduledFor());
  }

  @Test
  void leavesOtherInstancesAndItselfAlone() {
    SqlQueue own = queue("d1");
    Lease _ = claimed(own);

    own.endEarlierRuns();
    queue("d1-b").endEarlierRuns();
    queue("d").endEarlierRuns();

    assertThat(own.expired()).isEmpty();
  }

  private static Lease claimed(SqlQueue queue) {
    return queue.claim(new Slots(8, 8)).deliveries().getFirst().lease();
  }

  private SqlQueue queue(String instance) {
    return new SqlQueue(
        sql,
        new QueueSettings(
            "dispatcher-" + instance,
            UUID.randomUUID(),
            Duration.ofMinutes(10),
            1,
            new FailureWatch(Duration.ofDays(5), 20)),
        new EndpointCache(Optional.empty()));
  }

  private static NewDelivery delivery(Webhook webhook) {
    return new NewDelivery(
        new DeliveryId("dlv_1"),
        LocalDate.parse("2026-06-08"),
        WORKSPACE,
        webhook.id(),
        webhook.id().value(),
        "evt_1",
        "time_entry.created",
        Instant.parse("2026-06-08T10:00:00Z"),
        "full",
        DeliveryTrigger.EVENT,
        0,
        null,
        null,
        null,
        false);
  }
}
