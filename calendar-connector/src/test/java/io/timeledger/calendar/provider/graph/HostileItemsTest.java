package io.timeledger.calendar.provider.graph;

import static io.timeledger.calendar.provider.graph.GraphJson.event;
import static io.timeledger.calendar.provider.graph.GraphJson.exception;
import static io.timeledger.calendar.provider.graph.GraphJson.page;
import static io.timeledger.calendar.provider.graph.GraphJson.recipient;
import static io.timeledger.calendar.provider.graph.GraphJson.removed;
import static io.timeledger.calendar.provider.graph.GraphJson.series;
import static io.timeledger.calendar.provider.graph.GraphJson.stub;
import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.calendar.provider.EventPage;
import io.timeledger.calendar.provider.EventPage.Coverage;
import io.timeledger.calendar.provider.ProviderException;
import io.timeledger.calendar.provider.SourceEvent;
import io.timeledger.schemas.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Items with one field changed. Each must give an event or an unreadable item, and leave the
/// others alone.
class HostileItemsTest {
  private static final JsonNode GOOD = event("good", "2026-11-10");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "true",
        "7",
        "1e400",
        "\"\"",
        "\"\\u0000\"",
        "\"-999999999-01-01T00:00:00\"",
        "\"2026-11-10T25:00:00\"",
        "[]",
        "[null]",
        "[[1]]",
        "{}",
        "{\"dateTime\":\"9999-12-31T23:59:59.9999999\"}"
      })
  void spoilsNoMoreThanTheItem(String value) throws ProviderException {
    JsonNode hostile = Json.MAPPER.readTree(value);
    for (ObjectNode item : items()) {
      for (ObjectNode changed : withEachField(item, hostile)) {
        EventPage page = read(GOOD, changed);

        assertThat(page.events())
            .as("%s", changed)
            .extracting(SourceEvent::eventRef)
            .contains("good");
        assertThat(accounted(page)).as("%s", changed).hasSize(1);
      }
    }
  }

  @Test
  void survivesItemsThatAreNoObjects() throws ProviderException {
    EventPage page =
        read(
            GOOD,
            Json.MAPPER.readTree("null"),
            Json.MAPPER.readTree("[]"),
            Json.MAPPER.readTree("1"));

    assertThat(page.events()).hasSize(1);
    assertThat(page.unreadableCount()).isEqualTo(3);
  }

  /// What the page says about other items than the good one, by their ids or those of their series.
  private static Set<String> accounted(EventPage page) {
    Set<String> refs = new TreeSet<>(page.removed());
    refs.addAll(page.wholeSeries());
    page.events().stream().map(SourceEvent::eventRef).forEach(refs::add);
    page.unreadable().forEach(item -> refs.add(String.valueOf(item.eventRef())));
    refs.remove("good");
    return refs;
  }

  private static List<ObjectNode> items() {
    ObjectNode full = event("e", "2026-11-11");
    full.set("organizer", recipient("anna@example.com"));
    full.putObject("responseStatus").put("response", "accepted");
    full.putArray("attendees").add(recipient("bob@example.org").put("type", "required"));
    return List.of(
        full,
        stub("o", "s", "2026-11-12"),
        exception("x", "s", "2026-11-13"),
        series("s", "2026-01-06"),
        removed("r"));
  }

  /// Copies of the object, each with another field replaced, at any depth.
  private static List<ObjectNode> withEachField(ObjectNode object, JsonNode value) {
    List<ObjectNode> copies = new ArrayList<>();
    for (String name : List.copyOf(object.propertyNames())) {
      copies.add(with(object, name, value));
      if (object.get(name) instanceof ObjectNode inner) {
        withEachField(inner, value).forEach(changed -> copies.add(with(object, name, changed)));
      }
      if (object.get(name).isArray() && object.get(name).get(0) instanceof ObjectNode inner) {
        withEachField(inner, value)
            .forEach(
                changed ->
                    copies.add(with(object, name, Json.MAPPER.createArrayNode().add(changed))));
      }
    }
    return copies;
  }

  private static ObjectNode with(ObjectNode object, String name, JsonNode value) {
    ObjectNode copy = object.deepCopy();
    copy.set(name, value);
    return copy;
  }

  private static EventPage read(JsonNode... items) throws ProviderException {
    KnownEvents known = new KnownEvents().with(series("s", "2026-01-06")).withNoInstances();
    return new DeltaReader(
            Coverage.CHANGES, GraphJson.NOVEMBER, GraphJson.ANNA, known.bounded(), SeriesSoFar.NONE)
        .read(DeltaPage.of(page("@odata.deltaLink", "d", items)));
  }
}
