package io.timeledger.schemas.json;

import static io.timeledger.schemas.reply.ErrorCode.OFFSET_REQUIRED;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/// Instants from untrusted input: RFC 3339 with an offset, also as `+0200` or `+02` (ISO 8601, as
/// Jira and Postgres write). Rejects local times, which need a zone, and numbers, which could be
/// seconds or milliseconds.
final class TimestampDeserializer extends StdDeserializer<Instant> {
  private static final String RULE = "Expected a timestamp with an offset as in ";
  private static final String EXAMPLE = "2026-04-29T10:23:00+02:00";
  private static final int MOST_DIGITS = 9;
  private static final Pattern FORM =
      Pattern.compile(
          """
          (?<time>[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}(:[0-9]{2})?)\
          (?<fraction>\\.[0-9]{1,30})?\
          (?<offset>[Zz]|(?<hours>[+-][0-9]{2})(:?(?<minutes>[0-9]{2}))?)?""");
  private static final Pattern PLUS_LOST = Pattern.compile("(?<=[:.0-9]) (?=[0-9:]{2,5}$)");

  private final boolean inQuery;

  /// @param inQuery whether a `+` may have become a space
  TimestampDeserializer(boolean inQuery) {
    super(Instant.class);
    this.inQuery = inQuery;
  }

  @Override
  public Instant deserialize(JsonParser json, DeserializationContext context) {
    if (!json.hasToken(JsonToken.VALUE_STRING)) {
      throw refused(json, RULE + EXAMPLE + ".");
    }
    String text = json.getString();
    Matcher parts = FORM.matcher(inQuery ? PLUS_LOST.matcher(text).replaceFirst("+") : text);
    if (!parts.matches()) {
      throw refused(json, RULE + EXAMPLE + ".");
    }
    try {
      LocalDateTime time = LocalDateTime.parse(parts.group("time") + fraction(parts));
      if (parts.group("offset") == null) {
        throw new BrokenRuleException(
            json,
            Instant.class,
            OFFSET_REQUIRED.wireName(),
            OFFSET_REQUIRED,
            OFFSET_REQUIRED.meaning());
      }
      return instant(json, OffsetDateTime.parse(time + offset(parts)));
    } catch (DateTimeException _) {
      throw refused(json, RULE + EXAMPLE + ", of a day and time that there is.");
    }
  }

  private static Instant instant(JsonParser json, OffsetDateTime time) {
    if (time.getYear() == 0) {
      throw refused(json, "Expected a year from 0001 to 9999.");
    }
    return time.toInstant();
  }

  /// Truncates to nanoseconds.
  private static String fraction(Matcher parts) {
    String fraction = parts.group("fraction");
    return fraction == null
        ? ""
        : fraction.substring(0, Math.min(fraction.length(), 1 + MOST_DIGITS));
  }

  private static String offset(Matcher parts) {
    String hours = parts.group("hours");
    @Nullable String minutes = parts.group("minutes");
    return hours == null ? "Z" : hours + ":" + (minutes == null ? "00" : minutes);
  }

  private static BrokenRuleException refused(JsonParser json, String rule) {
    return BrokenRuleException.wrongType(json, Instant.class, rule);
  }
}
