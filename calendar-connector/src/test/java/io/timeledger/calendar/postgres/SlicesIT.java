package io.timeledger.calendar.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.timeledger.calendar.intake.CalendarCommandHandler;
import io.timeledger.calendar.intake.CalendarIntake;
import io.timeledger.calendar.intake.TakenRecord;
import io.timeledger.calendar.intake.TakenRecord.TakenEvent;
import io.timeledger.calendar.intake.TakenRecord.TakenSecret;
import io.timeledger.calendar.provider.Access;
import io.timeledger.calendar.provider.Access.IcsAddress;
import io.timeledger.calendar.provider.Busy;
import io.timeledger.calendar.provider.CalendarListing;
import io.timeledger.calendar.provider.CalendarListing.AccessRole;
import io.timeledger.calendar.provider.CalendarOwner;
import io.timeledger.calendar.provider.CalendarProvider;
import io.timeledger.calendar.provider.CalendarRef;
import io.timeledger.calendar.provider.EventCursor;
import io.timeledger.calendar.provider.EventKind;
import io.timeledger.calendar.provider.EventPage;
import io.timeledger.calendar.provider.EventPage.Coverage;
import io.timeledger.calendar.provider.EventTime.Timed;
import io.timeledger.calendar.provider.FaultReason;
import io.timeledger.calendar.provider.PageEnd;
import io.timeledger.calendar.provider.PagePlace;
import io.timeledger.calendar.provider.ParticipationStatus;
import io.timeledger.calendar.provider.ProviderException;
import io.timeledger.calendar.provider.ProviderFault;
import io.timeledger.calendar.provider.SourceEvent;
import io.timeledger.calendar.provider.Window;
import io.timeledger.calendar.round.DueWork;
import io.timeledger.calendar.round.DueWork.DueRound;
import io.timeledger.calendar.round.LaneLease;
import io.timeledger.calendar.round.LostLeaseException;
import io.timeledger.calendar.round.PollIntervals;
import io.timeledger.calendar.round.RoundLoop;
import io.timeledger.calendar.round.RoundWatch.WorkOutcome;
import io.timeledger.calendar.round.SliceResult;
import io.timeledger.calendar.round.SourceSlice;
import io.timeledger.calendar.round.Sources;
import io.timeledger.calendar.testkit.LedgerStandIn;
import io.timeledger.embedded.TestDatabase;
import io.timeledger.embedded.TestPlatform;
import io.timeledger.schemas.command.CommandOrigin;
import io.timeledger.schemas.event.Event;
import io.timeledger.schemas.event.EventAuthor;
import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.id.ConnectionId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.Connection;
import io.timeledger.schemas.resource.ConnectionStatus;
import io.timeledger.schemas.resource.Provider;
import io.timeledger.schemas.restricted.ConnectionSecret;
import io.timeledger.schemas.restricted.SealedText;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Rounds that are aborted, repeated and fenced, with a provider that has pages and cursors.
class SlicesIT {
  private static final WorkspaceId WORKSPACE = LedgerStandIn.newWorkspace();
  private static final ConnectionId CONNECTION = new ConnectionId("conn_1");

  private final HikariDataSource pool = new HikariDataSource();
  private final List<WorkOutcome> outcomes = new ArrayList<>();
  private final Paged provider = new Paged();
  private final LaneSettings settings = settings("one");
  private DSLContext sql;
  private SqlLaneQueue queue;

  @BeforeEach
  void connect() {
    TestDatabase database = TestPlatform.shared().newDatabase();
    pool.setJdbcUrl(database.jdbcUrl());
    pool.setUsername(database.username());
    pool.setPassword(database.password());
    pool.setMaximumPoolSize(3);
    sql = DSL.using(pool, SQLDialect.POSTGRES);
    CalendarSchema.in(pool).migrate();
    queue = new SqlLaneQueue(sql, settings);
    Connection connection = connection();
    sql.transaction(
        tx ->
            apply(
                tx.dsl(),
                List.of(
                    new TakenEvent(event(connection)),
                    new TakenSecret(
                        CONNECTION,
                        new ConnectionSecret(
                            CONNECTION, WORKSPACE, 1, new SealedText("k1", "text"))))));
  }

  @AfterEach
  void close() {
    pool.close();
  }

