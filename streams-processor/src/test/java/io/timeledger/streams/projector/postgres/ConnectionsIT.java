package io.timeledger.streams.projector.postgres;

import static io.timeledger.schemas.jooq.read.Tables.AUDIT;
import static io.timeledger.schemas.jooq.read.Tables.CALENDAR_RULE;
import static io.timeledger.schemas.jooq.read.Tables.CONNECTION;
import static io.timeledger.schemas.jooq.read.Tables.CONTACT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.timeledger.embedded.FutureEvents;
import io.timeledger.embedded.TestDatabase;
import io.timeledger.embedded.TestPlatform;
import io.timeledger.runtime.kafka.OffsetRange;
import io.timeledger.schemas.event.Event;
import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.id.CalendarId;
import io.timeledger.schemas.id.CalendarRuleId;
import io.timeledger.schemas.id.ConnectionId;
import io.timeledger.schemas.id.ContactId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.jooq.read.tables.records.CalendarRuleRecord;
import io.timeledger.schemas.jooq.read.tables.records.ConnectionRecord;
import io.timeledger.schemas.jooq.read.tables.records.ContactRecord;
import io.timeledger.schemas.json.EventCodec;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.json.LoggedEvent;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.schemas.postgres.DatabaseRole;
import io.timeledger.schemas.resource.CalendarRule;
import io.timeledger.schemas.resource.CalendarRuleBuilder;
import io.timeledger.schemas.resource.CalendarRuleConditions;
import io.timeledger.schemas.resource.CalendarRuleEffect;
import io.timeledger.schemas.resource.Connection;
import io.timeledger.schemas.resource.ConnectionBuilder;
import io.timeledger.schemas.resource.ConnectionStatus;
import io.timeledger.schemas.resource.Contact;
import io.timeledger.schemas.resource.ContactBuilder;
import io.timeledger.schemas.resource.Provider;
import io.timeledger.streams.projector.EventBatch;
import io.timeledger.streams.rollup.History;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Connections and calendar rules in Postgres.
class ConnectionsIT {
  private static final UserId ANN = new UserId("u_ann");
  private static final EventCodec CODEC = new EventCodec();

  private final History history = new History(new WorkspaceId("ws_1"));
  private HikariDataSource database;
  private DSLContext sql;

