package io.timeledger.schemas.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.timeledger.schemas.event.Event;
import io.timeledger.schemas.event.EventEnvelope;
import io.timeledger.schemas.event.EventType;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class LoggedEventTest {
  private final EventCodec codec = new EventCodec();

  @ParameterizedTest
  @EnumSource(EventType.class)
  void knowsWhatThisReleaseWrites(EventType type) {
    Event event = EventSamples.of(type);

    LoggedEvent logged = LoggedEvent.read(codec.write(event));

    assertThat(logged.event()).contains(event);
    assertThat(logged.envelope()).isEqualTo(EventEnvelope.of(event));
  }

  @Test
  void keepsATypeOfANewerReleaseWithItsEnvelope() {
    LoggedEvent logged = read(event -> event.put("event", "time_entry.rate.reimagined"));

    Event known = EventSamples.of(EventType.TIME_ENTRY_CREATED);
    assertThat(logged.event()).isEmpty();
    EventEnvelope envelope = logged.envelope();
    assertThat(envelope.type()).isEqualTo("time_entry.rate.reimagined");
    assertThat(envelope.entityType()).isEqualTo("time_entry.rate");
    assertThat(envelope.entityId()).isEqualTo(known.data().subject());
    assertThat(envelope.sequence()).isEqualTo(known.sequence());
    assertThat(envelope.timestamp()).isEqualTo(known.timestamp());
    assertThat(envelope.userId()).isEqualTo(known.actor().userId().value());
    assertThat(logged.body()).contains("time_entry.rate.reimagined");
  }

  @ParameterizedTest
  @ValueSource(strings = {"status", "source", "entity_type", "currency"})
  void keepsAValueOfANewerRelease(String field) {
    assertThat(read(event -> data(event).put(field, "unheard_of")).event()).isEmpty();
  }

  @Test
  void keepsAnAuthorWhoCameByANewDoor() {
    LoggedEvent logged =
        read(event -> ((ObjectNode) event.required("actor")).put("via", "telepathy"));

    assertThat(logged.event()).isEmpty();
    assertThat(logged.envelope().via()).isEqualTo("telepathy");
  }

  @Test
  void passesOverAFieldOfANewerRelease() {
    LoggedEvent logged = read(event -> data(event).put("mood", "good"));

    assertThat(logged.event()).contains(resealed(logged));
    assertThat(logged.body()).contains("mood");
  }

  @Test
  void refusesWhatNoReleaseSealed() {
    ObjectNode event = codec.toTree(EventSamples.of(EventType.TIME_ENTRY_CREATED));
    event.put("event", "time_entry.reimagined");

    assertThatThrownBy(() -> LoggedEvent.read(bytes(event))).isInstanceOf(MalformedException.class);
  }

  @Test
  void refusesAnEnvelopeThatMissesAFieldHoweverItIsSealed() {
    for (String field :
        List.of("id", "event", "workspace_id", "data", "timestamp", "sequence", "actor")) {
      assertThatThrownBy(() -> read(event -> event.remove(field)))
          .as(field)
          .isInstanceOf(MalformedException.class);
    }
    assertThatThrownBy(() -> read(event -> event.put("sequence", "first")))
        .isInstanceOf(MalformedException.class);
  }

  private LoggedEvent read(Consumer<ObjectNode> change) {
    ObjectNode event = codec.toTree(EventSamples.of(EventType.TIME_ENTRY_CREATED));
    change.accept(event);
    return LoggedEvent.read(bytes(event.put("hash", Seal.hash(event))));
  }

  private Event resealed(LoggedEvent logged) {
    ObjectNode event = codec.toTree(EventSamples.of(EventType.TIME_ENTRY_CREATED));
    return codec.fromTree(event.put("hash", logged.envelope().hash()));
  }

  private static byte[] bytes(ObjectNode event) {
    return Json.MAPPER.writeValueAsBytes(event);
  }

  private static ObjectNode data(ObjectNode event) {
    return (ObjectNode) event.required("data");
  }
}
