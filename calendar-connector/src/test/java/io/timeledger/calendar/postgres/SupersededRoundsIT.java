package io.timeledger.calendar.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.calendar.provider.CallTurns;
import io.timeledger.calendar.provider.google.GoogleProvider;
import io.timeledger.calendar.provider.rest.JsonApi;
import io.timeledger.calendar.round.RoundWatch.WorkOutcome;
import io.timeledger.calendar.testkit.JsonServer;
import io.timeledger.egress.AddressGuard;
import io.timeledger.egress.HttpCaller;
import io.timeledger.egress.NameResolver;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Changes that the owner makes while a provider is called.
class SupersededRoundsIT {
  private static final String MINE = "ann@example.com";
  private static final String TEAM = "team@group.calendar.google.com";

  private final JsonServer server = new JsonServer();
  private final GoogleAccount account = new GoogleAccount().calendar(MINE).calendar(TEAM);
  private final HttpCaller caller =
      new HttpCaller(
          new AddressGuard(List.of("127.0.0.0/8")), NameResolver.system(), Duration.ofSeconds(30));
  private final LaneBench bench =
      new LaneBench(
          new GoogleProvider(
              new JsonApi(
                  caller::exchange, CallTurns.UNPACED, InstantSource.system(), server.base())));

  SupersededRoundsIT() {
    server.follow(account);
    account
        .putPrivate(MINE, "a", at(0), "Doctor")
        .putPrivate(MINE, "b", at(1), "Dentist")
        .putPrivate(MINE, "c", at(2), "Lawyer")
        .put(TEAM, "t", at(3), "Team");
  }

  @AfterEach
  void close() {
    bench.close();
    caller.close();
    server.close();
  }

  @Test
  void storesNoTitleThatWasHiddenMeanwhile() {
    connect();
    bench.change(connection -> connection.withShowPrivateTitles(true));
    duringCallOf("/events", () -> bench.change(each -> each.withShowPrivateTitles(false)));

    bench.runDue();

    assertThat(bench.outcomes()).containsOnlyOnce(WorkOutcome.SUPERSEDED);
    assertThat(bench.titles()).containsExactly(null, null, null);
    assertThat(bench.sql().fetch("select event::text from calendar.source").toString())
        .doesNotContain("Doctor", "Dentist", "Lawyer");
  }

  @Test
  void showsTheTitlesThatWereShownMeanwhile() {
    connect();
    account.putPrivate(MINE, "d", at(4), "Baker");
    bench.sql().execute("update calendar.calendar set due_at = clock_timestamp() where selected");
    bench.sql().execute("update calendar.lane set next_due_at = clock_timestamp()");
    duringCallOf("/events", () -> bench.change(each -> each.withShowPrivateTitles(true)));

    bench.runDue();

    assertThat(bench.titles()).containsExactly("Doctor", "Dentist", "Lawyer", "Baker");
  }

  @Test
  void readsNothingMoreOfACalendarThatWasDeselectedMeanwhile() {
    connect();
    bench.change(each -> each.withDaysBack(7));
    duringCallOf(
        "/events", () -> bench.change(each -> each.withCalendarIds(List.of(bench.calendar(TEAM)))));

    bench.runDue();

    assertThat(bench.titles()).containsExactly("Team");
    assertThat(bench.text(MINE, "due_at")).isEqualTo("null");
    assertThat(bench.text(MINE, "cursor")).isEqualTo("null");
  }

  @Test
  void keepsTheChoiceThatWasMadeDuringAListing() {
    connect();
    duringCallOf(
        "/calendarList",
        () -> bench.change(each -> each.withCalendarIds(List.of(bench.calendar(TEAM)))));

    bench.listAgain();

    assertThat(bench.titles()).containsExactly("Team");
  }

  @Test
  void endsNoConnectionThatWasConnectedAgainMeanwhile() {
    connect();
    AtomicBoolean refused = new AtomicBoolean(true);
    server.follow(
        request -> {
          if (!refused.getAndSet(false)) {
            return account.answer(request);
          }
          bench.connectAgain();
          return new JsonServer.Response(401, Map.of(), "{}");
        });

    bench.listAgain();

    assertThat(bench.outcomes())
        .contains(WorkOutcome.SUPERSEDED)
        .doesNotContain(WorkOutcome.FAILED);
    assertThat(bench.status()).isEqualTo("active");
    assertThat(bench.sql().fetchCount(DSL.table("calendar.source"))).isEqualTo(3);
  }

  @Test
  void awaitsTheTicketOfASignInThatFollowsAnother() {
    bench.connect(null);
    bench.beginAgain();

    bench.runDue();
    assertThat(bench.outcomes()).as("the first ticket is not used").isEmpty();

    bench.takeTicket();
    bench.runDue();
    assertThat(bench.status()).isEqualTo("active");
  }

  private void connect() {
    bench.connect(null);
    bench.runDue();
    assertThat(bench.titles()).containsExactly(null, null, null);
  }

  /// Does something before the answer to the next request of a path.
  private void duringCallOf(String path, Runnable change) {
    AtomicBoolean done = new AtomicBoolean();
    server.follow(
        request -> {
          if (request.path().endsWith(path) && !done.getAndSet(true)) {
            change.run();
          }
          return account.answer(request);
        });
  }

  private static Instant at(int hour) {
    return LaneBench.today().plus(Duration.ofHours(hour));
  }
}