  @BeforeEach
  void open() {
    TestDatabase role = TestPlatform.shared().newDatabase().as(DatabaseRole.STREAMS_PROCESSOR);
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(role.jdbcUrl());
    config.setUsername(role.username());
    config.setPassword(role.password());
    database = new HikariDataSource(config);
    sql = DSL.using(database, SQLDialect.POSTGRES);
    new Projections(database).ensureLive();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void showAsTheyAre() {
    Connection all = connect("conn_1", null);
    Connection some = connect("conn_2", List.of(new CalendarId("cal_1"), new CalendarId("cal_2")));
    Connection none = connect("conn_3", List.of());
    CalendarRule own = rule("own", ANN);
    CalendarRule shared = rule("shared", null);
    Contact contact = contact("c_1017");
    apply(written());

    assertShows(contact);
    assertShows(all);
    assertShows(some);
    assertShows(none);
    assertShows(own);
    assertShows(shared);
  }

  @Test
  void showThatTheyAreDeleted() {
    Connection before = connect("conn_1", null);
    history.append(
        EventType.CONNECTION_DELETED,
        before,
        sequence -> before.with(b -> b.deletedAt(history.now()).version(2).sequence(sequence)));
    apply(written());

    assertThat(sql.selectFrom(CONNECTION).fetchSingle().getDeletedAt()).isNotNull();
  }

  /// As an earlier release left it, which had stored their events without knowing them.
  @Test
  void comeToAnInstallationOfAnEarlierRelease() {
    Connection connection = connect("conn_1", null);
    CalendarRule rule = rule("own", ANN);
    Contact contact = contact("c_1017");
    apply(written().stream().map(FutureEvents::ofUnknownType).toList());
    sql.execute("drop view read.connection, read.calendar_rule, read.contact, read.token");
    sql.execute("alter table projection_1.token drop column kind, drop column opened_by");
    sql.execute(
        "drop table projection_1.connection, projection_1.calendar_rule, projection_1.contact");
    sql.execute("delete from projection_1.flyway_schema_history where version::int > 3");
    sql.execute("update projector.live_projection set views_checksum = 'earlier'");

    new Projections(database).ensureLive();
    for (Event event : history.events()) {
      sql.execute(
          "update projection_1.event set body = {0} where sequence = {1}",
          DSL.val(new String(CODEC.write(event), UTF_8)), DSL.val(event.sequence()));
    }
    assertThat(ProjectionWriter.live(database).takeUp()).isOne();

    assertShows(connection);
    assertShows(rule);
    assertShows(contact);
  }

  @Test
  void showNothingOfWhatTheirOwnerChoseInTheAudit() {
    connect("conn_1", List.of(new CalendarId("cal_1")));
    rule("own", ANN);
    rule("shared", null);
    contact("c_1017");
    apply(written());

    assertThat(changesOf("c_1017").propertyNames())
        .contains("deal_id")
        .doesNotContain("email_hashes");
    assertThat(changesOf("conn_1").propertyNames())
        .containsExactlyInAnyOrder(
            "id", "workspace_id", "user_id", "provider", "status", "created_at");
    assertThat(changesOf("own").propertyNames()).doesNotContain("conditions", "effect");
    assertThat(changesOf("shared").propertyNames()).contains("conditions", "effect");
  }

  private JsonNode changesOf(String id) {
    return Json.MAPPER.readTree(
        sql.selectFrom(AUDIT).where(AUDIT.ENTITY_ID.eq(id)).fetchSingle().getChanges().data());
  }

  private void assertShows(Connection connection) {
    ConnectionRecord row =
        sql.selectFrom(CONNECTION).where(CONNECTION.ID.eq(connection.id().value())).fetchSingle();
    List<CalendarId> ids = connection.calendarIds();
    assertThat(row.getUserId()).isEqualTo("u_ann");
    assertThat(row.getProvider()).isEqualTo("ics");
    assertThat(row.getStatus()).isEqualTo("connecting");
    assertThat(row.getStatusReason()).isNull();
    assertThat(row.getDaysBack()).isEqualTo(30);
    assertThat(row.getCalendarIds())
        .isEqualTo(ids == null ? null : ids.stream().map(CalendarId::value).toArray(String[]::new));
    assertThat(row.getCreatedAt()).isEqualTo(connection.createdAt());
    assertThat(row.getDeletedAt()).isNull();
  }

  private void assertShows(Contact contact) {
    ContactRecord row =
        sql.selectFrom(CONTACT).where(CONTACT.ID.eq(contact.id().value())).fetchSingle();
    assertThat(row.getEmailHashes()).containsExactlyElementsOf(contact.emailHashes());
    assertThat(row.getDealId()).isEqualTo("deal_7");
    assertThat(row.getProjectId()).isNull();
  }

  private void assertShows(CalendarRule rule) {
    CalendarRuleRecord row =
        sql.selectFrom(CALENDAR_RULE).where(CALENDAR_RULE.ID.eq(rule.id().value())).fetchSingle();
    UserId owner = rule.userId();
    assertThat(row.getUserId()).isEqualTo(owner == null ? null : owner.value());
    assertThat(row.getPosition()).isEqualTo(10);
    assertThat(Json.MAPPER.readValue(row.getConditions().data(), CalendarRuleConditions.class))
        .isEqualTo(rule.conditions());
    assertThat(Json.MAPPER.readValue(row.getEffect().data(), CalendarRuleEffect.class))
        .isEqualTo(rule.effect());
  }

  private Connection connect(String id, @Nullable List<CalendarId> calendars) {
    return history.append(
        EventType.CONNECTION_UPSERTED,
        null,
        sequence ->
            ConnectionBuilder.builder()
                .id(new ConnectionId(id))
                .workspaceId(history.workspace())
                .userId(ANN)
                .provider(Provider.ICS)
                .name("Work")
                .status(ConnectionStatus.CONNECTING)
                .calendarIds(calendars)
                .daysBack(Connection.DEFAULT_DAYS_BACK)
                .daysAhead(Connection.DEFAULT_DAYS_AHEAD)
                .createdAt(history.now())
                .updatedAt(history.now())
                .version(1)
                .sequence(sequence)
                .build());
  }

  private Contact contact(String id) {
    return history.append(
        EventType.CONTACT_UPSERTED,
        null,
        sequence ->
            ContactBuilder.builder()
                .id(new ContactId(id))
                .workspaceId(history.workspace())
                .emailHashes(List.of("a".repeat(43), "b".repeat(43)))
                .dealId("deal_7")
                .createdAt(history.now())
                .updatedAt(history.now())
                .version(1)
                .sequence(sequence)
                .build());
  }

  private CalendarRule rule(String id, @Nullable UserId owner) {
    return history.append(
        EventType.CALENDAR_RULE_UPSERTED,
        null,
        sequence ->
            CalendarRuleBuilder.builder()
                .id(new CalendarRuleId(id))
                .workspaceId(history.workspace())
                .userId(owner)
                .position(10)
                .enabled(true)
                .conditions(
                    new CalendarRuleConditions(
                        "*1:1*", null, null, null, null, null, List.of(1), true, null))
                .effect(CalendarRuleEffect.HIDE)
                .createdAt(history.now())
                .updatedAt(history.now())
                .version(1)
                .sequence(sequence)
                .build());
  }

  private List<byte[]> written() {
    return history.events().stream().map(CODEC::write).toList();
  }

  private void apply(List<byte[]> log) {
    ProjectionWriter.live(database)
        .apply(
            List.of(new OffsetRange(Topic.EVENTS.topicName(), 0, 0, log.size())),
            EventBatch.of(log.stream().map(LoggedEvent::read).toList()));
  }
}
