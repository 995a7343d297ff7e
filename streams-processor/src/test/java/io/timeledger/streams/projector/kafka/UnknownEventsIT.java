package io.timeledger.streams.projector.kafka;

import static io.timeledger.schemas.jooq.read.Tables.AUDIT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.embedded.FutureEvents;
import io.timeledger.runtime.kafka.OffsetRange;
import io.timeledger.schemas.event.Event;
import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.jooq.read.tables.records.AuditRecord;
import io.timeledger.schemas.json.EventCodec;
import io.timeledger.schemas.json.LoggedEvent;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.streams.projector.EventBatch;
import io.timeledger.streams.projector.postgres.ProjectionWriter;
import io.timeledger.streams.projector.postgres.Projections;
import io.timeledger.streams.rollup.RandomWork;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnknownEventsIT {
  private static final EventCodec CODEC = new EventCodec();

  private final RandomWork other = new RandomWork("ws_2", 21).steps(40);
  private ProjectorFixture fixture;
  private ProjectionWriter writer;

  @BeforeEach
  void open(@TempDir Path folder) {
    fixture = new ProjectorFixture(folder);
    new Projections(fixture.database).ensureLive();
    writer = ProjectionWriter.live(fixture.database);
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  /// A tenth of the events of a workspace are unknown when they come: of any kind, the creation of
  /// an entry or of its timesheet too.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void showsTheSameOnceTheyAreKnownAsIfTheyAlwaysHadBeen(long seed) {
    RandomWork work = new RandomWork("ws_1", seed).steps(250);
    Random random = new Random(seed);
    List<Event> events = work.history().events();
    List<Event> unknown =
        events.subList(0, events.size() - 1).stream().filter(_ -> random.nextInt(10) == 0).toList();
    apply(0, other.history().events().stream().map(CODEC::write).toList());
    apply(
        1, events.stream().map(e -> unknown.contains(e) ? future(e, random) : written(e)).toList());

    new ShownWork(fixture.sql, other).assertExact();
    assertThat(fixture.progress("ws_1")).isEqualTo(events.size());
    assertThat(rowsOf("event", "ws_1")).isEqualTo(events.size());
    assertThat(rowsOf("unknown_event", "ws_1")).isEqualTo(unknown.size());
    assertThat(writer.takeUp()).isZero();

    know(unknown);
    assertThat(writer.takeUp()).isOne();

    assertThat(rowsOf("unknown_event", "ws_1")).isZero();
    new ShownWork(fixture.sql, work).assertExact();
    new ShownWork(fixture.sql, other).assertExact();
    assertThat(writer.takeUp()).isZero();
  }

  @Test
  void takesUpWhatIsKnownAndKeepsWhatIsNot() {
    RandomWork work = new RandomWork("ws_1", 9).steps(60);
    List<Event> events = work.history().events();
    List<Event> unknown = List.of(events.get(10), events.get(30));
    apply(0, events.stream().map(e -> unknown.contains(e) ? ofType(e) : written(e)).toList());

    know(unknown.subList(0, 1));
    assertThat(writer.takeUp()).isOne();
    assertThat(rowsOf("unknown_event", "ws_1")).isOne();

    know(unknown.subList(1, 2));
    assertThat(writer.takeUp()).isOne();
    new ShownWork(fixture.sql, work).assertExact();
  }

  @Test
  void goesOnWithWhatComesAfterIt() {
    RandomWork work = new RandomWork("ws_1", 10).steps(60);
    List<Event> events = work.history().events();
    List<byte[]> log = new ArrayList<>(events.stream().map(UnknownEventsIT::written).toList());
    log.set(20, ofType(events.get(20)));
    apply(0, log.subList(0, 40));
    know(List.of(events.get(20)));
    writer.takeUp();

    writer.apply(stretch(0, 40, log.size()), batch(log.subList(40, log.size())));

    new ShownWork(fixture.sql, work).assertExact();
  }

  @Test
  void putsAnUnknownEventOnRecord() {
    RandomWork work = new RandomWork("ws_1", 11).steps(20);
    Event event =
        work.history().events().stream()
            .filter(e -> e.type() == EventType.TIME_ENTRY_CREATED)
            .findFirst()
            .orElseThrow();
    apply(
        0,
        work.history().events().stream()
            .map(e -> e.equals(event) ? ofType(e) : written(e))
            .toList());

    AuditRecord recorded =
        fixture
            .sql
            .selectFrom(AUDIT)
            .where(AUDIT.WORKSPACE_ID.eq("ws_1"), AUDIT.SEQUENCE.eq(event.sequence()))
            .fetchSingle();
    assertThat(recorded.getAction()).isEqualTo("time_entry.reimagined");
    assertThat(recorded.getEntityType()).isEqualTo("time_entry");
    assertThat(recorded.getEntityId()).isEqualTo(event.data().subject());
    assertThat(recorded.getUserId()).isEqualTo(event.actor().userId().value());
  }

  private void apply(int partition, List<byte[]> log) {
    for (int from = 0; from < log.size(); from += 25) {
      int to = Math.min(from + 25, log.size());
      writer.apply(stretch(partition, from, to), batch(log.subList(from, to)));
    }
  }

  /// What an upgrade does: the release that knows them reads the events as they are meant.
  private void know(List<Event> events) {
    for (Event event : events) {
      fixture.sql.execute(
          """
          update projection_1.event set body = {0}, type = {1}, hash = {2}
          where workspace_id = {3} and sequence = {4}
          """,
          DSL.val(new String(written(event), UTF_8)),
          DSL.val(event.type().wireName()),
          DSL.val(event.hash()),
          DSL.val(event.workspaceId().value()),
          DSL.val(event.sequence()));
    }
  }

  private long rowsOf(String table, String workspace) {
    return fixture
        .sql
        .fetchSingle(
            "select count(*) from {0} where workspace_id = {1}",
            DSL.name("projection_1", table), DSL.val(workspace))
        .get(0, Long.class);
  }

  private static byte[] future(Event event, Random random) {
    return event.type().wireName().startsWith("time_entry.") && random.nextBoolean()
        ? FutureEvents.withUnknownValue(written(event), "source")
        : ofType(event);
  }

  private static byte[] ofType(Event event) {
    return FutureEvents.ofUnknownType(written(event));
  }

  private static byte[] written(Event event) {
    return CODEC.write(event);
  }

  private static EventBatch batch(List<byte[]> log) {
    return EventBatch.of(log.stream().map(LoggedEvent::read).toList());
  }

  private static List<OffsetRange> stretch(int partition, long from, long to) {
    return List.of(new OffsetRange(Topic.EVENTS.topicName(), partition, from, to));
  }
}
