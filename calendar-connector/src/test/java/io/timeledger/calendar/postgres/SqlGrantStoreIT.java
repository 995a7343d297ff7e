package io.timeledger.calendar.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.timeledger.calendar.round.LaneLease;
import io.timeledger.calendar.round.LostLeaseException;
import io.timeledger.calendar.testkit.EmptyCalendars;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.restricted.ConnectionGrant;
import io.timeledger.schemas.restricted.SealedText;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Refreshed tokens, whose predecessors the provider may accept no longer.
class SqlGrantStoreIT {
  private static final String ACCOUNT = "acc_1";

  private final LaneBench bench = new LaneBench(new EmptyCalendars());
  private final LaneSettings settings =
      new LaneSettings("one", UUID.randomUUID(), Duration.ofMinutes(1), true, Set.of());
  private final SqlGrantStore store = new SqlGrantStore(bench.sql(), settings, true);
  private LaneLease lease = new LaneLease(ACCOUNT, 1);

  @BeforeEach
  void claim() {
    bench
        .sql()
        .execute(
            "insert into calendar.lane (id, provider, next_due_at)"
                + " values ({0}, 'microsoft', clock_timestamp())",
            DSL.val(ACCOUNT));
    lease = new SqlLaneQueue(bench.sql(), settings).claim(1).getFirst();
    GrantRows.put(bench.sql(), grant(1));
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void storesTheNextVersionAndSendsIt() {
    store.renew(lease, grant(2));

    assertThat(store.find(bench.connectionId())).contains(grant(2));
    assertThat(sent()).isEqualTo(1);
  }

  @Test
  void storesTokensAlsoAfterTheLeaseWasLost() {
    bench.sql().execute("update calendar.lane set lease_token = lease_token + 1");

    assertThatThrownBy(() -> store.renew(lease, grant(2))).isInstanceOf(LostLeaseException.class);

    assertThat(store.find(bench.connectionId())).contains(grant(2));
    assertThat(sent()).isEqualTo(1);
  }

  @Test
  void leavesWhatAnotherHolderStored() {
    store.renew(lease, grant(2));

    assertThatThrownBy(() -> store.renew(lease, other(2))).isInstanceOf(LostLeaseException.class);

    assertThat(store.find(bench.connectionId())).contains(grant(2));
    assertThat(sent()).isEqualTo(1);
  }

  @Test
  void bringsNoGrantBackThatHasEnded() {
    GrantRows.delete(bench.sql(), bench.connectionId());

    assertThatThrownBy(() -> store.renew(lease, grant(2))).isInstanceOf(LostLeaseException.class);

    assertThat(store.find(bench.connectionId())).isEmpty();
    assertThat(sent()).isZero();
  }

  @Test
  void repeatsAWriteThatFailed() {
    failTwice();

    store.renew(lease, grant(2));

    assertThat(store.find(bench.connectionId())).contains(grant(2));
    assertThat(sent()).isEqualTo(1);
  }

  /// As the victim of a deadlock does.
  private void failTwice() {
    bench.sql().execute("create sequence calendar.attempt");
    bench
        .sql()
        .execute(
            """
            create function calendar.fail_twice() returns trigger language plpgsql as $$
            begin
              if nextval('calendar.attempt') < 3 then
                raise exception 'deadlock detected' using errcode = '40P01';
              end if;
              return new;
            end $$
            """);
    bench
        .sql()
        .execute(
            "create trigger fail_twice before update on calendar.oauth_grant"
                + " for each row execute function calendar.fail_twice()");
  }

  private int sent() {
    return bench.sql().fetchCount(DSL.table("calendar.outbox"));
  }

  private ConnectionGrant grant(long version) {
    return grant(version, "text");
  }

  private ConnectionGrant other(long version) {
    return grant(version, "another");
  }

  private ConnectionGrant grant(long version, String text) {
    return new ConnectionGrant(
        bench.connectionId(),
        new WorkspaceId("ws_1"),
        ACCOUNT,
        1,
        version,
        new SealedText("k1", text + version));
  }
}