  @Test
  void repeatsARoundThatWasKilledInTheMiddleWithTheSameRows() {
    provider.pages(events(0, 600));
    rounds(sources()).run(claimed());
    List<Map<String, Object>> whole = rows();
    assertThat(whole).hasSize(600);

    sql.execute("update calendar.calendar set cursor = null, due_at = clock_timestamp()");
    provider.pages(moved(events(0, 600)));
    LaneLease cut = claimed();
    assertThatThrownBy(() -> rounds(killedAfter(2)).run(cut)).isInstanceOf(Killed.class);
    assertThat(rows()).as("a part was written").isNotEqualTo(whole);
    assertThat(queue.claim(10)).as("as long as it may live").isEmpty();

    new SqlLaneQueue(sql, settings("one")).endEarlierRuns();
    rounds(sources()).run(claimed());

    assertThat(rows()).hasSize(600).allSatisfy(row -> assertThat(row.get("version")).isEqualTo(2));
  }

  @Test
  void forgetsNothingOfARoundThatWasCut() {
    provider.pages(events(0, 600));
    rounds(sources()).run(claimed());
    sql.execute("update calendar.calendar set cursor = null, due_at = clock_timestamp()");
    provider.pages(events(0, 300));
    LaneLease cut = claimed();
    assertThatThrownBy(() -> rounds(killedAfter(1)).run(cut)).isInstanceOf(Killed.class);
    assertThat(rows()).hasSize(600);

    new SqlLaneQueue(sql, settings("one")).endEarlierRuns();
    rounds(sources()).run(claimed());

    assertThat(rows()).hasSize(300);
  }

  @Test
  void writesNothingWithALeaseThatAnotherOneHas() {
    provider.pages(events(0, 10));
    LaneLease frozen = claimed();
    SqlRounds rounds = new SqlRounds(sql, settings);
    RoundLoop listing = rounds(sources());
    DueWork due = rounds.next(frozen).orElseThrow();
    assertThat(due).isInstanceOf(DueWork.DueListing.class);
    sql.execute("update calendar.lane set lease_until = clock_timestamp()");

    LaneLease taken = new SqlLaneQueue(sql, settings("two")).claim(1).getFirst();
    assertThat(taken.token()).isNotEqualTo(frozen.token());
    listing.run(frozen);
    assertThat(rows()).as("fenced off").isEmpty();
    assertThatThrownBy(() -> rounds.release(frozen)).isInstanceOf(LostLeaseException.class);

    rounds(sources()).run(taken);
    assertThat(rows()).hasSize(10);
  }

  @Test
  void writesNothingOfAConnectionThatIsGone() {
    provider.pages(events(0, 600));
    LaneLease lease = claimed();
    Sources disconnecting =
        (mine, round, slice) -> {
          Connection gone =
              connection().withDeletedAt(Instant.now()).withSequence(2).withVersion(2);
          sql.transaction(
              tx ->
                  apply(
                      tx.dsl(),
                      List.of(new TakenEvent(event(gone, EventType.CONNECTION_DELETED)))));
          return sources().apply(mine, round, slice);
        };
    rounds(disconnecting).run(lease);
    assertThat(rows()).isEmpty();
    assertThat(sql.fetchCount(DSL.table("calendar.source"))).isZero();
  }

  @Test
  void takesUpChangesFromItsCursorAndStartsOverWithoutOne() {
    provider.pages(events(0, 20));
    rounds(sources()).run(claimed());
    assertThat(rows()).hasSize(20);

    provider.changes(List.of(event("e3", 99)), List.of("e4"), Set.of());
    sql.execute("update calendar.calendar set due_at = clock_timestamp()");
    due();
    rounds(sources()).run(claimed());
    assertThat(rows()).hasSize(19);

    provider.forget();
    provider.pages(events(0, 5));
    due();
    rounds(sources()).run(claimed());
    assertThat(outcomes).contains(WorkOutcome.RESET);
    assertThat(rows()).hasSize(5);
  }

  @Test
  void tellsWhatMovedOutOfTheWindowFromWhatIsGone() {
    provider.pages(events(0, 3));
    rounds(sources()).run(claimed());
    sql.execute(
        "insert into calendar.conversion select workspace_id, id, user_id, 'te_1', false, 1"
            + " from calendar.block where title in ('Title e1', 'Title e2')");
    int beyond = 60 * 24 * 60;

    changes(List.of(event("e1", 50), event("e2", 50)), List.of(), Set.of());
    changes(List.of(event("e1", beyond), event("new", beyond)), List.of("e2"), Set.of());

    assertThat(drifts()).containsExactly("Title e0=null", "Title e1=moved", "Title e2=gone");

    provider.forget();
    provider.pages(events(0, 1));
    due();
    rounds(sources()).run(claimed());
    assertThat(drifts()).containsExactly("Title e0=null", "Title e1=left_window", "Title e2=gone");
  }

