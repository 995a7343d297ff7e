package io.timeledger.embedded;

import io.timeledger.schemas.json.EventCodec;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.json.Seal;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/// Turns events into events of a newer release: sealed like any other, and unknown today. To
/// simulate the upgrade, replace them with the original event.
public final class FutureEvents {
  private FutureEvents() {}

  /// The same event with an unknown type of the same family.
  public static byte[] ofUnknownType(byte[] event) {
    return changed(event, json -> json.put("event", family(json) + ".reimagined"));
  }

  /// The same event with an unknown value in `data`.
  ///
  /// @param field with an enumerated value
  public static byte[] withUnknownValue(byte[] event, String field) {
    return changed(event, json -> data(json).put(field, "unheard_of"));
  }

  /// The same event with an unknown field in `data`.
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
