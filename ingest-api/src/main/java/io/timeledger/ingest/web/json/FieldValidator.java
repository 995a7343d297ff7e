package io.timeledger.ingest.web.json;

import static io.timeledger.schemas.reply.ErrorCode.WRONG_TYPE;

import io.timeledger.ingest.web.error.AnswerCode;
import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.schemas.id.Id;
import io.timeledger.schemas.reply.Problem;
import io.timeledger.schemas.text.VisibleText;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Validates the form of a request's fields and collects every error. Business rules are out of
/// scope.
public final class FieldValidator {
  public static final int DESCRIPTION = 2_000;
  public static final int NAME = 200;
  public static final int REASON = 2_000;
  public static final String AT_LEAST = "Expected at least the value of %s, %s.";
  public static final String BETWEEN = "Expected %d to %d.";
  private static final int TAG = 64;
  private static final int TAGS = 50;
  private static final int MIN_YEAR = 1970;
  private static final int MAX_YEAR = 9998; // the following week still has a four-digit year
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
    if (value == null || !VisibleText.isIn(value)) {
      fail(field, "required", "The field is needed.");
      return "";
    }
    text(field, value, max);
    return value;
  }

  /// The value, or the fallback after an error: [#check] never lets it out.
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

  public @Nullable Instant instant(String field, @Nullable Instant instant) {
    if (instant != null) {
      requireYear(field, instant.atOffset(ZoneOffset.UTC).getYear());
    }
    return instant;
  }

  /// Addressable by a path.
  public void id(String field, @Nullable String id) {
    if (id != null && !Id.isAddressable(id)) {
      fail(field, "invalid_id", "Expected " + Id.RULE + ".");
    }
  }

  /// Requires non-null elements; a missing list is empty.
  public <T> List<T> elements(String field, @Nullable List<@Nullable T> list) {
    List<T> elements = new ArrayList<>();
    List<@Nullable T> given = list == null ? List.of() : list;
    for (int i = 0; i < given.size(); i++) {
      T element = given.get(i);
      if (element == null) {
        fail("%s[%d]".formatted(field, i), "required", "The element is null.");
      } else {
        elements.add(element);
      }
    }
    return elements;
  }

  /// For filters: a list must name what is wanted. An empty one could mean all or nothing, so it is
  /// refused.
  public void notEmpty(String field, @Nullable Collection<?> list) {
    if (list != null && list.isEmpty()) {
      fail(field, "empty", "Expected at least one; without the field, all are meant.");
    }
  }

  /// Both ends are inclusive; null passes.
  public void between(String field, @Nullable Number value, long from, long to) {
    if (value != null && (value.longValue() < from || value.longValue() > to)) {
      fail(field, "out_of_range", BETWEEN.formatted(from, to));
    }
  }

  /// Both ends are inclusive.
  public <T extends Comparable<? super T>> void ordered(
      String first, @Nullable T from, String last, @Nullable T to) {
    if (from != null && to != null && from.compareTo(to) > 0) {
      fail(last, "out_of_range", AT_LEAST.formatted(first, from));
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

  /// Not negative, limited in size and decimal places.
  public @Nullable BigDecimal decimal(
      String field, @Nullable BigDecimal value, int digits, int places) {
    if (value == null) {
      return null;
    }
    if (value.signum() == 0) {
      return value.scale() > places || value.scale() < 0 ? BigDecimal.ZERO : value;
    }
    // Never writes out the digits of 1e999999999.
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

  /// Allows only one of two forms of the same value.
  public void exclusive(String field, boolean present, String other, boolean otherPresent) {
    if (present && otherPresent) {
      fail(field, "ambiguous", "Give either %s or %s.".formatted(field, other));
    }
  }

  public void fail(String field, String code, String message) {
    details.add(new Problem.Detail(field, code, message));
  }

  /// @throws ApiException naming every invalid field
  public void check() {
    if (!details.isEmpty()) {
      throw new ApiException(problem());
    }
  }

  /// The errors so far; there must be at least one.
  public Problem problem() {
    Problem.Detail first = details.getFirst();
    return new Problem(
        AnswerCode.of(details, WRONG_TYPE), first.field() + ": " + first.message(), details);
  }

  private void requireYear(String field, int year) {
    if (year < MIN_YEAR || year > MAX_YEAR) {
      fail(field, "out_of_range", "Expected a year from %d to %d.".formatted(MIN_YEAR, MAX_YEAR));
    }
  }
}
