package io.timeledger.streams.projector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.timeledger.schemas.json.EventCodec;
import io.timeledger.schemas.resource.ResourceType;
import io.timeledger.streams.rollup.RandomWork;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventBatchTest {
  private final RandomWork work = new RandomWork("ws_1", 31).steps(200);
  private final List<LoggedEvent> events =
      work.history().events().stream()
          .map(event -> LoggedEvent.read(new EventCodec().write(event)))
          .toList();

  @Test
  void keepsTheLastStateOfEachResourceAlone() {
    EventBatch batch = EventBatch.of(events);
    assertThat(batch.resources().get(ResourceType.TIME_ENTRY)).hasSameSizeAs(work.entries());
    assertThat(batch.timesheets().states()).hasSameSizeAs(work.sheets());
    assertThat(batch.timesheets().deltas()).isEmpty();
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
              assertThat(advance.hash()).isEqualTo(events.get(19).event().hash());
            });
  }

  @Test
  void refusesAGap() {
    assertThatThrownBy(() -> EventBatch.of(List.of(events.get(3), events.get(5))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("event 6 follows 4");
  }
}
