package io.timeledger.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.calendar.testkit.CalendarPlatform;
import io.timeledger.calendar.testkit.JsonServer;
import io.timeledger.calendar.testkit.LedgerStandIn;
import io.timeledger.calendar.testkit.SignInServer;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.ConnectionBuilder;
import io.timeledger.schemas.resource.Provider;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/// A stop while an account's provider does not answer.
class HangingCallsIT {
  private final SignInServer signIns = new SignInServer();
  private final JsonServer google = new JsonServer();
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch never = new CountDownLatch(1);
  private CalendarPlatform platform;

  @BeforeEach
  void start(@TempDir Path folder) {
    platform = new CalendarPlatform(folder);
    google.follow(
        _ -> {
          asked.countDown();
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return new JsonServer.Response(503, Map.of(), "");
        });
  }

  @AfterEach
  void stop() {
    never.countDown();
    platform.close();
    google.close();
    signIns.close();
  }

  @Test
  void areCutByAStopThatGivesTheirLanesBack() throws InterruptedException {
    ConfigurableApplicationContext connector =
        platform.startAs(
            "one",
            Stream.concat(
                    Stream.of(signIns.settings("google")),
                    Stream.of("--timeledger.calendar.google.api-url=" + google.base()))
                .toArray(String[]::new));
    WorkspaceId workspace = LedgerStandIn.newWorkspace();
    platform.ledger().member(workspace, "UTC");
    platform
        .ledger()
        .connect(
            workspace,
            signIns.ticket("google", "s", Duration.ofHours(1), Map.of()),
            (ConnectionBuilder builder) -> builder.provider(Provider.GOOGLE));
    assertThat(asked.await(60, TimeUnit.SECONDS)).isTrue();

    connector.close();

    assertThat(
            platform
                .sql()
                .fetchExists(
                    DSL.table("calendar.lane"),
                    DSL.condition("lease_token is not null or fail_streak > 0")))
        .isFalse();
  }
}