  @Test
  void dropsWhatMovesOutOfTheWindowUnlessItWasConverted() {
    provider.pages(events(0, 3));
    rounds(sources()).run(claimed());
    sql.execute(
        "insert into calendar.conversion select workspace_id, id, user_id, 'te_1', false, 1"
            + " from calendar.block where title = 'Title e1'");
    int beyond = 60 * 24 * 60;

    changes(List.of(event("e0", beyond), event("e1", beyond)), List.of(), Set.of());
    assertThat(drifts()).containsExactly("Title e1=null", "Title e2=null");

    changes(List.of(event("e0", 50)), List.of(), Set.of());
    assertThat(drifts()).as("it came back").contains("Title e0=null");
  }

  @Test
  void replacesTheInstancesOfASeriesAsASet() {
    provider.pages(
        List.of(
            event("e0", 0),
            instance("a1", "a", 1),
            instance("a2", "a", 2),
            instance("b1", "b", 4)));
    rounds(sources()).run(claimed());

    changes(List.of(instance("a2", "a", 2), instance("a3", "a", 3)), List.of(), Set.of("a"));

    assertThat(rows())
        .extracting(row -> row.get("title"))
        .containsExactlyInAnyOrder("Title e0", "Title a2", "Title a3", "Title b1");
  }

  private void changes(List<SourceEvent> changed, List<String> removed, Set<String> wholeSeries) {
    provider.changes(changed, removed, wholeSeries);
    rounds(sources()).run(claimed());
  }

  private List<String> drifts() {
    return sql.fetch(
            "select title || '=' || coalesce(drift, 'null') from calendar.block order by 1")
        .getValues(0, String.class);
  }

  private static SourceEvent instance(String ref, String series, int minute) {
    SourceEvent event = event(ref, minute);
    return new SourceEvent(
        ref,
        series,
        series,
        event.time().startText(),
        true,
        false,
        event.time(),
        event.title(),
        false,
        Busy.BUSY,
        ParticipationStatus.NONE,
        EventKind.DEFAULT,
        false,
        null,
        List.of(),
        0);
  }

  @Test
  void endsRoundsWithoutEnd() {
    provider.endless();
    rounds(sources()).run(claimed());
    assertThat(outcomes).endsWith(WorkOutcome.FAILED);
    assertThat(sql.fetchSingle("select error from calendar.round").get(0, String.class))
        .isEqualTo(FaultReason.TOO_MANY_EVENTS.words());
  }

  private static final class Killed extends Error {
    private static final long serialVersionUID = 1;
  }

  /// Fails once `slices` slices were written.
  private Sources killedAfter(int slices) {
    return new Sources() {
      private int written;

      @Override
      public SliceResult apply(LaneLease lease, DueRound round, SourceSlice slice) {
        if (written++ == slices) {
          throw new Killed();
        }
        return sources().apply(lease, round, slice);
      }
    };
  }

  private Sources sources() {
    return new SqlSources(sql, settings);
  }

  private RoundLoop rounds(Sources sources) {
    return new RoundLoop(
        new SqlRounds(sql, settings),
        sources,
        (_, _) -> new IcsAddress(URI.create("https://calendar.example/a")),
        Map.of(Provider.ICS, provider),
        new PollIntervals(Duration.ofMinutes(30), Duration.ofMinutes(15), Duration.ofHours(6)),
        (_, _, _) -> true,
        (_, outcome, _, _) -> outcomes.add(outcome),
        InstantSource.system(),
        RandomGenerator.of("L64X128MixRandom"),
        () -> false);
  }

  private LaneLease claimed() {
    due();
    return queue.claim(1).getFirst();
  }

  private void due() {
    sql.execute("update calendar.calendar set due_at = clock_timestamp()");
    sql.execute("update calendar.lane set next_due_at = clock_timestamp(), hold_until = null");
  }

  private List<Map<String, Object>> rows() {
    return sql.fetch("select id, title, started_at, version from calendar.block order by id")
        .intoMaps();
  }

