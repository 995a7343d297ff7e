package io.timeledger.schemas.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.erdtman.jcs.NumberToJSON;
import tools.jackson.databind.JsonNode;

/// RFC 8785 canonical JSON: equal values have equal text. Writes from the tree, because parsing the
/// text once more takes several times as long.
final class CanonicalJson {
  private static final String HEX = "0123456789abcdef";
  private static final long LARGEST_EXACT = 1L << 53;

  private final StringBuilder text = new StringBuilder(1024);

  private CanonicalJson() {}

  static byte[] write(JsonNode json) {
    CanonicalJson writer = new CanonicalJson();
    writer.append(json);
    return writer.text.toString().getBytes(UTF_8);
  }

  private void append(JsonNode json) {
    if (json.isObject()) {
      appendObject(json);
    } else if (json.isArray()) {
      appendArray(json);
    } else if (json.isString()) {
      append(json.stringValue());
    } else if (json.isNumber()) {
      appendNumber(json);
    } else {
      text.append(json.isNull() ? "null" : json.booleanValue() ? "true" : "false");
    }
  }

  /// Names in the order of their UTF-16 code units, as Java sorts strings.
  private void appendObject(JsonNode object) {
    List<Map.Entry<String, JsonNode>> sorted = new ArrayList<>(object.properties());
    sorted.sort(Map.Entry.comparingByKey());
    char before = '{';
    for (Map.Entry<String, JsonNode> field : sorted) {
      text.append(before);
      before = ',';
      append(field.getKey());
      text.append(':');
      append(field.getValue());
    }
    text.append(sorted.isEmpty() ? "{}" : "}");
  }

  private void appendArray(JsonNode array) {
    text.append('[');
    for (int i = 0; i < array.size(); i++) {
      if (i > 0) {
        text.append(',');
      }
      append(array.get(i));
    }
    text.append(']');
  }

  /// Numbers are doubles, as in JavaScript; integers that a double can hold are plain digits.
  private void appendNumber(JsonNode number) {
    if (number.isIntegralNumber() && number.canConvertToLong()) {
      long value = number.longValue();
      if (-LARGEST_EXACT <= value && value <= LARGEST_EXACT) {
        text.append(value);
        return;
      }
    }
    try {
      text.append(NumberToJSON.serializeNumber(Double.parseDouble(number.asString())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void append(String string) {
    text.append('"');
    int clean = 0;
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      if (c < ' ' || c == '"' || c == '\\') {
        text.append(string, clean, i);
        clean = i + 1;
        appendEscaped(c);
      }
    }
    text.append(clean == 0 ? string : string.substring(clean)).append('"');
  }

  private void appendEscaped(char c) {
    switch (c) {
      case '"', '\\' -> text.append('\\').append(c);
      case '\b' -> text.append("\\b");
      case '\t' -> text.append("\\t");
      case '\n' -> text.append("\\n");
      case '\f' -> text.append("\\f");
      case '\r' -> text.append("\\r");
      default -> text.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
    }
  }
}
