package io.timeledger.twin.google;

import io.timeledger.twin.http.Call;
import io.timeledger.twin.http.Trees;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What the parameter `fields` leaves of an answer, as in `nextPageToken,items(id,start/date)`. A
/// token that is not named does not come.
record PartialResponse(Map<String, PartialResponse> fields) {
  private static final PartialResponse ALL = new PartialResponse(Map.of());

  static ObjectNode of(Call call, ObjectNode answer) {
    return call.query().first("fields").map(text -> parse(text).keep(answer)).orElse(answer);
  }

  static PartialResponse parse(String text) {
    PartialResponse.Reader reader = new Reader(text);
    PartialResponse mask = reader.list();
    if (reader.at < text.length()) {
      throw GoogleErrors.invalid("fields");
    }
    return mask;
  }

  ObjectNode keep(ObjectNode whole) {
    ObjectNode kept = Trees.object();
    whole.forEachEntry(
        (name, value) -> {
          PartialResponse mask = fields.containsKey(name) ? fields.get(name) : fields.get("*");
          if (mask != null) {
            kept.set(name, mask.keep(value));
          }
        });
    return kept;
  }

  private JsonNode keep(JsonNode value) {
    if (fields.isEmpty()) {
      return value;
    }
    if (value.isArray()) {
      return Trees.array(value.valueStream().toList(), this::keep);
    }
    return value instanceof ObjectNode object ? keep(object) : value;
  }

  /// Reads `a,b(c,d/e)`.
  private static final class Reader {
    private final String text;
    private int at;

    Reader(String text) {
      this.text = text;
    }

    PartialResponse list() {
      LinkedHashMap<String, PartialResponse> fields = new LinkedHashMap<>();
      do {
        fields.put(name(), rest());
      } while (take(','));
      return new PartialResponse(fields);
    }

    private PartialResponse rest() {
      if (take('/')) {
        return new PartialResponse(Map.of(name(), rest()));
      }
      if (!take('(')) {
        return ALL;
      }
      PartialResponse inner = list();
      if (!take(')')) {
        throw GoogleErrors.invalid("fields");
      }
      return inner;
    }

    private String name() {
      int start = at;
      while (at < text.length()
          && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '*')) {
        at++;
      }
      if (at == start || at > 4_000) {
        throw GoogleErrors.invalid("fields");
      }
      return text.substring(start, at);
    }

    private boolean take(char expected) {
      boolean found = at < text.length() && text.charAt(at) == expected;
      at += found ? 1 : 0;
      return found;
    }
  }
}
