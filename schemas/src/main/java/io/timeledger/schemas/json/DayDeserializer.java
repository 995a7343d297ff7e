package io.timeledger.schemas.json;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/// Days as `YYYY-MM-DD` only. The day of a timestamp depends on a zone, so it is never guessed.
final class DayDeserializer extends StdDeserializer<LocalDate> {
  private static final Pattern FORM = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  DayDeserializer() {
    super(LocalDate.class);
  }

  @Override
  public LocalDate deserialize(JsonParser json, DeserializationContext context) {
    if (!json.hasToken(JsonToken.VALUE_STRING) || !FORM.matcher(json.getString()).matches()) {
      throw refused(json, "Expected a date as in 2026-04-29.");
    }
    LocalDate day;
    try {
      day = LocalDate.parse(json.getString());
    } catch (DateTimeException _) {
      throw refused(json, "Expected a date as in 2026-04-29, of a day that there is.");
    }
    if (day.getYear() == 0) {
      throw refused(json, "Expected a year from 0001 to 9999.");
    }
    return day;
  }

  private static BrokenRuleException refused(JsonParser json, String rule) {
    return BrokenRuleException.wrongType(json, LocalDate.class, rule);
  }
}
