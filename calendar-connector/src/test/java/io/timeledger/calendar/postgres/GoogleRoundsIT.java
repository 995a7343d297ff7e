package io.timeledger.calendar.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.calendar.provider.CallTurns;
import io.timeledger.calendar.provider.google.GoogleProvider;
import io.timeledger.calendar.provider.rest.JsonApi;
import io.timeledger.calendar.round.RoundWatch.WorkOutcome;
import io.timeledger.calendar.testkit.JsonServer;
import io.timeledger.calendar.testkit.JsonServer.Request;
import io.timeledger.egress.AddressGuard;
import io.timeledger.egress.HttpCaller;
import io.timeledger.egress.NameResolver;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Rounds of a Google calendar, from its HTTP responses to the blocks.
class GoogleRoundsIT {
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

  GoogleRoundsIT() {
    server.follow(account);
  }

  @AfterEach
  void close() {
    bench.close();
    caller.close();
    server.close();
  }

  @Test
  void importsAllEventsOnceAcrossEmptyPages() {
    IntStream.range(0, 601).forEach(i -> account.put(MINE, "e" + i, at(0, i), "Title " + i));

    connect();

    assertThat(bench.titles()).hasSize(601).doesNotHaveDuplicates();
    assertThat(bench.sql().fetch("select distinct version from calendar.block")).hasSize(1);
    assertThat(bench.outcomes()).containsOnly(WorkOutcome.SUCCEEDED);
  }

  @Test
  void asksForChangesOnly() {
    IntStream.range(0, 40).forEach(i -> account.put(MINE, "e" + i, at(0, i), "Title " + i));
    account.putInstance(MINE, "s", at(1, 0), "Daily 1").putInstance(MINE, "s", at(2, 0), "Daily 2");
    connect();
    server.forgetRequests();

    account
        .put(MINE, "e3", at(3, 0), "Moved")
        .put(MINE, "new", at(4, 0), "New")
        .put(MINE, "e5", at(100, 0), "Moved far away")
        .put(MINE, "far", at(100, 0), "Never in the window")
        .cancel(MINE, "e7")
        .cancel(MINE, "s_" + at(1, 0).getEpochSecond());
    bench.runAll();

    assertThat(bench.titles())
        .hasSize(40)
        .contains("Moved", "New", "Daily 2")
        .doesNotContain("Title 3", "Title 5", "Title 7", "Daily 1")
        .doesNotContain("Moved far away", "Never in the window");
    List<Request> requests = server.requests();
    assertThat(requests).as("six changes, two on a page").hasSize(3);
    assertThat(requests)
        .allSatisfy(
            request ->
                assertThat(request.query())
                    .containsKeys("syncToken", "singleEvents", "maxResults")
                    .doesNotContainKeys("timeMin", "timeMax", "orderBy", "updatedMin", "q"));
  }

  @Test
  void removesASeriesAndWhatBecameOne() {
    account
        .putInstance(MINE, "a", at(1, 0), "A 1")
        .putInstance(MINE, "a", at(2, 0), "A 2")
        .put(MINE, "b", at(3, 0), "B")
        .putInstance(MINE, "c", at(4, 0), "C 1")
        .putInstance(MINE, "c", at(5, 0), "C 2");
    connect();
    assertThat(bench.titles()).containsExactly("A 1", "A 2", "B", "C 1", "C 2");

    account
        .cancel(MINE, "a")
        .putInstance(MINE, "b", at(3, 0), "B 1")
        .putInstance(MINE, "b", at(4, 10), "B 2")
        .put(MINE, "c", at(6, 0), "C alone");
    bench.runAll();

    assertThat(bench.titles()).containsExactly("B 1", "B 2", "C alone");
  }

  @Test
  void removesWhatWasDeletedBeforeTheTokenExpired() {
    IntStream.range(0, 12).forEach(i -> account.put(MINE, "e" + i, at(0, i), "Title " + i));
    connect();

    account.cancel(MINE, "e4").cancel(MINE, "e9").put(MINE, "new", at(1, 0), "New");
    account.expireTokens(MINE);
    bench.runAll();

    assertThat(bench.titles()).hasSize(11).contains("New").doesNotContain("Title 4", "Title 9");
    assertThat(bench.outcomes()).containsOnlyOnce(WorkOutcome.RESET);
  }