  private static void apply(DSLContext tx, List<TakenRecord> records) {
    new CalendarIntake(
            new SqlLedgerFacts(tx, true),
            new CalendarCommandHandler(new SqlMemberRequests(tx, true), new SqlCommandAnswers(tx)))
        .apply(records);
  }

  private static LaneSettings settings(String instance) {
    return new LaneSettings(instance, UUID.randomUUID(), Duration.ofMinutes(10), true, Set.of());
  }

  private static Connection connection() {
    return new Connection(
        CONNECTION,
        WORKSPACE,
        LedgerStandIn.ANN,
        Provider.ICS,
        "Mine",
        ConnectionStatus.CONNECTING,
        null,
        null,
        false,
        7,
        7,
        today(),
        today(),
        1,
        1,
        null);
  }

  private static Event event(Connection connection) {
    return event(connection, EventType.CONNECTION_UPSERTED);
  }

  private static Event event(Connection connection, EventType type) {
    return new Event(
        "evt_" + UUID.randomUUID().toString().replace("-", "").substring(0, 26),
        type,
        WORKSPACE,
        connection,
        today(),
        connection.sequence(),
        null,
        new EventAuthor(LedgerStandIn.ANN, CommandOrigin.API),
        "cmd_" + connection.sequence(),
        Event.GENESIS,
        Event.GENESIS);
  }

  private static Instant today() {
    return Instant.now().truncatedTo(ChronoUnit.DAYS);
  }

  private static List<SourceEvent> events(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> event("e" + i, i)).toList();
  }

  private static List<SourceEvent> moved(List<SourceEvent> events) {
    return events.stream()
        .map(event -> event(event.eventRef(), 700 + events.indexOf(event)))
        .toList();
  }

  private static SourceEvent event(String ref, int minute) {
    Instant start = today().plus(minute, ChronoUnit.MINUTES);
    return new SourceEvent(
        ref,
        ref + "@x",
        null,
        null,
        false,
        false,
        new Timed(start, start.plusSeconds(600), ZoneOffset.UTC, false),
        "Title " + ref,
        false,
        Busy.BUSY,
        ParticipationStatus.NONE,
        EventKind.DEFAULT,
        false,
        null,
        List.of(),
        0);
  }

  /// A provider with pages of 250 events, and cursors that it may forget.
  private static final class Paged implements CalendarProvider {
    private static final int PAGE = 250;
    private List<SourceEvent> events = List.of();
    private @Nullable EventPage changes;
    private boolean forgotten;
    private boolean endless;

    void pages(List<SourceEvent> all) {
      events = all;
    }

    void changes(List<SourceEvent> changed, List<String> removed, Set<String> wholeSeries) {
      changes =
          new EventPage(
              Coverage.CHANGES,
              changed,
              removed,
              wholeSeries,
              List.of(),
              0,
              null,
              null,
              new PageEnd.End(new EventCursor("c2")));
    }

    void forget() {
      forgotten = true;
    }

    void endless() {
      endless = true;
    }

    @Override
    public int queryVersion() {
      return 1;
    }

    @Override
    public List<CalendarListing> calendars(Access access) {
      return List.of(
          new CalendarListing(new CalendarRef("main"), null, null, AccessRole.READER, true));
    }

    @Override
    public EventPage full(Access access, CalendarRef calendar, Window window, CalendarOwner owner) {
      return page(0);
    }

    @Override
    public EventPage more(
        Access access, CalendarRef calendar, Window window, CalendarOwner owner, PagePlace place) {
      return page(Integer.parseInt(place.value()));
    }

    @Override
    public EventPage next(
        Access access, CalendarRef calendar, Window window, CalendarOwner owner, EventCursor cursor)
        throws ProviderException {
      if (forgotten) {
        throw new ProviderException(new ProviderFault.CursorGone(FaultReason.ANSWER_UNEXPECTED));
      }
      return changes == null ? EventPage.unchanged(cursor) : changes;
    }

    private EventPage page(int from) {
      int to = Math.min(from + PAGE, events.size());
      boolean more = endless || to < events.size();
      return new EventPage(
          Coverage.FULL,
          endless ? events(from, from + PAGE) : events.subList(from, to),
          List.of(),
          List.of(),
          0,
          null,
          null,
          more
              ? new PageEnd.More(new PagePlace(String.valueOf(from + PAGE)))
              : new PageEnd.End(new EventCursor("c1")));
    }

    private static List<SourceEvent> events(int from, int to) {
      return SlicesIT.events(from, to);
    }
  }
}
