package io.timeledger.embedded;

import io.timeledger.schemas.json.EventCodec;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.json.Seal;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/// Makes of events what a newer release might write: sealed like any other, and unknown today. To
/// put the event itself in its place is to become that release.
public final class FutureEvents {
  private FutureEvents() {}

  /// The same of a type of the same family that does not exist yet.
  public static byte[] ofUnknownType(byte[] event) {
    return changed(event, json -> json.put("event", family(json) + ".reimagined"));
  }

  /// The same with a value in `data` that does not exist yet.
  ///
  /// @param field whose values are enumerated
  public static byte[] withUnknownValue(byte[] event, String field) {
    return changed(event, json -> data(json).put(field, "unheard_of"));
  }

  /// The same with a field in `data` that does not exist yet.
  public static byte[] withUnknownField(byte[] event, String field) {
    return changed(event, json -> data(json).put(field, 4711));
  }

  private static byte[] changed(byte[] event, Consumer<ObjectNode> change) {
    ObjectNode json = EventCodec.treeOf(event);
    change.accept(json);
    return Json.MAPPER.writeValueAsBytes(json.put("hash", Seal.hash(json)));
  }

  private static String family(ObjectNode event) {
    String type = event.required("event").asString();
    return type.substring(0, type.indexOf('.'));
  }

  private static ObjectNode data(ObjectNode event) {
    return (ObjectNode) event.required("data");
  }
}
