package io.timeledger.ingest.web.json;

import static io.timeledger.schemas.reply.ErrorCode.VALIDATION_FAILED;

import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.schemas.reply.Problem;
import io.timeledger.schemas.text.ComposedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// Validates the text of a body and NFC-normalizes it in place.
final class BodyText {
  private static final Set<String> MULTILINE = Set.of("description", "note", "reason");
  private final List<Problem.Detail> faults = new ArrayList<>();

  private BodyText() {}

  /// @throws ApiException naming every field with invalid text
  static void take(ObjectNode body) {
    BodyText text = new BodyText();
    text.takeFields("", body);
    if (!text.faults.isEmpty()) {
      Problem.Detail first = text.faults.getFirst();
      throw new ApiException(
          new Problem(VALIDATION_FAILED, first.field() + ": " + first.message(), text.faults));
    }
  }

  private void takeFields(String path, ObjectNode object) {
    for (String name : List.copyOf(object.propertyNames())) {
      JsonNode taken = taken(path.isEmpty() ? name : path + "." + name, name, object.get(name));
      if (taken != null) {
        object.set(name, taken);
      }
    }
  }

  private void takeItems(String path, String field, ArrayNode list) {
    for (int i = 0; i < list.size(); i++) {
      JsonNode taken = taken("%s[%d]".formatted(path, i), field, list.get(i));
      if (taken != null) {
        list.set(i, taken);
      }
    }
  }

  /// The replacement for the value; null keeps it.
  private @Nullable JsonNode taken(String path, String field, JsonNode value) {
    switch (value) {
      case ObjectNode object -> takeFields(path, object);
      case ArrayNode list -> takeItems(path, field, list);
      case StringNode text -> {
        return takenText(path, field, text.asString());
      }
      default -> {
        // Numbers, booleans and nulls have no text.
      }
    }
    return null;
  }

  private @Nullable JsonNode takenText(String path, String field, String text) {
    if (!Text.isPaired(text)) {
      fail(path, "unpaired_surrogate", "Half of a surrogate pair is no character.");
    } else if (!(MULTILINE.contains(field)
        ? Text.isCleanMultiline(text)
        : Text.isCleanLine(text))) {
      fail(path, "control_characters", "Control characters are not taken.");
    } else if (!OpaqueText.isIn(field)) {
      String composed = ComposedText.of(text);
      return composed.equals(text) ? null : StringNode.valueOf(composed);
    }
    return null;
  }

  private void fail(String path, String code, String message) {
    faults.add(new Problem.Detail(path, code, message));
  }
}
