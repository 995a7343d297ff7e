package io.timeledger.schemas.json;

import io.timeledger.schemas.event.Event;
import io.timeledger.schemas.event.EventAuthor;
import io.timeledger.schemas.event.EventEnvelope;
import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.Resource;
import java.time.DateTimeException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The public envelope: the one JSON form of an event on Kafka, in the change feed and, cut down to
/// the first five keys, in webhooks.
public final class EventCodec implements Codec<Event> {

  @Override
  public byte[] write(Event event) {
    return Json.MAPPER.writeValueAsBytes(toTree(event));
  }

  @Override
  public Event read(byte[] bytes) {
    return fromTree(treeOf(bytes));
  }

  /// The JSON of an event, for callers that need the tree and the event.
  ///
  /// @throws MalformedException if it is not an object
  public static ObjectNode treeOf(byte[] bytes) {
    try {
      return (ObjectNode) Json.MAPPER.readTree(bytes);
    } catch (JacksonException | ClassCastException e) {
      throw new MalformedException(Event.class, e);
    }
  }

  public ObjectNode toTree(Event event) {
    ObjectNode data = Json.MAPPER.valueToTree(event.data());
    Resource before = event.before();
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("id", event.id());
    json.put("event", event.type().wireName());
    json.put("workspace_id", event.workspaceId().value());
    json.set("data", data);
    json.put("timestamp", event.timestamp().toString());
    json.put("sequence", event.sequence());
    json.set("previous", before == null ? null : changed(data, Json.MAPPER.valueToTree(before)));
    json.set("actor", Json.MAPPER.valueToTree(event.actor()));
    json.put("command_id", event.commandId());
    json.put("previous_hash", event.previousHash());
    json.put("hash", event.hash());
    return json;
  }

  /// @throws MalformedException if it is not an event
  public Event fromTree(ObjectNode json) {
    try {
      return event(json);
    } catch (JacksonException
        | IllegalArgumentException
        | DateTimeException
        | NullPointerException
        | ClassCastException e) {
      throw new MalformedException(Event.class, e);
    }
  }

  private static Event event(ObjectNode json) {
    EventType type = EventType.of(json.required("event").asString());
    ObjectNode data = (ObjectNode) json.required("data");
    Class<? extends Resource> resource = type.subject().type();
    return new Event(
        json.required("id").asString(),
        type,
        new WorkspaceId(json.required("workspace_id").asString()),
        Json.MAPPER.treeToValue(data, resource),
        Rfc3339Deserializer.parse(json.required("timestamp").asString()),
        json.required("sequence").asLong(),
        before(data, json.get("previous"), resource),
        Json.MAPPER.treeToValue(json.required("actor"), EventAuthor.class),
        json.required("command_id").asString(),
        json.required("previous_hash").asString(),
        json.required("hash").asString());
  }

  /// The envelope of an event of any release.
  ///
  /// @throws JacksonException when a field is missing or of another type
  static EventEnvelope envelope(ObjectNode json) {
    String type = json.required("event").stringValue();
    JsonNode actor = json.required("actor");
    return new EventEnvelope(
        json.required("id").stringValue(),
        type,
        new WorkspaceId(json.required("workspace_id").stringValue()),
        Rfc3339Deserializer.parse(json.required("timestamp").stringValue()),
        json.required("sequence").longValue(),
        type.substring(0, Math.max(0, type.lastIndexOf('.'))),
        json.required("data").path("id").asString(""),
        actor.required("user_id").stringValue(),
        actor.required("via").stringValue(),
        json.required("previous_hash").stringValue(),
        json.required("hash").stringValue());
  }

  private static ObjectNode changed(ObjectNode after, ObjectNode before) {
    ObjectNode previous = Json.MAPPER.createObjectNode();
    before.forEachEntry(
        (name, value) -> {
          if (!value.equals(after.get(name))) {
            previous.set(name, value);
          }
        });
    return previous;
  }

  private static @Nullable Resource before(
      ObjectNode data, @Nullable JsonNode previous, Class<? extends Resource> resource) {
    if (previous == null || previous.isNull()) {
      return null;
    }
    ObjectNode before = data.deepCopy();
    before.setAll((ObjectNode) previous);
    return Json.MAPPER.treeToValue(before, resource);
  }
}
