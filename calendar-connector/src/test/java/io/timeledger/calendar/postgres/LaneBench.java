package io.timeledger.calendar.postgres;

import com.zaxxer.hikari.HikariDataSource;
import io.timeledger.calendar.intake.CalendarCommandHandler;
import io.timeledger.calendar.intake.CalendarIntake;
import io.timeledger.calendar.intake.TakenRecord;
import io.timeledger.calendar.intake.TakenRecord.TakenCommand;
import io.timeledger.calendar.intake.TakenRecord.TakenEvent;
import io.timeledger.calendar.intake.TakenRecord.TakenSecret;
import io.timeledger.calendar.provider.Access.OAuthToken;
import io.timeledger.calendar.provider.CalendarProvider;
import io.timeledger.calendar.round.ContactHashes;
import io.timeledger.calendar.round.LaneLease;
import io.timeledger.calendar.round.PollIntervals;
import io.timeledger.calendar.round.RoundLoop;
import io.timeledger.calendar.round.RoundWatch.WorkOutcome;
import io.timeledger.calendar.testkit.LedgerStandIn;
import io.timeledger.embedded.TestDatabase;
import io.timeledger.embedded.TestPlatform;
import io.timeledger.schemas.calendar.CalendarCommand;
import io.timeledger.schemas.calendar.CalendarEnvelope;
import io.timeledger.schemas.command.Actor;
import io.timeledger.schemas.command.CommandOrigin;
import io.timeledger.schemas.event.Event;
import io.timeledger.schemas.event.EventAuthor;
import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.id.CalendarId;
import io.timeledger.schemas.id.ConnectionId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.Connection;
import io.timeledger.schemas.resource.ConnectionStatus;
import io.timeledger.schemas.resource.Provider;
import io.timeledger.schemas.restricted.ConnectionSecret;
import io.timeledger.schemas.restricted.SealedText;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// One connection in a database of its own, whose lane runs when the test says so.
final class LaneBench implements AutoCloseable {
  /// Days before and after today that are read.
  static final int DAYS = 14;

  private final WorkspaceId workspace = LedgerStandIn.newWorkspace();
  private final ConnectionId connectionId = new ConnectionId("conn_1");
  private final HikariDataSource pool = new HikariDataSource();
  private final List<WorkOutcome> outcomes = new ArrayList<>();
  private final LaneSettings settings =
      new LaneSettings("one", UUID.randomUUID(), Duration.ofMinutes(10), true, Set.of());
  private final Provider kind;
  private final CalendarProvider provider;
  private final DSLContext sql;
  private long sequence;
  private @Nullable Connection connection;

  /// Of a Google account.
  LaneBench(CalendarProvider provider) {
    this(Provider.GOOGLE, provider);
  }

  LaneBench(Provider kind, CalendarProvider provider) {
    this.kind = kind;
    this.provider = provider;
    TestDatabase database = TestPlatform.shared().newDatabase();
    pool.setJdbcUrl(database.jdbcUrl());
    pool.setUsername(database.username());
    pool.setPassword(database.password());
    pool.setMaximumPoolSize(3);
    sql = DSL.using(pool, SQLDialect.POSTGRES);
    CalendarSchema.in(pool).migrate();
  }

  /// Connects the account, or changes the choice of calendars.
  ///
  /// @param calendarIds null for the primary calendar
  void connect(@Nullable List<CalendarId> calendarIds) {
    Connection next = connection(calendarIds);
    connection = next;
    take(List.of(new TakenEvent(event(next)), secret(1)));
  }

  /// Lets the owner change the connection.
  void change(UnaryOperator<Connection> change) {
    put(change, ConnectionStatus.ACTIVE);
  }

  /// Lets the owner sign in again.
  void connectAgain() {
    beginAgain();
    takeTicket();
  }

  /// Takes the event of a new sign-in, whose ticket is on another topic.
  void beginAgain() {
    put(each -> each, ConnectionStatus.CONNECTING);
  }

  void takeTicket() {
    take(List.of(secret((int) sequence)));
  }

  private void put(UnaryOperator<Connection> change, ConnectionStatus status) {
    sequence++;
    Connection next =
        change
            .apply(Objects.requireNonNull(connection, "not connected"))
            .withStatus(status)
            .withSequence(sequence)
            .withVersion((int) sequence);
    connection = next;
    take(List.of(new TakenEvent(event(next))));
  }

  /// Takes records from the log.
  void take(List<TakenRecord> records) {
    sql.transaction(tx -> intake(tx.dsl()).apply(records));
  }

  /// Does all work that is due, as often as it becomes due.
  void runDue() {
    SqlLaneQueue queue = new SqlLaneQueue(sql, settings);
    List<LaneLease> leases = queue.claim(1);
    while (!leases.isEmpty()) {
      leases.forEach(loop()::run);
      leases = queue.claim(1);
    }
  }

