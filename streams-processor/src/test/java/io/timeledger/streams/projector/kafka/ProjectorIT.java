package io.timeledger.streams.projector.kafka;

import static io.timeledger.schemas.jooq.read.Tables.TIMESHEET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;

import io.timeledger.runtime.kafka.OffsetRange;
import io.timeledger.runtime.kafka.PositionedConsumer;
import io.timeledger.schemas.event.Event;
import io.timeledger.schemas.json.EventCodec;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.json.LoggedEvent;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.schemas.resource.Resource;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.schemas.resource.Timesheet;
import io.timeledger.streams.projector.EventBatch;
import io.timeledger.streams.projector.postgres.ProjectionWriter;
import io.timeledger.streams.projector.postgres.Projections;
import io.timeledger.streams.rollup.RandomWork;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.flywaydb.core.Flyway;
import org.jooq.impl.DSL;
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

    PositionedConsumer projector = fixture.projector();
    projector.start();
    try {
      fixture.awaitShown(one.history());
      fixture.awaitShown(two.history());
    } finally {
      projector.stop();
    }
    for (RandomWork work : List.of(one, two)) {
      new ShownWork(fixture.sql, work).assertExact();
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
      PositionedConsumer projector = fixture.projector();
      projector.start();
      fixture.awaitShown(work.history());
      projector.stop();
      new ShownWork(fixture.sql, work).assertExact();
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
    new ShownWork(fixture.sql, work).assertExact();
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
    new ShownWork(fixture.sql, work).assertExact();
    fixture.copy("projection_1", "one_by_one");

    int other = new Projections(fixture.database).createNext();
    ProjectionWriter.of(fixture.database, other)
        .apply(stretch(0, events.size()), EventBatch.of(events));
    fixture.assertEqual("one_by_one", "projection_" + other);
  }

  @Test
  void stampsTheTimesheetsOfAnEarlierVersionByTheirEntries() {
    Flyway.configure()
        .dataSource(fixture.database)
        .defaultSchema("projection_1")
        .locations("classpath:db/projection/tables")
        .target("1")
        .load()
        .migrate();
    RandomWork work = new RandomWork("ws_1", 6).steps(100);
    work.sheets().forEach(sheet -> insert("timesheet", sheet));
    work.entries().forEach(entry -> insert("time_entry", entry));

    new Projections(fixture.database).ensureLive();

    Map<String, Long> stamps =
        fixture.sql.selectFrom(TIMESHEET).fetchMap(TIMESHEET.ID, TIMESHEET.CHANGED_SEQUENCE);
    assertThat(stamps).hasSameSizeAs(work.sheets());
    for (Timesheet sheet : work.sheets()) {
      LongStream entries =
          work.entries().stream()
              .filter(entry -> sheet.id().equals(entry.timesheetId()))
              .mapToLong(TimeEntry::sequence);
      assertThat(stamps.get(sheet.id().value()))
          .isEqualTo(
              LongStream.concat(LongStream.of(sheet.sequence()), entries).max().orElseThrow());
    }
  }

  private void insert(String table, Resource resource) {
    fixture.sql.execute(
        "insert into {0} select (jsonb_populate_record(null::{0}, {1}::jsonb)).*",
        DSL.name("projection_1", table), DSL.val(Json.MAPPER.writeValueAsString(resource)));
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

  private static List<OffsetRange> stretch(long from, long to) {
    return List.of(new OffsetRange(Topic.EVENTS.topicName(), 0, from, to));
  }

  private static List<LoggedEvent> logged(List<Event> events) {
    return events.stream().map(event -> LoggedEvent.read(new EventCodec().write(event))).toList();
  }
}
