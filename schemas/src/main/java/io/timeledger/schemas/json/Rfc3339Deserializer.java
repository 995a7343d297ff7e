package io.timeledger.schemas.json;

import com.ethlo.time.ITU;
import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Instant;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ext.javatime.deser.InstantDeserializer;

/// Parses instants as RFC 3339 alone: the JDK's general parser takes a third of the time in which a
/// time entry is read. Other forms, such as years of five digits, fall back to it.
final class Rfc3339Deserializer extends StdDeserializer<Instant> {
  Rfc3339Deserializer() {
    super(Instant.class);
  }

  @Override
  public Instant deserialize(JsonParser json, DeserializationContext context) {
    if (json.hasToken(JsonToken.VALUE_STRING)) {
      try {
        return parse(json.getString());
      } catch (DateTimeException _) {
        // The general parser reports the error.
      }
    }
    return InstantDeserializer.INSTANT.deserialize(json, context);
  }

  /// @throws DateTimeException if it is not an instant
  static Instant parse(String text) {
    try {
      ParsePosition end = new ParsePosition(0);
      Instant instant = ITU.parseDateTime(text, end).toInstant();
      // The parser stops at `Z` and ignores what follows.
      if (end.getIndex() == text.length()) {
        return instant;
      }
    } catch (DateTimeException _) {
      // Another format, or invalid.
    }
    return Instant.parse(text);
  }
}