  @Test
  void startsOverWhenTheTokenExpiredDuringAnOutage() {
    IntStream.range(0, 4).forEach(i -> account.put(MINE, "e" + i, at(0, i), "Title " + i));
    connect();
    account.failAfter(0);
    bench.runAll();
    assertThat(bench.outcomes()).endsWith(WorkOutcome.FAILED);

    account.failAfter(Integer.MAX_VALUE);
    account.cancel(MINE, "e0").expireTokens(MINE);
    bench.runAll();

    assertThat(bench.titles()).containsExactly("Title 1", "Title 2", "Title 3");
  }

  @Test
  void removesNothingWhenAFullRoundIsCutOff() {
    IntStream.range(0, 6).forEach(i -> account.put(MINE, "e" + i, at(0, i), "Title " + i));
    connect();
    List<String> before = bench.titles();

    account.cancel(MINE, "e0").cancel(MINE, "e5");
    account.expireTokens(MINE);
    account.failAfter(2);
    bench.runAll();

    assertThat(bench.outcomes()).endsWith(WorkOutcome.FAILED);
    assertThat(bench.titles()).isEqualTo(before);

    account.failAfter(Integer.MAX_VALUE);
    bench.runAll();
    assertThat(bench.titles()).containsExactly("Title 1", "Title 2", "Title 3", "Title 4");
  }

  @Test
  void listsOnlyTheNewDaysWhenTheWindowRolls() {
    account
        .put(MINE, "old", at(-LaneBench.DAYS, 0), "Old")
        .put(MINE, "now", at(0, 0), "Now")
        .put(MINE, "next", at(LaneBench.DAYS + 1, 0), "Next");
    connect();
    assertThat(bench.titles()).containsExactly("Old", "Now");
    server.forgetRequests();

    bench.rollWindow(1);
    account.put(MINE, "changed", at(1, 0), "Changed");
    bench.runAll();

    assertThat(bench.titles()).containsExactly("Now", "Changed", "Next");
    assertThat(server.requests()).hasSize(2);
    assertThat(server.requests().getFirst().query()).containsKey("syncToken");
    assertThat(server.requests().getLast().query())
        .containsAllEntriesOf(
            Map.of(
                "timeMin", at(LaneBench.DAYS + 1, 0).toString(),
                "timeMax", at(LaneBench.DAYS + 2, 0).toString()));

    account.put(MINE, "next", at(LaneBench.DAYS + 1, 30), "Next, renamed");
    bench.runAll();
    assertThat(bench.titles()).containsExactly("Now", "Changed", "Next, renamed");
  }

  @Test
  void listsTheNewDaysAgainWhenTheirRoundWasCutOff() {
    account.put(MINE, "now", at(0, 0), "Now").put(MINE, "next", at(LaneBench.DAYS + 1, 0), "Next");
    connect();

    bench.rollWindow(1);
    account.put(MINE, "changed", at(1, 0), "Changed");
    account.failAfter(1);
    bench.runAll();
    assertThat(bench.outcomes()).endsWith(WorkOutcome.FAILED);
    assertThat(bench.titles()).containsExactly("Now", "Changed");

    account.failAfter(Integer.MAX_VALUE);
    bench.runAll();
    assertThat(bench.titles()).containsExactly("Now", "Changed", "Next");
  }

  @Test
  void readsTheWeekAroundTodayFirst() {
    connect();

    List<String> starts =
        server.requests().stream()
            .filter(request -> request.path().endsWith("/events"))
            .map(request -> request.query().get("timeMin"))
            .toList();
    assertThat(starts).containsExactly(at(-7, 0).toString(), at(-LaneBench.DAYS, 0).toString());
  }

  @Test
  void takesANewTokenAfterAWeek() {
    account.put(MINE, "now", at(0, 0), "Now");
    connect();
    server.forgetRequests();

    bench.rollWindow(7);
    bench.runAll();

    assertThat(server.requests()).hasSize(1);
    assertThat(server.requests().getFirst().query())
        .containsEntry("timeMin", at(7 - LaneBench.DAYS, 0).toString())
        .doesNotContainKey("syncToken");
  }

  @Test
  void readsAllDaysAgainWhenTheMemberMovesToAnotherZone() {
    account.put(MINE, "now", at(0, 0), "Now");
    connect();
    server.forgetRequests();

    bench.moveTo(ZoneId.of("Asia/Kolkata"));
    bench.runAll();

    assertThat(server.requests().getFirst().query()).doesNotContainKey("syncToken");
    assertThat(server.requests().getFirst().query().get("timeMin")).endsWith("T18:30:00Z");
  }

  private void connect() {
    bench.connect(null);
    bench.runDue();
  }

  private static Instant at(int day, int minute) {
    return LaneBench.today().plus(Duration.ofDays(day)).plus(Duration.ofMinutes(minute));
  }
}
