package io.timeledger.ingest.web;

import static io.timeledger.schemas.reply.ErrorCode.OFFSET_REQUIRED;
import static io.timeledger.schemas.reply.ErrorCode.VALIDATION_FAILED;
import static io.timeledger.schemas.reply.ErrorCode.WRONG_TYPE;

import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.reply.Problem;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Checks the form of a request's fields and remembers every one that is wrong. Rules of the
/// business are not its concern.
public final class Form {
  public static final int DESCRIPTION = 2_000;
  public static final int NAME = 200;
  public static final int REASON = 2_000;
  private static final int TAG = 64;
  private static final int TAGS = 50;
  private static final int MIN_YEAR = 1970;
  private static final int MAX_YEAR = 9998; // the week after it still has four digits
  private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

  private final List<Problem.Detail> details = new ArrayList<>();

  public @Nullable String text(String field, @Nullable String value, int max) {
    if (value != null && value.codePointCount(0, value.length()) > max) {
      fail(field, "too_long", "At most %d characters.".formatted(max));
    }
    return value;
  }

  /// Not blank.
  public String requiredText(String field, @Nullable String value, int max) {
    if (value == null || value.isBlank()) {
      fail(field, "required", "The field is needed.");
      return "";
    }
    text(field, value, max);
    return value;
  }

  /// The value, or anything once the form is spoilt: [#check] never lets it out.
  public <T> T required(String field, @Nullable T value, T otherwise) {
    if (value == null) {
      fail(field, "required", "The field is needed.");
      return otherwise;
    }
    return value;
  }

  public @Nullable List<String> tags(String field, @Nullable List<@Nullable String> tags) {
    if (tags == null) {
      return null;
    }
    if (tags.size() > TAGS) {
      fail(field, "too_many", "At most %d tags.".formatted(TAGS));
    }
    List<String> checked = new ArrayList<>();
    for (int i = 0; i < tags.size(); i++) {
      checked.add(requiredText("%s[%d]".formatted(field, i), tags.get(i), TAG));
    }
    return checked.stream().distinct().toList();
  }

  /// RFC 3339 with an offset; a local time is never guessed at.
  public @Nullable Instant instant(String field, @Nullable String value) {
    if (value == null) {
      return null;
    }
    try {
      OffsetDateTime time = OffsetDateTime.parse(value);
      requireYear(field, time.getYear());
      return time.toInstant();
    } catch (DateTimeException e) {
      if (isLocalTime(value)) {
        fail(field, OFFSET_REQUIRED.wireName(), OFFSET_REQUIRED.meaning());
      } else {
        fail(field, WRONG_TYPE.wireName(), "Expected a timestamp as in 2026-04-29T10:23:00+02:00.");
      }
      return null;
    }
  }

  public @Nullable LocalDate day(String field, @Nullable LocalDate day) {
    if (day != null) {
      requireYear(field, day.getYear());
    }
    return day;
  }

  public @Nullable ZoneId zone(String field, @Nullable ZoneId zone) {
    if (zone != null && !ZONES.contains(zone.getId())) {
      fail(field, "unknown_timezone", "Expected an IANA time zone as in Europe/Berlin.");
    }
    return zone;
  }

  /// From 0, bounded in size and places.
  public @Nullable BigDecimal decimal(
      String field, @Nullable BigDecimal value, int digits, int places) {
    if (value == null) {
      return null;
    }
    // Of 1e999999999 the digits are never written out.
    if ((long) value.precision() - value.scale() > digits || value.signum() < 0) {
      fail(field, "out_of_range", "Expected 0 or more, with at most %d digits.".formatted(digits));
      return null;
    }
    if (value.scale() > places && value.stripTrailingZeros().scale() > places) {
      fail(field, "too_precise", "At most %d decimal places.".formatted(places));
      return null;
    }
    return value.scale() > places || value.scale() < 0
        ? value.setScale(Math.clamp(value.scale(), 0, places), java.math.RoundingMode.UNNECESSARY)
        : value;
  }

  /// Of two forms of the same thing only one is taken.
  public void exclusive(String field, boolean present, String other, boolean otherPresent) {
    if (present && otherPresent) {
      fail(field, "ambiguous", "Give either %s or %s.".formatted(field, other));
    }
  }

  public void fail(String field, String code, String message) {
    details.add(new Problem.Detail(field, code, message));
  }

  /// @throws ApiException naming every field that is wrong
  public void check() {
    if (!details.isEmpty()) {
      Problem.Detail first = details.getFirst();
      throw new ApiException(new Problem(code(), first.field() + ": " + first.message(), details));
    }
  }

  private ErrorCode code() {
    Set<String> codes =
        details.stream().map(Problem.Detail::code).collect(Collectors.toUnmodifiableSet());
    if (codes.contains(WRONG_TYPE.wireName())) {
      return WRONG_TYPE;
    }
    return codes.equals(Set.of(OFFSET_REQUIRED.wireName())) ? OFFSET_REQUIRED : VALIDATION_FAILED;
  }

  private void requireYear(String field, int year) {
    if (year < MIN_YEAR || year > MAX_YEAR) {
      fail(field, "out_of_range", "Expected a year from %d to %d.".formatted(MIN_YEAR, MAX_YEAR));
    }
  }

  private static boolean isLocalTime(String value) {
    try {
      LocalDateTime.parse(value);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
