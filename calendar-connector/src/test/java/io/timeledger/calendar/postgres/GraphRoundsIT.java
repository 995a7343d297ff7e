package io.timeledger.calendar.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.calendar.provider.CallTurns;
import io.timeledger.calendar.provider.graph.GraphProvider;
import io.timeledger.calendar.provider.rest.JsonApi;
import io.timeledger.calendar.round.RoundWatch.WorkOutcome;
import io.timeledger.calendar.testkit.JsonServer;
import io.timeledger.egress.AddressGuard;
import io.timeledger.egress.HttpCaller;
import io.timeledger.egress.NameResolver;
import io.timeledger.schemas.resource.Provider;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Rounds of a Microsoft 365 calendar, from its HTTP responses to the blocks.
class GraphRoundsIT {
  private final JsonServer server = new JsonServer();
  private final GraphAccount account = new GraphAccount(server.base().toString());
  private final HttpCaller caller =
      new HttpCaller(
          new AddressGuard(List.of("127.0.0.0/8")), NameResolver.system(), Duration.ofSeconds(30));
  private final LaneBench bench =
      new LaneBench(
          Provider.MICROSOFT,
          new GraphProvider(
              new JsonApi(
                  caller::exchange, CallTurns.UNPACED, InstantSource.system(), server.base()),
              InstantSource.system()));

  GraphRoundsIT() {
    server.follow(account);
  }

  @AfterEach
  void close() {
    bench.close();
    caller.close();
    server.close();
  }

  @Test
  void readsStubsWithTheTitleOfTheirSeriesAndAsksForItOnce() {
    account.tellOnlyInstances();
    account.series("s", "Weekly", at(1), at(2), at(3), at(4), at(5)).put("e", at(6), "Single");

    connect();
    account.forgetTokens();
    server.forgetRequests();

    bench.runAll();

    assertThat(bench.titles())
        .containsExactly("Weekly", "Weekly", "Weekly", "Weekly", "Weekly", "Single");
    assertThat(server.requests()).filteredOn(one -> one.path().endsWith("/events/s")).hasSize(1);
  }

  @Test
  void changesTheBlocksThatChangedAndNoOthers() {
    account.put("e", at(0), "Single").series("s", "Weekly", at(1), at(2), at(3), at(4));
    connect();

    account.delete("s1").moveInstance("s2", at(7));
    bench.runAll();
    assertThat(versions()).containsExactly("Single 1", "Weekly 1", "Weekly 1", "Weekly 2");

    account.rename("s", "Monthly");
    bench.runAll();
    assertThat(versions()).containsExactly("Single 1", "Monthly 2", "Monthly 2", "Weekly 2");
  }

  @Test
  void keepsTheOldTitleOfASeriesThatCannotBeReadAndTriesAgain() {
    account.series("s", "Weekly", at(1), at(2));
    connect();
    account.tellOnlyInstances();
    account.hideSeries(true);

    account.rename("s", "Monthly").put("e", at(3), "Single");
    bench.runAll();

    assertThat(bench.titles()).containsExactly("Weekly", "Weekly", "Single");
    assertThat(bench.outcomes()).endsWith(WorkOutcome.PARTIAL);

    account.hideSeries(false);
    account.forgetTokens();
    bench.runAll();
    assertThat(bench.titles()).containsExactly("Monthly", "Monthly", "Single");
  }

  @Test
  void takesASeriesAwayWithItsInstances() {
    account.series("s", "Weekly", at(1), at(2)).series("t", "Daily", at(3));
    connect();

    account.delete("s").delete("t0");
    bench.runAll();

    assertThat(bench.titles()).isEmpty();
  }

  @Test
  void showsAConvertedMeetingThatLeftTheWindowAsMoved() {
    account.put("a", at(1), "Moved").put("b", at(2), "Deleted").put("c", at(3), "Kept");
    connect();
    bench
        .sql()
        .execute(
            "insert into calendar.conversion select workspace_id, id, user_id, 'te_1', false, 1"
                + " from calendar.block");
    account.rename("a", "Moves").rename("b", "Dies").rename("c", "Stays");
    bench.runAll();
    assertThat(drifts()).containsExactly("Moves=null", "Dies=null", "Stays=null");

    account.put("a", at(90), "Moves").delete("b").put("far", at(90), "Never seen");
    bench.runAll();
    assertThat(drifts()).containsExactlyInAnyOrder("Moves=moved", "Dies=gone", "Stays=null");

    account.forgetTokens();
    bench.runAll();
    assertThat(drifts()).containsExactlyInAnyOrder("Moves=left_window", "Dies=gone", "Stays=null");
  }

  @Test
  void startsOverWhenTheTokenIsTooOldAndSweepsWhatIsGone() {
    IntStream.range(0, 9).forEach(i -> account.put("e" + i, at(i), "Title " + i));
    connect();

    account.delete("e3").delete("e7").put("new", at(9), "New");
    account.forgetTokens();
    bench.runAll();

    assertThat(bench.titles()).hasSize(8).contains("New").doesNotContain("Title 3", "Title 7");
    assertThat(bench.outcomes()).containsOnlyOnce(WorkOutcome.RESET);
  }

  private void connect() {
    bench.connect(null);
    bench.runDue();
  }

  private List<String> versions() {
    return bench
        .sql()
        .fetch("select title || ' ' || version from calendar.block order by started_at")
        .getValues(0, String.class);
  }

  private List<String> drifts() {
    return bench
        .sql()
        .fetch(
            "select title || '=' || coalesce(drift, 'null') from calendar.block order by started_at")
        .getValues(0, String.class);
  }

  private static Instant at(int day) {
    return LaneBench.today().plus(Duration.ofDays(day)).plus(Duration.ofHours(9));
  }
}
