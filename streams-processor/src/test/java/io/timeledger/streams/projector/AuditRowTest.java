package io.timeledger.streams.projector;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.schemas.event.Event;
import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.json.EventCodec;
import io.timeledger.schemas.json.Json;
import io.timeledger.streams.rollup.RandomWork;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class AuditRowTest {
  private final List<Event> events = new RandomWork("ws_1", 21).steps(300).history().events();

  @Test
  void saysWhatEachFieldWasAndIs() {
    ObjectNode row = firstOf(EventType.TIMESHEET_SUBMITTED);
    assertThat(row.required("changes").required("status"))
        .isEqualTo(json("[\"draft\", \"submitted\"]"));
    assertThat(row.required("entity_type").asString()).isEqualTo("timesheet");
    assertThat(row.required("action").asString()).isEqualTo("timesheet.submitted");
    assertThat(row.required("user_id").asString()).isEqualTo("u_boss");
    assertThat(row.required("via").asString()).isEqualTo("api");
  }

  @Test
  void saysWhatANewThingIsAndLeavesOutWhatItHasNot() {
    JsonNode changes = firstOf(EventType.TIME_ENTRY_CREATED).required("changes");
    assertThat(changes.required("source")).isEqualTo(json("[null, \"api\"]"));
    assertThat(changes.has("external_id")).isFalse();
  }

  @Test
  void leavesOutWhatChangesWithEveryChange() {
    assertThat(events)
        .allSatisfy(
            event ->
                assertThat(row(event).required("changes").propertyNames())
                    .doesNotContain("version", "sequence", "updated_at"));
  }

  @Test
  void namesTheThingThatADeniedAttemptWasAbout() {
    ObjectNode row = firstOf(EventType.TIMESHEET_APPROVED_DENIED);
    assertThat(row.required("action").asString()).isEqualTo("timesheet.approved.denied");
    assertThat(row.required("entity_type").asString()).isEqualTo("timesheet");
    assertThat(row.required("entity_id").asString()).isEqualTo("ts_1");
    assertThat(row.required("changes")).isEmpty();
  }

  private ObjectNode firstOf(EventType type) {
    return row(events.stream().filter(event -> event.type() == type).findFirst().orElseThrow());
  }

  private static ObjectNode row(Event event) {
    return AuditRow.of(LoggedEvent.read(new EventCodec().write(event)));
  }

  private static JsonNode json(String text) {
    return Json.MAPPER.readTree(text);
  }
}
