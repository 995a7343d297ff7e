package io.timeledger.streams.views.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.timeledger.embedded.FutureEvents;
import io.timeledger.runtime.kafka.KafkaConnection;
import io.timeledger.schemas.event.Event;
import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.id.TimesheetId;
import io.timeledger.schemas.kafka.RecordKeys;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.schemas.kafka.TopicSerdes;
import io.timeledger.schemas.resource.Rollup;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.schemas.resource.Timesheet;
import io.timeledger.streams.platform.PlatformProperties;
import io.timeledger.streams.rollup.RandomWork;
import io.timeledger.streams.rollup.Recomputed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ViewsTopologyTest {
  private TopologyTestDriver driver;
  private TestInputTopic<String, Event> events;
  private TestInputTopic<String, byte[]> bytes;
  private TestOutputTopic<String, Rollup> rollups;
  private TestOutputTopic<String, Timesheet> timesheets;
  private int sent;

  @BeforeEach
  void open(@TempDir Path folder) {
    driver = new TopologyTestDriver(ViewsTopology.build(), ViewsSettings.of(platform(folder)));
    events =
        driver.createInputTopic(
            Topic.EVENTS.topicName(), new StringSerializer(), TopicSerdes.EVENTS.serializer());
    bytes =
        driver.createInputTopic(
            Topic.EVENTS.topicName(), new StringSerializer(), new ByteArraySerializer());
    rollups = output(Topic.ROLLUPS, TopicSerdes.ROLLUPS.deserializer());
    timesheets = output(Topic.TIMESHEETS, TopicSerdes.TIMESHEETS.deserializer());
  }

  @AfterEach
  void close() {
    driver.close();
  }

  @Test
  void publishesRollupsThatEqualWhatTheEntriesAddUpTo() {
    RandomWork work = new RandomWork("ws_1", 11).steps(400);
    pipe(work.history().events());

    Map<String, Rollup> expected = expectedRollups(work);
    Map<String, Rollup> published = compacted(rollups);
    assertThat(published).isEqualTo(expected);

    Map<String, Rollup> stored = new HashMap<>();
    try (KeyValueIterator<String, byte[]> all =
        driver.<String, byte[]>getKeyValueStore(ViewsTopology.ROLLUPS_STORE).all()) {
      all.forEachRemaining(row -> stored.put(row.key, TopicSerdes.ROLLUPS.codec().read(row.value)));
    }
    assertThat(stored).isEqualTo(expected);
  }

  @Test
  void publishesOnceWhatMovedOften() {
    RandomWork work = new RandomWork("ws_1", 14).steps(100);
    pipe(work.history().events());

    assertThat(rollups.readKeyValuesToList().stream().map(record -> record.key))
        .isNotEmpty()
        .doesNotHaveDuplicates();
    driver.advanceWallClockTime(Duration.ofSeconds(1));
    assertThat(rollups.isEmpty()).isTrue();
  }

  @Test
  void publishesTimesheetsWithCurrentTotals() {
    RandomWork work = new RandomWork("ws_1", 12).steps(400);
    pipe(work.history().events());

    Map<TimesheetId, List<Long>> totals = Recomputed.sheetTotals(work.entries());
    Map<TimesheetId, Long> changes = Recomputed.lastChanges(work.history().events());
    Map<String, Timesheet> expected = new HashMap<>();
    for (Timesheet sheet : work.sheets()) {
      long changed = changes.getOrDefault(sheet.id(), 0L);
      List<Long> sums = totals.getOrDefault(sheet.id(), List.of(0L, 0L));
      expected.put(
          RecordKeys.of(sheet.workspaceId(), sheet.id()),
          sheet.with(
              s ->
                  s.totalSeconds(sums.get(0))
                      .billableSeconds(sums.get(1))
                      .changedAt(work.history().at(changed))
                      .changedSequence(changed)));
    }
    assertThat(compacted(timesheets)).isEqualTo(expected);
  }

  @Test
  void publishesATombstoneForARollupThatCameToZero() {
    RandomWork work = new RandomWork("ws_1", 13).steps(10);
    pipe(work.history().events());
    work.entries().stream()
        .filter(entry -> !entry.isDeleted() && !entry.isRunning())
        .forEach(entry -> delete(work, entry));
    pipe(work.history().events().subList(sent, work.history().events().size()));
    assertThat(compacted(rollups)).isEmpty();
  }

  @Test
  void holdsAWorkspaceFromAnUnknownEventOnWhileOthersGoOn() {
    RandomWork held = new RandomWork("ws_1", 15).steps(60);
    RandomWork other = new RandomWork("ws_2", 16).steps(60);
    Event first = held.history().events().stream().filter(this::isFolded).findFirst().orElseThrow();
    for (Event event : held.history().events()) {
      byte[] written = TopicSerdes.EVENTS.codec().write(event);
      bytes.pipeInput("ws_1", event.equals(first) ? FutureEvents.ofUnknownType(written) : written);
    }
    pipe(other.history().events());

    assertThat(compacted(rollups)).isEqualTo(expectedRollups(other));
    assertThat(backlog()).hasSize(held.history().events().size() - (int) first.sequence() + 1);
  }

  @Test
  void foldsInTheirOrderTheEventsThatAnEarlierReleaseHeld() {
    RandomWork work = new RandomWork("ws_1", 17).steps(60);
    List<Event> events = work.history().events();
    KeyValueStore<String, byte[]> store = driver.getKeyValueStore(ViewsTopology.HELD_STORE);
    events.forEach(
        event ->
            store.put(
                "ws_1/%019d".formatted(event.sequence()), TopicSerdes.EVENTS.codec().write(event)));

    driver.advanceWallClockTime(Duration.ofMillis(200));

    assertThat(compacted(rollups)).isEqualTo(expectedRollups(work));
    assertThat(backlog()).isEmpty();
  }

  @Test
  void stopsAtAnEventThatIsNoEvent() {
    assertThatThrownBy(() -> bytes.pipeInput("ws_1", new byte[] {'{'}))
        .isInstanceOf(StreamsException.class);
  }

  private boolean isFolded(Event event) {
    return event.type().movesTotals();
  }

  private List<String> backlog() {
    List<String> keys = new ArrayList<>();
    try (KeyValueIterator<String, byte[]> all =
        driver.<String, byte[]>getKeyValueStore(ViewsTopology.HELD_STORE).all()) {
      all.forEachRemaining(held -> keys.add(held.key));
    }
    return keys;
  }

  private static Map<String, Rollup> expectedRollups(RandomWork work) {
    Map<String, Rollup> expected = new HashMap<>();
    Recomputed.rollups(work.entries()).values().forEach(r -> expected.put(RecordKeys.of(r), r));
    return expected;
  }

  private void pipe(List<Event> more) {
    more.forEach(event -> events.pipeInput(RecordKeys.of(event.workspaceId()), event));
    sent += more.size();
    driver.advanceWallClockTime(Duration.ofMillis(200));
  }

  private static void delete(RandomWork work, TimeEntry entry) {
    work.history()
        .append(
            EventType.TIME_ENTRY_DELETED,
            entry,
            sequence ->
                entry.with(
                    e ->
                        e.deletedAt(work.history().now())
                            .version(entry.version() + 1)
                            .sequence(sequence)));
  }

  private static <V> Map<String, V> compacted(TestOutputTopic<String, V> topic) {
    Map<String, V> latest = new HashMap<>();
    for (KeyValue<String, V> record : topic.readKeyValuesToList()) {
      if (record.value == null) {
        latest.remove(record.key);
      } else {
        latest.put(record.key, record.value);
      }
    }
    return latest;
  }

  private <V> TestOutputTopic<String, V> output(Topic topic, Deserializer<V> values) {
    return driver.createOutputTopic(topic.topicName(), new StringDeserializer(), values);
  }

  static PlatformProperties platform(Path folder) {
    return new PlatformProperties(
        KafkaConnection.to("localhost:9092"), 4, (short) 1, false, folder, "test", 0);
  }
}
