package io.timeledger.calendar.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.calendar.provider.CalendarRef;
import io.timeledger.calendar.provider.CallTurns;
import io.timeledger.calendar.provider.OpenChannel;
import io.timeledger.calendar.provider.google.GoogleProvider;
import io.timeledger.calendar.provider.rest.JsonApi;
import io.timeledger.calendar.push.HeldChannel;
import io.timeledger.calendar.round.DueWork.DueChannels;
import io.timeledger.calendar.round.LaneLease;
import io.timeledger.calendar.round.RoundWatch.WorkOutcome;
import io.timeledger.calendar.testkit.JsonServer;
import io.timeledger.egress.AddressGuard;
import io.timeledger.egress.HttpCaller;
import io.timeledger.egress.NameResolver;
import io.timeledger.schemas.calendar.CalendarCommand.CalendarDue;
import io.timeledger.schemas.calendar.CalendarCommand.SyncNow;
import io.timeledger.schemas.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What becomes of calendars that are chosen, that are no longer, and of those beside them.
class ChosenCalendarsIT {
  private static final String MINE = "ann@example.com";
  private static final String TEAM = "team@group.calendar.google.com";

  private final JsonServer server = new JsonServer();
  private final GoogleAccount account = new GoogleAccount().calendar(MINE).calendar(TEAM);
  private final Set<String> gone = ConcurrentHashMap.newKeySet();
  private final HttpCaller caller =
      new HttpCaller(
          new AddressGuard(List.of("127.0.0.0/8")), NameResolver.system(), Duration.ofSeconds(30));
  private final LaneBench bench =
      new LaneBench(
          new GoogleProvider(
              new JsonApi(
                  caller::exchange, CallTurns.UNPACED, InstantSource.system(), server.base())));

  @BeforeEach
  void connect() {
    server.follow(
        request ->
            gone.stream().anyMatch(calendar -> request.path().endsWith(calendar + "/events"))
                ? new JsonServer.Response(404, Map.of(), "{}")
                : account.answer(request));
    account.put(MINE, "m", at(0), "Mine").put(TEAM, "t", at(1), "Team");
    bench.connect(null);
    bench.runDue();
    choose(MINE, TEAM);
    assertThat(bench.titles()).containsExactly("Mine", "Team");
  }

  @AfterEach
  void close() {
    bench.close();
    caller.close();
    server.close();
  }

  @Test
  void forgetsConvertedBlocksOfACalendarThatIsNoLongerChosen() {
    account.put(TEAM, "t2", at(2), "Team 2");
    bench.runAll();
    bench
        .sql()
        .execute(
            "insert into calendar.conversion select workspace_id, id, user_id, 'te_' || id, false,"
                + " 1 from calendar.block");
    account.put(TEAM, "t", at(3), "Team");
    bench.runAll();
    account.cancel(TEAM, "t");
    bench.runAll();
    assertThat(bench.titles()).as("converted").containsExactly("Mine", "Team 2", "Team");

    choose(MINE);

    assertThat(bench.titles()).containsExactly("Mine");
  }

  @Test
  void endsARequestedRoundWithoutACalendarToRead() {
    account.removeCalendar(MINE);
    bench.connect(null);
    account.removeCalendar(TEAM);
    bench.listAgain();

    bench.ask(new SyncNow(bench.connectionId()));
    bench.runDue();

    assertThat(round("outcome")).isEqualTo("succeeded");
    assertThat(
            bench
                .sql()
                .fetchSingle("select requested_round_id from calendar.connection")
                .get(0, String.class))
        .isNull();
  }

  @Test
  void goesOnWithACalendarThatStoppedWhenAnotherWorksAgain() {
    gone.addAll(Set.of(MINE, TEAM));
    bench.sql().execute("update calendar.connection set last_success_at = null");
    bench.runAll();
    assertThat(bench.status()).isEqualTo("failed");

    gone.clear();
    account.put(MINE, "m2", at(2), "Mine 2").put(TEAM, "t2", at(3), "Team 2");
    bench
        .sql()
        .execute(
            "update calendar.calendar set due_at = clock_timestamp() where provider_ref = {0}",
            DSL.val(TEAM));
    bench.sql().execute("update calendar.calendar set due_at = null where due_at > now()");
    bench.sql().execute("update calendar.lane set next_due_at = now(), hold_until = null");
    bench.runDue();

    assertThat(bench.status()).isEqualTo("active");
    assertThat(bench.titles()).containsExactly("Mine", "Team", "Mine 2", "Team 2");
  }

  @Test
  void holdsNoOtherCalendarOfTheLaneForOneThatIsGone() {
    choose(MINE);
    gone.add(MINE);

    bench.runAll();

    assertThat(bench.outcomes()).contains(WorkOutcome.SKIPPED).doesNotContain(WorkOutcome.FAILED);
    assertThat(bench.sql().fetchSingle("select hold_until from calendar.lane").get(0)).isNull();
    assertThat(bench.sql().fetchSingle("select error from calendar.connection").get(0)).isNotNull();
  }

  @Test
  void keepsNothingOfAReportButTheDueTime() {
    int heads = bench.sql().fetchCount(DSL.table("calendar.head"));

    bench.askAs(new UserId("provider"), CalendarDue.changed(bench.calendar(MINE)));

    assertThat(bench.text(MINE, "due_reason")).isEqualTo("push");
    assertThat(bench.sql().fetchCount(DSL.table("calendar.handled_command"))).isZero();
    assertThat(bench.sql().fetchCount(DSL.table("calendar.head"))).isEqualTo(heads);
  }

  @Test
  void closesAChannelThatWasOpenedWhileItsCalendarWasDeselected() {
    LaneSettings settings =
        new LaneSettings("one", UUID.randomUUID(), Duration.ofMinutes(1), true, Set.of());
    bench.sql().execute("update calendar.lane set next_due_at = now(), lease_token = null");
    LaneLease lease = new SqlLaneQueue(bench.sql(), settings).claim(1).getFirst();
    SqlChannelStore store = new SqlChannelStore(bench.sql(), settings);
    Instant later = Instant.now().plus(Duration.ofDays(3));
    DueChannels due =
        new DueChannels(
            ConnectionRows.current(bench.sql(), bench.connectionId()),
            null,
            bench.calendar(TEAM),
            new CalendarRef(TEAM),
            Instant.now(),
            0,
            null);

    bench.change(each -> each.withCalendarIds(List.of(bench.calendar(MINE))));
    store.put(lease, due, new HeldChannel(new OpenChannel("ch_1", "resource", later), later));
    store.end(lease, due, later, null);

    assertThat(
            bench
                .sql()
                .fetchCount(
                    DSL.table("calendar.channel"), DSL.condition("renew_at <= clock_timestamp()")))
        .isEqualTo(1);
  }

  private void choose(String... refs) {
    bench.connect(List.of(refs).stream().map(bench::calendar).toList());
    bench.runDue();
  }

  private String round(String column) {
    return String.valueOf(
        bench
            .sql()
            .fetchSingle("select " + column + " from calendar.round where reason = 'requested'")
            .get(0, String.class));
  }

  private static Instant at(int hour) {
    return LaneBench.today().plus(Duration.ofHours(hour));
  }
}
