package io.timeledger.streams.projector;

import static io.timeledger.schemas.resource.ResourceType.TIME_ENTRY;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.timeledger.schemas.json.EventCodec;
import io.timeledger.schemas.json.LoggedEvent;
import io.timeledger.streams.rollup.RandomWork;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class EventBatchTest {
  private final RandomWork work = new RandomWork("ws_1", 31).steps(200);
  private final List<LoggedEvent> events =
      work.history().events().stream()
          .map(event -> LoggedEvent.read(new EventCodec().write(event)))
          .toList();

  @Test
  void keepsTheLastStateOfEachResourceAlone() {
    EventBatch batch = EventBatch.of(events);
    assertThat(batch.newEntries()).hasSameSizeAs(work.entries());
    assertThat(batch.resources()).doesNotContainKey(TIME_ENTRY);
    assertThat(batch.timesheets().states()).hasSameSizeAs(work.sheets());
    assertThat(batch.timesheets().deltas()).isEmpty();
  }

  @Test
  void knowsEntriesThatNoTableHas() {
    EventBatch first = EventBatch.of(events.subList(0, 100));
    EventBatch second = EventBatch.of(events.subList(100, events.size()));
    Set<String> known = ids(first.newEntries());
    assertThat(ids(second.newEntries())).isNotEmpty().doesNotContainAnyElementsOf(known);
    Collection<ObjectNode> changed = requireNonNull(second.resources().get(TIME_ENTRY));
    assertThat(known).containsAll(ids(changed));
  }

  @Test
  void keepsARowOfTheLogForEachEvent() {
    EventBatch batch = EventBatch.of(events);
    assertThat(batch.events()).hasSameSizeAs(events);
  }

  @Test
  void saysHowFarTheWorkspaceComes() {
    assertThat(EventBatch.of(events.subList(10, 20)).advances())
        .singleElement()
        .satisfies(
            advance -> {
              assertThat(advance.from()).isEqualTo(11);
              assertThat(advance.to()).isEqualTo(20);
              assertThat(advance.hash()).isEqualTo(events.get(19).envelope().hash());
            });
  }

  @Test
  void refusesAGap() {
    assertThatThrownBy(() -> EventBatch.of(List.of(events.get(3), events.get(5))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("event 6 follows 4");
  }

  private static Set<String> ids(Collection<ObjectNode> rows) {
    return rows.stream().map(row -> row.required("id").asString()).collect(toSet());
  }
}
