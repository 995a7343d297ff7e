package io.timeledger.twin.state;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// A start or an end: an instant seen from a zone, or a floating date.
public sealed interface When {
  record At(Instant instant, ZoneId zone) implements When {}

  record On(LocalDate day) implements When {}

  /// `2026-11-30`, `2026-11-30T09:00` in the zone, or with an offset.
  static When parse(String text, ZoneId zone) {
    if (text.length() == 10) {
      return new On(LocalDate.parse(text));
    }
    boolean offset = text.endsWith("Z") || text.lastIndexOf('+') > 10 || text.lastIndexOf('-') > 10;
    Instant instant =
        offset
            ? OffsetDateTime.parse(text).toInstant()
            : LocalDateTime.parse(text).atZone(zone).toInstant();
    return new At(instant, zone);
  }

  /// For comparisons: a floating date begins in UTC.
  default Instant sortKey() {
    return switch (this) {
      case At at -> at.instant();
      case On on -> on.day().atStartOfDay(ZoneOffset.UTC).toInstant();
    };
  }

  default boolean allDay() {
    return switch (this) {
      case At _ -> false;
      case On _ -> true;
    };
  }

  /// Days move by whole days.
  default When plus(Duration by) {
    return switch (this) {
      case At at -> new At(at.instant().plus(by), at.zone());
      case On on -> new On(on.day().plusDays(by.toDays()));
    };
  }

  /// As instance ids of Google have it; unique within a series.
  default String compact() {
    return switch (this) {
      case At at ->
          DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
              .format(at.instant().atOffset(ZoneOffset.UTC));
      case On on -> DateTimeFormatter.BASIC_ISO_DATE.format(on.day());
    };
  }

  /// RFC 3339 in UTC, or a date.
  default String text() {
    return switch (this) {
      case At at -> at.instant().toString();
      case On on -> on.day().toString();
    };
  }
}
