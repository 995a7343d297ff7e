package io.timeledger.calendar.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.calendar.provider.CallTurns;
import io.timeledger.calendar.provider.google.GoogleProvider;
import io.timeledger.calendar.provider.rest.JsonApi;
import io.timeledger.calendar.testkit.JsonServer;
import io.timeledger.egress.AddressGuard;
import io.timeledger.egress.HttpCaller;
import io.timeledger.egress.NameResolver;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DailyRefreshIT {
  private static final String MINE = "ann@example.com";

  private final JsonServer server = new JsonServer();
  private final GoogleAccount account = new GoogleAccount().calendar(MINE);
  private final HttpCaller caller =
      new HttpCaller(
          new AddressGuard(List.of("127.0.0.0/8")), NameResolver.system(), Duration.ofSeconds(30));
  private final LaneBench bench =
      new LaneBench(
          new GoogleProvider(
              new JsonApi(
                  caller::exchange, CallTurns.UNPACED, InstantSource.system(), server.base())));
  private final DailyRefresh refresh = new DailyRefresh(bench.sql());

  @BeforeEach
  void connect() {
    server.follow(account);
    bench.connect(null);
    bench.runDue();
    account.put(MINE, "new", LaneBench.today(), "New");
  }

  @AfterEach
  void close() {
    bench.close();
    caller.close();
    server.close();
  }

  @Test
  void makesACalendarDueThatWasNotReadForADay() {
    lastRead("25 hours", "due_at = null");

    assertThat(refresh.makeDue()).isEqualTo(1);
    bench.runDue();

    assertThat(bench.titles()).containsExactly("New");
    assertThat(refresh.makeDue()).isZero();
  }

  @Test
  void makesItDueEvenIfAPollIsDueLater() {
    lastRead("25 hours", "due_at = clock_timestamp() + interval '3 days'");

    assertThat(refresh.makeDue()).isEqualTo(1);
  }

  @Test
  void leavesCalendarsThatWereReadToday() {
    lastRead("23 hours", "due_at = null");

    assertThat(refresh.makeDue()).isZero();
  }

  @Test
  void leavesConnectionsThatNeedTheMember() {
    lastRead("25 hours", "due_at = null");
    bench.sql().execute("update calendar.connection set health = 'needs_reauth'");

    assertThat(refresh.makeDue()).isZero();
  }

  private void lastRead(String ago, String due) {
    bench
        .sql()
        .execute(
            "update calendar.calendar set last_success_at = clock_timestamp() - interval '%s', %s"
                .formatted(ago, due));
    bench.sql().execute("update calendar.lane set next_due_at = null");
  }
}