  /// Makes all selected calendars due, ends pauses, and does what is due.
  void runAll() {
    sql.execute("update calendar.calendar set due_at = clock_timestamp() where selected");
    sql.execute("update calendar.lane set next_due_at = clock_timestamp(), hold_until = null");
    runDue();
  }

  void listAgain() {
    sql.execute("update calendar.connection set calendars_due_at = clock_timestamp()");
    sql.execute("update calendar.lane set next_due_at = clock_timestamp(), hold_until = null");
    runDue();
  }

  /// Moves the window that is to be read by some days, as midnights do.
  void rollWindow(int days) {
    sql.execute(
        "update calendar.connection set config = config || jsonb_build_object("
            + "'days_back', {0}, 'days_ahead', {1})",
        DSL.val(DAYS - days), DSL.val(DAYS + days));
  }

  /// Lets the member move from UTC to a zone.
  void moveTo(ZoneId zone) {
    sql.execute(
        "insert into calendar.member (workspace_id, user_id, timezone, active, sequence)"
            + " select workspace_id, user_id, {0}, true, 1 from calendar.connection",
        DSL.val(zone.getId()));
  }

  DSLContext sql() {
    return sql;
  }

  List<WorkOutcome> outcomes() {
    return outcomes;
  }

  List<String> titles() {
    return sql.fetch("select title from calendar.block order by started_at, title")
        .getValues(0, String.class);
  }

  CalendarId calendar(String ref) {
    return new CalendarId(
        sql.fetchSingle("select id from calendar.calendar where provider_ref = {0}", DSL.val(ref))
            .get(0, String.class));
  }

  /// A column of the calendar's row.
  String text(String ref, String column) {
    return String.valueOf(
        sql.fetchSingle(
                "select " + column + " from calendar.calendar where provider_ref = {0}",
                DSL.val(ref))
            .get(0, String.class));
  }

  /// Lets the owner ask for something.
  void ask(CalendarCommand command) {
    askAs(LedgerStandIn.ANN, command);
  }

  void askAs(UserId user, CalendarCommand command) {
    String id = "cmd_" + UUID.randomUUID();
    Actor actor = new Actor(user, Set.of(), null, CommandOrigin.API);
    take(
        List.of(
            new TakenCommand(
                new CalendarEnvelope(id, workspace, actor, id, command), Map.of(), Instant.now())));
  }

  ConnectionId connectionId() {
    return connectionId;
  }

  String status() {
    return sql.fetchSingle("select health from calendar.connection").get(0, String.class);
  }

  static Instant today() {
    return Instant.now().truncatedTo(ChronoUnit.DAYS);
  }

  @Override
  public void close() {
    pool.close();
  }

  private RoundLoop loop() {
    return new RoundLoop(
        new SqlRounds(sql, settings),
        new SqlSources(sql, settings),
        (_, _) -> new OAuthToken("sub-1", null, "token-1"),
        Map.of(kind, provider),
        ContactHashes.NONE,
        new PollIntervals(Duration.ofMinutes(30), Duration.ofMinutes(15), Duration.ofHours(6)),
        (_, _, _) -> true,
        (_, outcome, _, _) -> outcomes.add(outcome),
        InstantSource.system(),
        RandomGenerator.of("L64X128MixRandom"),
        () -> false);
  }

  private static CalendarIntake intake(DSLContext tx) {
    return new CalendarIntake(
        new SqlLedgerFacts(tx, true),
        new CalendarCommandHandler(new SqlMemberRequests(tx, true), new SqlCommandAnswers(tx)));
  }

  private TakenSecret secret(int version) {
    return new TakenSecret(
        connectionId,
        new ConnectionSecret(connectionId, workspace, version, new SealedText("k1", "text")));
  }

  private Connection connection(@Nullable List<CalendarId> calendarIds) {
    sequence++;
    return new Connection(
        connectionId,
        workspace,
        LedgerStandIn.ANN,
        kind,
        "Mine",
        sequence == 1 ? ConnectionStatus.CONNECTING : ConnectionStatus.ACTIVE,
        null,
        calendarIds,
        false,
        DAYS,
        DAYS,
        today(),
        today(),
        (int) sequence,
        sequence,
        null);
  }

  private static Event event(Connection connection) {
    return new Event(
        "evt_" + UUID.randomUUID().toString().replace("-", "").substring(0, 26),
        EventType.CONNECTION_UPSERTED,
        connection.workspaceId(),
        connection,
        today(),
        connection.sequence(),
        null,
        new EventAuthor(LedgerStandIn.ANN, CommandOrigin.API),
        "cmd_" + connection.sequence(),
        Event.GENESIS,
        Event.GENESIS);
  }
}
