package io.timeledger.streams.projector.kafka;

import static io.timeledger.schemas.jooq.read.Tables.AUDIT;
import static io.timeledger.schemas.jooq.read.Tables.EVENT;
import static io.timeledger.schemas.jooq.read.Tables.ROLLUP;
import static io.timeledger.schemas.jooq.read.Tables.TIMESHEET;
import static io.timeledger.schemas.jooq.read.Tables.TIME_ENTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;

import io.timeledger.schemas.event.Event;
import io.timeledger.schemas.id.TimesheetId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.jooq.read.tables.records.AuditRecord;
import io.timeledger.schemas.jooq.read.tables.records.TimeEntryRecord;
import io.timeledger.schemas.json.EventCodec;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.json.Seal;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.schemas.resource.Dimension;
import io.timeledger.schemas.resource.Rollup;
import io.timeledger.schemas.resource.Rollup.Money;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.streams.projector.EventBatch;
import io.timeledger.streams.projector.LoggedEvent;
import io.timeledger.streams.projector.Stretch;
import io.timeledger.streams.projector.postgres.ProjectionWriter;
import io.timeledger.streams.projector.postgres.Projections;
import io.timeledger.streams.rollup.RandomWork;
import io.timeledger.streams.rollup.Recomputed;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ProjectorIT {
  private ProjectorFixture fixture;

  @BeforeEach
  void open(@TempDir Path folder) {
    fixture = new ProjectorFixture(folder);
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void showsWhatTheEventsSay() {
    RandomWork one = new RandomWork("ws_1", 1).steps(300);
    RandomWork two = new RandomWork("ws_2", 2).steps(300);
    fixture.publish(one.history().events());
    fixture.publish(two.history().events());

    ProjectorLoop projector = fixture.projector();
    projector.start();
    try {
      fixture.awaitShown(one.history());
      fixture.awaitShown(two.history());
    } finally {
      projector.stop();
    }
    for (RandomWork work : List.of(one, two)) {
      assertShows(work);
    }
  }

  @Test
  void goesOnWhereItStopped() {
    RandomWork work = new RandomWork("ws_1", 3);
    int sent = 0;
    for (int round = 0; round < 4; round++) {
      List<Event> events = work.steps(80).history().events();
      fixture.publish(events.subList(sent, events.size()));
      sent = events.size();
      ProjectorLoop projector = fixture.projector();
      projector.start();
      fixture.awaitShown(work.history());
      projector.stop();
      assertShows(work);
    }
  }

  @Test
  void showsChangesWithAReplacementForWhatPostgresCannotHold() {
    new Projections(fixture.database).ensureLive();
    ObjectNode event = Json.MAPPER.createObjectNode().put("event", "time_entry.updated");
    event.putObject("data").put("description", "\0a\0\0\\\0\\u0000");
    event.putObject("previous").put("description", "\\u0000");

    String changes =
        fixture
            .sql
            .select(field("read.changes({0})", String.class, val(event.toString())))
            .fetchSingle()
            .value1();

    assertThat(Json.MAPPER.readTree(changes).required("description").values())
        .extracting(JsonNode::asString)
        .containsExactly("\\u0000", "\ufffda\ufffd\ufffd\\\ufffd\\u0000");
  }

  @Test
  void appliesABatchOnceWhenTwoWritersHaveIt() {
    new Projections(fixture.database).ensureLive();
    RandomWork work = new RandomWork("ws_1", 4).steps(50);
    List<LoggedEvent> events = logged(work.history().events());
    EventBatch first = EventBatch.of(events.subList(0, 20));
    EventBatch second = EventBatch.of(events.subList(20, events.size()));
    ProjectionWriter writer = ProjectionWriter.live(fixture.database);
    ProjectionWriter zombie = ProjectionWriter.live(fixture.database);

    assertThat(writer.apply(stretch(0, 20), first)).isTrue();
    assertThat(zombie.apply(stretch(0, 20), first)).isFalse();
    assertThat(writer.apply(stretch(20, events.size()), second)).isTrue();
    assertThat(zombie.apply(stretch(20, events.size()), second)).isFalse();
    assertThat(zombie.apply(stretch(10, 20), first)).isFalse();

    assertThat(writer.position(0)).isEqualTo(events.size());
    assertShows(work);
  }

  @Test
  void makesTheSameOfOneBatchAndOfMany() {
    new Projections(fixture.database).ensureLive();
    RandomWork work = new RandomWork("ws_1", 5).steps(200);
    List<LoggedEvent> events = logged(work.history().events());
    ProjectionWriter writer = ProjectionWriter.live(fixture.database);
    for (int i = 0; i < events.size(); i++) {
      writer.apply(stretch(i, i + 1), EventBatch.of(List.of(events.get(i))));
    }
    assertShows(work);
    fixture.copy("projection_1", "one_by_one");

    int other = new Projections(fixture.database).createNext();
    ProjectionWriter.of(fixture.database, other)
        .apply(stretch(0, events.size()), EventBatch.of(events));
    fixture.assertEqual("one_by_one", "projection_" + other);
  }

  @Test
  void describesEveryReportingColumn() {
    new Projections(fixture.database).ensureLive();
    assertThat(
            fixture
                .sql
                .fetch(
                    """
                    select c.relname || '.' || a.attname
                    from pg_class c
                    join pg_namespace n on n.oid = c.relnamespace
                    join pg_attribute a on a.attrelid = c.oid and a.attnum >= 0
                    where n.nspname = 'reporting' and c.relkind = 'v'
                      and (col_description(c.oid, a.attnum) is null
                        or obj_description(c.oid) is null)
                    """)
                .getValues(0))
        .isEmpty();
  }

  private static List<Stretch> stretch(long from, long to) {
    return List.of(new Stretch(Topic.EVENTS.topicName(), 0, from, to));
  }

  private void assertShows(RandomWork work) {
    String workspace = work.history().workspace().value();
    assertEntries(work, workspace);
    assertThat(rollups(workspace)).isEqualTo(Recomputed.rollups(work.entries()));
    assertSheets(work, workspace);
    assertLog(work, workspace);
  }

  private void assertEntries(RandomWork work, String workspace) {
    Map<String, TimeEntryRecord> rows =
        fixture
            .sql
            .selectFrom(TIME_ENTRY)
            .where(TIME_ENTRY.WORKSPACE_ID.eq(workspace))
            .fetchMap(TIME_ENTRY.ID);
    assertThat(rows).hasSameSizeAs(work.entries());
    for (TimeEntry entry : work.entries()) {
      assertThat(rows.get(entry.id().value()))
          .satisfies(
              row -> {
                assertThat(row.getUserId()).isEqualTo(entry.userId().value());
                assertThat(row.getStatus()).isEqualTo(lower(entry.status()));
                assertThat(row.getLogDate()).isEqualTo(entry.logDate());
                assertThat(row.getRoundedSeconds()).isEqualTo(entry.roundedSeconds());
                assertThat(row.getHourlyRate()).isEqualByComparingTo(entry.hourlyRate());
                assertThat(row.getTags()).containsExactlyElementsOf(entry.tags());
                assertThat(row.getDescription()).isEqualTo(entry.description());
                assertThat(row.getDeletedAt()).isEqualTo(entry.deletedAt());
                assertThat(row.getStartedAt()).isEqualTo(entry.startedAt());
                assertThat(row.getVersion()).isEqualTo(entry.version());
              });
    }
  }

  private void assertSheets(RandomWork work, String workspace) {
    var expected = Recomputed.sheetTotals(work.entries());
    Map<TimesheetId, List<Long>> totals = new HashMap<>();
    fixture
        .sql
        .selectFrom(TIMESHEET)
        .where(TIMESHEET.WORKSPACE_ID.eq(workspace))
        .forEach(
            row ->
                totals.put(
                    new TimesheetId(row.getId()),
                    List.of(row.getTotalSeconds(), row.getBillableSeconds())));
    assertThat(totals).hasSameSizeAs(work.sheets());
    totals.forEach(
        (sheet, sums) -> assertThat(sums).isEqualTo(expected.getOrDefault(sheet, List.of(0L, 0L))));
  }

  private void assertLog(RandomWork work, String workspace) {
    List<Event> events = work.history().events();
    List<String> bodies =
        fixture
            .sql
            .selectFrom(EVENT)
            .where(EVENT.WORKSPACE_ID.eq(workspace))
            .orderBy(EVENT.SEQUENCE)
            .fetch(EVENT.BODY);
    assertThat(bodies).hasSameSizeAs(events);
    assertThat(bodies).allMatch(body -> Seal.holds((ObjectNode) Json.MAPPER.readTree(body)));
    Result<AuditRecord> audit =
        fixture
            .sql
            .selectFrom(AUDIT)
            .where(AUDIT.WORKSPACE_ID.eq(workspace))
            .orderBy(AUDIT.SEQUENCE)
            .fetch();
    assertThat(audit.getValues(AUDIT.ACTION))
        .isEqualTo(events.stream().map(event -> event.type().wireName()).toList());
    assertThat(audit.map(row -> Json.MAPPER.readTree(row.getChanges().data())))
        .isEqualTo(bodies.stream().map(body -> changes(Json.MAPPER.readTree(body))).toList());
  }

  private static ObjectNode changes(JsonNode event) {
    ObjectNode changes = Json.MAPPER.createObjectNode();
    if (event.required("event").asString().endsWith(".denied")) {
      return changes;
    }
    JsonNode data = event.required("data");
    if (event.get("previous") instanceof ObjectNode previous) {
      previous.forEachEntry(
          (field, before) -> changes.putArray(field).add(before).add(data.get(field)));
    } else {
      data.forEachEntry((field, after) -> changes.putArray(field).addNull().add(after));
      changes.removeIf(change -> change.get(1).isNull());
    }
    return changes.remove(List.of("version", "sequence", "updated_at"));
  }

  private Map<String, Rollup> rollups(String workspace) {
    Map<String, Rollup> rollups = new TreeMap<>();
    fixture
        .sql
        .selectFrom(ROLLUP)
        .where(ROLLUP.WORKSPACE_ID.eq(workspace))
        .forEach(
            row -> {
              TreeMap<String, Money> money = new TreeMap<>();
              money.put(
                  row.getCurrency(),
                  new Money(
                      plain(row.getAmount()),
                      plain(row.getApprovedAmount()),
                      plain(row.getCost())));
              money.values().removeIf(Money.ZERO::equals);
              rollups.merge(
                  "%s/%s/%s".formatted(row.getDimension(), row.getDimensionId(), row.getLogDate()),
                  new Rollup(
                      new WorkspaceId(workspace),
                      Dimension.valueOf(row.getDimension().toUpperCase(Locale.ROOT)),
                      row.getDimensionId(),
                      row.getLogDate(),
                      row.getEntries(),
                      row.getTotalSeconds(),
                      row.getRawSeconds(),
                      row.getBillableSeconds(),
                      row.getApprovedSeconds(),
                      row.getApprovedBillableSeconds(),
                      row.getInvoicedSeconds(),
                      money),
                  ProjectorIT::plus);
            });
    return rollups;
  }

  private static Rollup plus(Rollup one, Rollup other) {
    TreeMap<String, Money> money = new TreeMap<>(one.money());
    money.putAll(other.money());
    return new Rollup(
        one.workspaceId(),
        one.dimension(),
        one.dimensionId(),
        one.logDate(),
        one.entries() + other.entries(),
        one.totalSeconds() + other.totalSeconds(),
        one.rawSeconds() + other.rawSeconds(),
        one.billableSeconds() + other.billableSeconds(),
        one.approvedSeconds() + other.approvedSeconds(),
        one.approvedBillableSeconds() + other.approvedBillableSeconds(),
        one.invoicedSeconds() + other.invoicedSeconds(),
        money);
  }

  private static BigDecimal plain(BigDecimal number) {
    return new BigDecimal(number.stripTrailingZeros().toPlainString());
  }

  private static List<LoggedEvent> logged(List<Event> events) {
    return events.stream().map(event -> LoggedEvent.read(new EventCodec().write(event))).toList();
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
