package io.timeledger.calendar.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.calendar.provider.CallTurns;
import io.timeledger.calendar.provider.FaultReason;
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
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A connection with several calendars.
class SeveralCalendarsIT {
  private static final String MINE = "ann@example.com";
  private static final String TEAM = "team@group.calendar.google.com";
  private static final String OTHER = "other@group.calendar.google.com";

  private final JsonServer server = new JsonServer();
  private final GoogleAccount account =
      new GoogleAccount().calendar(MINE).calendar(TEAM).calendar(OTHER);
  private final HttpCaller caller =
      new HttpCaller(
          new AddressGuard(List.of("127.0.0.0/8")), NameResolver.system(), Duration.ofSeconds(30));
  private final LaneBench bench =
      new LaneBench(
          new GoogleProvider(
              new JsonApi(
                  caller::exchange, CallTurns.UNPACED, InstantSource.system(), server.base())));

  SeveralCalendarsIT() {
    server.follow(account);
    account
        .put(MINE, "m", at(0), "Mine")
        .put(TEAM, "t", at(1), "Team")
        .put(OTHER, "o", at(2), "Other");
  }

  @AfterEach
  void close() {
    bench.close();
    caller.close();
    server.close();
  }

  @Test
  void readsThePrimaryCalendarUntilOthersAreChosen() {
    connectPrimary();
    assertThat(bench.titles()).containsExactly("Mine");

    choose(TEAM, OTHER);
    assertThat(bench.titles()).containsExactly("Team", "Other");

    choose(MINE, TEAM);
    assertThat(bench.titles()).containsExactly("Mine", "Team");

    bench.connect(null);
    bench.runDue();
    assertThat(bench.titles()).containsExactly("Mine");
  }

  @Test
  void keepsACursorPerCalendar() {
    connectPrimary();
    choose(MINE, TEAM);
    server.forgetRequests();
    account.put(TEAM, "t2", at(3), "Team 2").cancel(MINE, "m");

    bench.runAll();

    assertThat(bench.titles()).containsExactly("Team", "Team 2");
    assertThat(server.requests())
        .allSatisfy(request -> assertThat(request.query()).containsKey("syncToken"));
  }

  @Test
  void foldsAMeetingThatIsInTwoCalendars() {
    account
        .put(MINE, "shared-1", "shared@google.com", at(4), "Shared")
        .put(TEAM, "shared-2", "shared@google.com", at(4), "Shared");
    connectPrimary();
    choose(MINE, TEAM);
    assertThat(bench.titles()).containsExactly("Mine", "Team", "Shared");
    assertThat(sources("Shared")).isEqualTo(2);

    account.cancel(MINE, "shared-1");
    bench.runAll();
    assertThat(bench.titles()).containsExactly("Mine", "Team", "Shared");
    assertThat(sources("Shared")).isEqualTo(1);

    choose(MINE);
    assertThat(bench.titles()).containsExactly("Mine");
  }

  @Test
  void removesACalendarThatIsNoLongerListed() {
    connectPrimary();
    choose(MINE, TEAM);

    account.removeCalendar(TEAM);
    bench.listAgain();

    assertThat(bench.titles()).containsExactly("Mine");
    assertThat(bench.sql().fetchCount(DSL.table("calendar.calendar"))).isEqualTo(2);
  }

  @Test
  void readsTheOthersAndListsAgainWhenACalendarIsGone() {
    connectPrimary();
    choose(MINE, TEAM, OTHER);
    account
        .put(MINE, "m2", at(3), "Mine 2")
        .put(OTHER, "o2", at(4), "Other 2")
        .removeCalendar(TEAM);

    bench.runAll();

    assertThat(bench.titles()).containsExactly("Mine", "Other", "Mine 2", "Other 2");
    assertThat(bench.outcomes()).contains(WorkOutcome.SKIPPED).doesNotContain(WorkOutcome.FAILED);
    assertThat(bench.status()).isEqualTo("active");
  }

  @Test
  void failsTheConnectionWhenNoneCanBeRead() {
    connectPrimary();
    choose(MINE, TEAM);
    bench.sql().execute("update calendar.connection set last_success_at = null");
    server.follow(
        request ->
            request.path().endsWith("/events")
                ? new JsonServer.Response(404, Map.of(), "{}")
                : account.answer(request));

    bench.runAll();

    assertThat(bench.status()).isEqualTo("failed");
    assertThat(bench.text(MINE, "error")).isEqualTo(FaultReason.CALENDAR_GONE.words());
    assertThat(bench.text(TEAM, "error")).isEqualTo(FaultReason.CALENDAR_GONE.words());
    assertThat(bench.titles()).as("what was read stays").containsExactly("Mine", "Team");
  }

  private void connectPrimary() {
    bench.connect(null);
    bench.runDue();
  }

  private void choose(String... refs) {
    bench.connect(List.of(refs).stream().map(bench::calendar).toList());
    bench.runDue();
  }

  private int sources(String title) {
    return bench
        .sql()
        .fetchSingle(
            "select jsonb_array_length(sources) from calendar.block where title = {0}",
            DSL.val(title))
        .get(0, Integer.class);
  }

  private static Instant at(int hour) {
    return LaneBench.today().plus(Duration.ofHours(hour));
  }
}
