package io.timeledger.streams.projector;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.schemas.event.Event;
import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.json.EventCodec;
import io.timeledger.schemas.json.LoggedEvent;
import io.timeledger.streams.rollup.RandomWork;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class EventRowTest {
  private final List<Event> events = new RandomWork("ws_1", 21).steps(300).history().events();

  @Test
  void saysWhoDidWhatToWhichThing() {
    ObjectNode row = firstOf(EventType.TIMESHEET_SUBMITTED);
    assertThat(row.required("entity_type").asString()).isEqualTo("timesheet");
    assertThat(row.required("type").asString()).isEqualTo("timesheet.submitted");
    assertThat(row.required("user_id").asString()).isEqualTo("u_boss");
    assertThat(row.required("via").asString()).isEqualTo("api");
  }

  @Test
  void namesTheThingThatADeniedAttemptWasAbout() {
    ObjectNode row = firstOf(EventType.TIMESHEET_APPROVED_DENIED);
    assertThat(row.required("type").asString()).isEqualTo("timesheet.approved.denied");
    assertThat(row.required("entity_type").asString()).isEqualTo("timesheet");
    assertThat(row.required("entity_id").asString()).isEqualTo("ts_1");
  }

  private ObjectNode firstOf(EventType type) {
    return row(events.stream().filter(event -> event.type() == type).findFirst().orElseThrow());
  }

  private static ObjectNode row(Event event) {
    return EventRow.of(LoggedEvent.read(new EventCodec().write(event)));
  }
}
